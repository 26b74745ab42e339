package org.creditscoring.serving.snapshot;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.creditscoring.model.snapshot.Manifest;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The snapshot that {@code CURRENT} names, exchanged under the requests when {@code CURRENT}
 * changes. A snapshot that is refused leaves the one before it in place.
 */
public final class SnapshotStore implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

  private final SnapshotDirectory directory;
  private final KeptSnapshots kept;
  private final AtomicReference<State> state;
  private final AtomicReference<Refusal> refusal = new AtomicReference<>(Refusal.NONE);

  /**
   * By id, what is wrong with the content of a kept snapshot, which takes long to find; until it is
   * put in place after all.
   */
  private final Map<String, String> refused = new ConcurrentHashMap<>();

  private final AtomicLong swaps = new AtomicLong();
  private final AtomicLong refusals = new AtomicLong();

  /**
   * @param shared the snapshot that is served
   * @param defect why it may not be served any more; empty for none
   */
  private record State(SharedSnapshot shared, String defect) {}

  private record Refusal(String snapshotId, String reason) {
    static final Refusal NONE = new Refusal("", "");
  }

  /**
   * How the store stands.
   *
   * @param snapshotId that is in place
   * @param createdAt of it, ISO-8601, UTC
   * @param swaps since the start
   * @param refusals since the start, a repeated one counted once
   * @param refusal why {@code CURRENT} is not followed or what is in place is not served, without
   *     paths of this machine; empty when all is well
   */
  public record Status(
      String snapshotId, String createdAt, long swaps, long refusals, String refusal) {}

  private SnapshotStore(SnapshotDirectory directory, Snapshot first) {
    this.directory = directory;
    kept = new KeptSnapshots(directory, Snapshot::open);
    state = new AtomicReference<>(new State(new SharedSnapshot(first), ""));
  }

  /**
   * Opens the current snapshot after its quick checks.
   *
   * @throws NothingToServeException if none was published
   * @throws RefusedSnapshotException if it cannot be served
   */
  public static SnapshotStore open(SnapshotDirectory directory) {
    return new SnapshotStore(directory, Snapshot.open(directory.of(directory.current())));
  }

  /**
   * A hold on the current snapshot.
   *
   * @throws NotReadyException if a thorough check found it corrupt
   */
  public Lease acquire() {
    while (true) {
      State current = state.get();
      if (!current.defect().isEmpty()) {
        throw new NotReadyException(
            "snapshot " + current.shared().snapshot().id() + " is damaged and is not served");
      }
      if (current.shared().retain()) {
        return new Lease(current.shared());
      }
      if (state.get() == current) {
        throw new NotReadyException("the service is stopping");
      }
    }
  }

  /**
   * A hold on a kept snapshot, the current one or an older one.
   *
   * @throws UnknownSnapshotException if it is not kept
   * @throws RefusedSnapshotException if it cannot be read or was refused before
   * @throws NotReadyException as {@link #acquire()}, or if it takes longer to open than one waits
   */
  public Lease acquire(String id) {
    if (id.equals(state.get().shared().snapshot().id())) {
      Lease lease = acquire();
      if (lease.snapshot().id().equals(id)) {
        return lease;
      }
      // Another one was put in its place meanwhile.
      lease.close();
    }
    String reason = refused.get(id);
    if (reason != null && keeps(id)) {
      throw new RefusedSnapshotException(reason);
    }
    try {
      return kept.acquire(id);
    } catch (RefusedSnapshotException e) {
      remember(id, e);
      throw e;
    }
  }

  /** What a moment's trouble of the disk refuses is tried again at the next request. */
  private void remember(String id, RefusedSnapshotException refusal) {
    if (refusal.ofContent()) {
      refused.put(id, refusal.getMessage());
    }
  }

  /** Whether the directory has a snapshot, of whatever condition. */
  public boolean keeps(String id) {
    return Files.isDirectory(directory.of(id));
  }

  /** A client's score in one kept snapshot, if that can be read. */
  public Optional<PastScore> scoreIn(String id, int clientId) {
    return keeps(id)
        ? Optional.of(kept(id, false))
            .filter(snapshot -> snapshot.problem().isEmpty())
            .flatMap(snapshot -> past(snapshot, clientId))
        : Optional.empty();
  }

  /**
   * Every snapshot in the directory, the newest first.
   *
   * @throws RefusedSnapshotException if the directory cannot be read, here and below
   */
  public List<KeptSnapshot> kept() {
    String current = state.get().shared().snapshot().id();
    return directory.ids().stream().map(id -> kept(id, id.equals(current))).toList();
  }

  /** A client's scores in the snapshots that are kept and can be read, the newest first. */
  public List<PastScore> history(int clientId) {
    List<PastScore> scores = new ArrayList<>();
    for (KeptSnapshot snapshot : kept()) {
      if (snapshot.problem().isEmpty()) {
        past(snapshot, clientId).ifPresent(scores::add);
      }
    }
    return scores;
  }

  /** The client's score in the newest readable snapshot that is older than another one. */
  public Optional<PastScore> before(String snapshotId, int clientId) {
    return directory.ids().stream()
        .filter(id -> id.compareTo(snapshotId) < 0)
        .map(id -> kept(id, false))
        .filter(snapshot -> snapshot.problem().isEmpty())
        .findFirst()
        .flatMap(snapshot -> past(snapshot, clientId));
  }

  public Status status() {
    State now = state.get();
    Manifest manifest = now.shared().snapshot().manifest();
    String reason = now.defect().isEmpty() ? refusal.get().reason() : now.defect();
    return new Status(
        manifest.snapshotId(),
        manifest.createdAt(),
        swaps.get(),
        refusals.get(),
        directory.withoutPath(reason));
  }

  /** Whether what is in place may be served, as far as it has been checked. */
  public boolean serves() {
    return state.get().defect().isEmpty();
  }

  /**
   * Makes the checks that {@link #open} left out; a snapshot that fails them is served no more.
   *
   * @return why it is not
   */
  public Optional<RefusedSnapshotException> verify() {
    State checked = state.get();
    if (!checked.shared().retain()) {
      return Optional.empty();
    }
    Snapshot snapshot = checked.shared().snapshot();
    try {
      snapshot.verify();
      LOG.info("snapshot {} is verified", snapshot.id());
      return Optional.empty();
    } catch (RefusedSnapshotException e) {
      if (state.compareAndSet(checked, new State(checked.shared(), e.getMessage()))) {
        refusal.set(new Refusal(snapshot.id(), e.getMessage()));
        refusals.incrementAndGet();
        remember(snapshot.id(), e);
        LOG.error("snapshot {} is served no more: {}", snapshot.id(), e.getMessage());
      }
      return Optional.of(e);
    } finally {
      checked.shared().release();
    }
  }

  /**
   * Follows {@code CURRENT}: when it names another snapshot, that one is opened, verified whole and
   * put in place of the old one.
   *
   * @return the id of the snapshot that is new in place, if one is
   * @throws RefusedSnapshotException if the new one cannot be served; the old one still is
   * @throws NothingToServeException if {@code CURRENT} is gone; the old one is still served
   */
  public Optional<String> follow() {
    String id = "";
    refused.keySet().removeIf(gone -> !keeps(gone));
    try {
      id = directory.current();
      Optional<String> fresh = follow(id);
      refusal.set(Refusal.NONE);
      return fresh;
    } catch (RuntimeException | Error e) {
      String reason = e.getMessage() == null ? e.toString() : e.getMessage();
      Refusal latest = new Refusal(id, reason);
      if (!refusal.getAndSet(latest).equals(latest)) {
        refusals.incrementAndGet();
      }
      if (e instanceof RefusedSnapshotException refusedOne && !id.isEmpty()) {
        remember(id, refusedOne);
      }
      throw e;
    }
  }

  private Optional<String> follow(String id) {
    State old = state.get();
    boolean same = old.shared().snapshot().id().equals(id);
    if (same && old.defect().isEmpty()) {
      return Optional.empty();
    }
    // What is wrong at first sight is refused before it costs anything.
    SnapshotFiles.check(directory.of(id));
    // The heap has room for this one, the next and the kept ones that are asked for, not for more.
    old.shared().snapshot().dropReasonFigures();
    Snapshot opened = verified(id);
    State fresh = new State(new SharedSnapshot(opened), "");
    state.getAndSet(fresh).shared().release();
    kept.letGo(id);
    refused.remove(id);
    swaps.incrementAndGet();
    return Optional.of(id);
  }

  /** Serves nothing any more; the files close after the last lease. */
  @Override
  public void close() {
    state.get().shared().release();
    kept.close();
  }

  private KeptSnapshot kept(String id, boolean current) {
    try {
      Manifest manifest = SnapshotFiles.check(directory.of(id));
      String problem = current ? state.get().defect() : refused.getOrDefault(id, "");
      return new KeptSnapshot(id, Optional.of(manifest), current, directory.withoutPath(problem));
    } catch (RefusedSnapshotException e) {
      return new KeptSnapshot(id, Optional.empty(), current, directory.withoutPath(e.getMessage()));
    }
  }

  private Optional<PastScore> past(KeptSnapshot snapshot, int clientId) {
    try {
      return StoredScore.read(directory.of(snapshot.id()), clientId)
          .map(score -> new PastScore(snapshot.manifest().orElseThrow(), score));
    } catch (RefusedSnapshotException e) {
      // One that was pruned or damaged a moment ago has no say.
      LOG.warn("the history of clients leaves a snapshot out: {}", e.getMessage());
      return Optional.empty();
    }
  }

  private Snapshot verified(String id) {
    Snapshot opened = Snapshot.open(directory.of(id));
    try {
      opened.verify();
      return opened;
    } catch (RuntimeException | Error e) {
      new SharedSnapshot(opened).release();
      throw e;
    }
  }
}
