package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/** The clients of a snapshot, opened by another thread while its small tables are read. */
final class OpeningClients {
  private final CompletableFuture<Clients> opening;

  OpeningClients(Supplier<Clients> open) {
    opening = CompletableFuture.supplyAsync(open);
  }

  /**
   * The clients, once they are open.
   *
   * @throws RefusedSnapshotException if they cannot be
   */
  Clients opened() {
    try {
      return opening.join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RefusedSnapshotException refused ? refused : e;
    }
  }

  /**
   * Closes them, once they are open: the snapshot is not to be had.
   *
   * @param reason gets what goes wrong with that
   */
  void abandon(Throwable reason) {
    Clients clients = opening.exceptionally(failure -> null).join();
    if (clients == null) {
      return;
    }
    try {
      clients.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }
}
