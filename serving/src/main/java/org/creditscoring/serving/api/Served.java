package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.http.Route;
import org.creditscoring.serving.http.Route.Answer;
import org.creditscoring.serving.snapshot.Lease;
import org.creditscoring.serving.snapshot.NotReadyException;
import org.creditscoring.serving.snapshot.RefusedSnapshotException;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;
import org.creditscoring.serving.snapshot.UnknownSnapshotException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers from one snapshot, which stays open and the same until the answer is made. */
final class Served {
  private static final Logger LOG = LoggerFactory.getLogger(Served.class);

  private final SnapshotStore store;

  Served(SnapshotStore store) {
    this.store = store;
  }

  /** An answer that is read from a snapshot. */
  interface FromSnapshot {
    Object of(Request request, Snapshot snapshot) throws IOException;
  }

  /** A route that answers from the newest snapshot, or as of {@code ?snapshot=}. */
  Route get(String path, FromSnapshot answer, String... parameters) {
    String[] all =
        Stream.concat(Stream.of(parameters), Stream.of(Request.SNAPSHOT)).toArray(String[]::new);
    return Route.get(path, by(answer), all);
  }

  /** A route that answers a body from the newest snapshot. */
  Route post(String path, FromSnapshot answer, String... parameters) {
    return Route.post(path, by(answer), parameters);
  }

  /** The answer of a route that has its own parameters. */
  Answer by(FromSnapshot answer) {
    return request -> {
      Optional<String> asOf = request.query(Request.SNAPSHOT);
      try (Lease lease = asOf.isPresent() ? asOf(asOf.get()) : store.acquire()) {
        request.noteSnapshot(lease.snapshot().id());
        return answer.of(request, lease.snapshot());
      } catch (NotReadyException e) {
        throw ProblemException.unavailable(e.getMessage());
      } catch (RefusedSnapshotException | IOException e) {
        throw unreadable(asOf, e);
      }
    };
  }

  /** The answer of a route about the snapshots themselves. */
  Answer ofDirectory(Answer answer) {
    return request -> {
      try {
        return answer.of(request);
      } catch (RefusedSnapshotException e) {
        throw unreadable(Optional.empty(), e);
      }
    };
  }

  /** Files that were there when the snapshot was opened and are not, or are others, now. */
  private ProblemException unreadable(Optional<String> asOf, Exception cause) {
    LOG.error("an answer could not be read from its snapshot: {}", cause.toString());
    if (asOf.isPresent() && !store.keeps(asOf.get())) {
      return ProblemException.gone("snapshot " + asOf.get() + " is not kept any more");
    }
    return ProblemException.unavailable(
        "a file of the snapshots cannot be read at this moment; the service's log names it");
  }

  private Lease asOf(String id) {
    if (!SnapshotId.valid(id)) {
      throw badRequest(
          "parameter snapshot must be an id of /v1/snapshots such as 20261122T193200Z-5f0c9a, is "
              + quoted(id));
    }
    try {
      return store.acquire(id);
    } catch (UnknownSnapshotException e) {
      throw ProblemException.notFound(e.getMessage());
    } catch (RefusedSnapshotException e) {
      throw ProblemException.gone(
          "snapshot " + id + " is kept but damaged, and nothing is answered from it");
    }
  }
}
