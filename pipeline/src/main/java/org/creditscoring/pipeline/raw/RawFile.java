package org.creditscoring.pipeline.raw;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.RootCause;

/** The file of one raw table, plain or compressed by gzip. */
public record RawFile(Table table, Path path) {
  static final String GZIP = ".gz";

  /** The file's own name, as messages give it. */
  public String name() {
    return path.getFileName().toString();
  }

  /**
   * @throws BadDataException if the file cannot be asked
   */
  public long bytes() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Whether it is compressed by gzip. */
  public boolean compressed() {
    return name().endsWith(GZIP);
  }

  /**
   * Reads the first line and nothing else.
   *
   * @throws BadDataException if it is not the header of the table
   */
  public void requireHeader() {
    Header.read(this);
  }

  /** The text, decompressed; lines as Spark splits them. */
  BufferedReader lines() throws IOException {
    InputStream bytes = new BufferedInputStream(Files.newInputStream(path), 1 << 16);
    try {
      InputStream text = compressed() ? new GZIPInputStream(bytes, 1 << 16) : bytes;
      return new BufferedReader(new InputStreamReader(text, StandardCharsets.UTF_8), 1 << 16);
    } catch (IOException | RuntimeException e) {
      bytes.close();
      throw e;
    }
  }

  /** What to tell a person when reading failed: a broken file, or no right to read it. */
  BadDataException unreadable(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof EOFException || cause instanceof ZipException) {
        return new BadDataException(
            path
                + " is not a whole gzip file ("
                + cause.getMessage()
                + "): it was cut short or is still being copied. Copy it again.",
            failure);
      }
    }
    return new BadDataException(path + " cannot be read: " + RootCause.of(failure), failure);
  }
}
