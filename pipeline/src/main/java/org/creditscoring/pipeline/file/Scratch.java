package org.creditscoring.pipeline.file;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.hadoop.util.ShutdownHookManager;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * A directory of one run's own for what need not outlive it: tables that are not kept, what Spark
 * lays on disk, native libraries. Only its owner may read it. It goes when the run ends, also by a
 * signal; what a killed run left is removed by the next one that wants such a directory, since the
 * operating system frees the lock of the dead and of nobody else.
 */
public final class Scratch implements AutoCloseable {
  static final String PREFIX = ".scratch-";

  /** Held while a directory is made and locked, so that no sweep can come in between. */
  private static final String GUARD = ".scratch.lock";

  /** After all others: Spark stops and the file systems close before. */
  private static final int LAST = 0;

  private static final int LEAST_DIRECTORIES = 16;
  private static final int LEAST_BYTES = 1 << 20;

  private final Path path;
  private final DirectoryLock lock;
  private final Runnable atTheEnd = this::removeQuietly;

  private Scratch(Path path, DirectoryLock lock) {
    this.path = path;
    this.lock = lock;
    ShutdownHookManager.get().addShutdownHook(atTheEnd, LAST);
  }

  /**
   * A new one below a directory, which is made if need be.
   *
   * @throws BadDataException if the directory cannot be made or written
   */
  public static Scratch in(Path root) throws IOException {
    Durable.ownDirectory(root, "cached tables");
    // A file's lock is the process's: threads of one process must wait for each other here.
    synchronized (Scratch.class) {
      try (FileChannel guard =
              FileChannel.open(
                  root.resolve(GUARD), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = guard.lock()) {
        sweep(root);
        Path own = Owner.directory(root, PREFIX);
        Scratch scratch = new Scratch(own, DirectoryLock.take(own));
        try {
          scratch.requireRoom();
        } catch (IOException e) {
          scratch.close();
          throw e;
        }
        return scratch;
      }
    }
  }

  /**
   * Takes the least room that any run needs, and gives it back. Where it is lacking Spark would end
   * the process at its start without a word.
   */
  private void requireRoom() throws IOException {
    Path room = Files.createDirectory(path.resolve("room"));
    for (int i = 0; i < LEAST_DIRECTORIES; i++) {
      Files.createDirectory(room.resolve(String.valueOf(i)));
    }
    Files.write(room.resolve("bytes"), new byte[LEAST_BYTES]);
    Durable.remove(room);
  }

  /** Absolute. */
  public Path path() {
    return path.toAbsolutePath();
  }

  @Override
  public void close() throws IOException {
    try {
      ShutdownHookManager.get().removeShutdownHook(atTheEnd);
    } catch (IllegalStateException ending) {
      // The hook does it.
      return;
    }
    removeQuietly();
    lock.close();
  }

  private void removeQuietly() {
    try {
      Durable.remove(path);
    } catch (IOException e) {
      // A task that did not stop in time still writes there: the next run removes it. What this
      // one was made for has long been done, or has failed for a better reason.
    }
  }

  private static void sweep(Path root) throws IOException {
    List<Path> all;
    try (Stream<Path> entries = Files.list(root)) {
      all = entries.filter(entry -> entry.getFileName().toString().startsWith(PREFIX)).toList();
    }
    for (Path one : all) {
      if (Files.isDirectory(one)) {
        removeIfDead(one);
      }
    }
  }

  private static void removeIfDead(Path one) throws IOException {
    Optional<DirectoryLock> free;
    try {
      free = DirectoryLock.takeIfFree(one);
    } catch (BadDataException e) {
      // On a full disk, one that died before it had a lock has no room for one now.
      if (!Files.exists(one.resolve(DirectoryLock.FILE))) {
        Durable.remove(one);
      }
      return;
    }
    if (free.isPresent()) {
      try (DirectoryLock dead = free.get()) {
        Durable.remove(one);
      }
    }
  }
}
