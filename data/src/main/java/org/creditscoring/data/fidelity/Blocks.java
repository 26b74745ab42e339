package org.creditscoring.data.fidelity;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Cuts a CSV file, plain or {@code .gz}, into blocks of whole lines; no field holds a line end. */
final class Blocks implements Closeable {
  private static final int SIZE = 1 << 20;

  private final InputStream in;
  private byte[] rest = new byte[0];
  private long line = 1;

  private Blocks(InputStream in) {
    this.in = in;
  }

  static Blocks of(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    try {
      return new Blocks(file.toString().endsWith(".gz") ? new GZIPInputStream(in, SIZE) : in);
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /**
   * Some lines.
   *
   * @param line the number of the first one, from 1
   * @param lines how many
   */
  record Block(String text, long line, int lines) {}

  /** The header; empty if the file is. */
  Optional<String> header() throws IOException {
    StringBuilder header = new StringBuilder();
    for (int c = in.read(); c >= 0 && c != '\n'; c = in.read()) {
      header.append((char) c);
    }
    line++;
    return header.isEmpty() ? Optional.empty() : Optional.of(header.toString().strip());
  }

  /** The next block; empty at the end. */
  Optional<Block> next() throws IOException {
    byte[] bytes = Arrays.copyOf(rest, rest.length + SIZE);
    int read = in.readNBytes(bytes, rest.length, SIZE);
    int size = rest.length + read;
    int end = read < SIZE ? size : lastLineEnd(bytes, size);
    if (size == 0) {
      return Optional.empty();
    }
    rest = Arrays.copyOfRange(bytes, end, size);
    int lines = bytes[Math.max(end - 1, 0)] == '\n' ? 0 : 1;
    for (int i = 0; i < end; i++) {
      lines += bytes[i] == '\n' ? 1 : 0;
    }
    Block block = new Block(new String(bytes, 0, end, StandardCharsets.UTF_8), line, lines);
    line += lines;
    return Optional.of(block);
  }

  /** Where the last whole line ends; 0 if none does, and the next block has it all. */
  private static int lastLineEnd(byte[] bytes, int size) {
    int end = size;
    while (end > 0 && bytes[end - 1] != '\n') {
      end--;
    }
    return end;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
