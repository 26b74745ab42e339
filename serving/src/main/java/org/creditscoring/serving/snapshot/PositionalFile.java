package org.creditscoring.serving.snapshot;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Positional reads by many threads. An interrupt of one of them closes a shared channel for all, so
 * a channel that was closed under a reader is opened again and the read repeated.
 */
final class PositionalFile implements Closeable {
  private final Path path;
  private volatile FileChannel channel;
  private boolean closed;

  PositionalFile(Path path) throws IOException {
    this.path = path;
    channel = FileChannel.open(path, StandardOpenOption.READ);
  }

  /**
   * Fills the buffer from a byte offset. The caller's interrupt, if there was one, is still set
   * afterwards.
   */
  void read(ByteBuffer buffer, long offset) throws IOException {
    boolean interrupted = false;
    try {
      while (true) {
        FileChannel used = channel;
        try {
          fill(used, buffer, offset);
          return;
        } catch (ClosedChannelException e) {
          interrupted |= Thread.interrupted();
          reopen(used, e);
          buffer.rewind();
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public synchronized void close() throws IOException {
    closed = true;
    channel.close();
  }

  private void fill(FileChannel used, ByteBuffer buffer, long offset) throws IOException {
    while (buffer.hasRemaining()) {
      if (used.read(buffer, offset + buffer.position()) < 0) {
        throw new EOFException(path + " ends before byte " + (offset + buffer.limit()));
      }
    }
  }

  private synchronized void reopen(FileChannel broken, ClosedChannelException cause)
      throws IOException {
    if (closed) {
      throw cause;
    }
    if (channel == broken) {
      channel = FileChannel.open(path, StandardOpenOption.READ);
    }
  }
}
