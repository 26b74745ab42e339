package org.creditscoring.serving.api;

import java.io.IOException;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.http.Route.Answer;
import org.creditscoring.serving.snapshot.Lease;
import org.creditscoring.serving.snapshot.NotReadyException;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** Answers from one snapshot, which stays open and the same until the answer is made. */
final class Served {
  private final SnapshotStore store;

  Served(SnapshotStore store) {
    this.store = store;
  }

  /** An answer that is read from a snapshot. */
  interface FromSnapshot {
    Object of(Request request, Snapshot snapshot) throws IOException;
  }

  Answer by(FromSnapshot answer) {
    return request -> {
      try (Lease lease = store.acquire()) {
        request.noteSnapshot(lease.snapshot().id());
        return answer.of(request, lease.snapshot());
      } catch (NotReadyException e) {
        throw ProblemException.unavailable(e.getMessage());
      }
    };
  }
}
