package org.creditscoring.pipeline.schedule;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;

/**
 * A lock among processes that the operating system frees when its holder dies, on this machine or,
 * on a file system that carries locks, on another. Its file is opened once and kept open: POSIX
 * frees the locks of a file when their process closes any channel to it.
 */
final class ProcessLock implements AutoCloseable {
  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /** While it is open nobody else has the lock. */
  @FunctionalInterface
  interface Held extends AutoCloseable {
    @Override
    void close() throws IOException;
  }

  static ProcessLock on(Path file) throws IOException {
    return new ProcessLock(
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE));
  }

  /** Waits for the lock. */
  Held hold() throws IOException {
    return channel.lock()::release;
  }

  /** Empty if another process has it. */
  Optional<Held> holdIfFree() throws IOException {
    return Optional.ofNullable(channel.tryLock()).map(lock -> (Held) lock::release);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
