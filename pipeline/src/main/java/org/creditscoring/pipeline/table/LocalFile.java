package org.creditscoring.pipeline.table;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.PositionOutputStream;

/**
 * A new file of this machine without Hadoop's file systems, which would lay checksums beside it.
 */
final class LocalFile implements OutputFile, Closeable {
  private final Path path;
  private Position open;

  LocalFile(Path path) {
    this.path = path;
  }

  @Override
  public PositionOutputStream create(long blockSize) throws IOException {
    open =
        new Position(
            new BufferedOutputStream(Files.newOutputStream(path, StandardOpenOption.CREATE_NEW)));
    return open;
  }

  @Override
  public PositionOutputStream createOrOverwrite(long blockSize) throws IOException {
    return create(blockSize);
  }

  @Override
  public boolean supportsBlockSize() {
    return false;
  }

  @Override
  public long defaultBlockSize() {
    return 0;
  }

  /** For who gives up half-way; a file that was written to its end is closed already. */
  @Override
  public void close() throws IOException {
    if (open != null) {
      open.close();
    }
  }

  private static final class Position extends PositionOutputStream {
    private final OutputStream out;
    private long written;

    Position(OutputStream out) {
      this.out = out;
    }

    @Override
    public long getPos() {
      return written;
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      written++;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      out.write(bytes, offset, length);
      written += length;
    }

    @Override
    public void flush() throws IOException {
      out.flush();
    }

    @Override
    public void close() throws IOException {
      out.close();
    }
  }
}
