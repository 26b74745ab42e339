package org.creditscoring.serving.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One published snapshot, open for look-ups. Safe for use by many threads. */
public final class Snapshot implements Closeable {
  private static final Logger LOG = LoggerFactory.getLogger(Snapshot.class);

  /** What a file system cannot do is said once. */
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private final Path directory;
  private final SnapshotLock lock;
  private final Manifest manifest;
  private final String cardText;
  private final ModelCard card;
  private final FeatureTable features;
  private final Distributions distributions;
  private final List<Importance> importance;
  private final Reasons reasons;
  private final Clients clients;
  private final FoldModels models;
  private final Optional<Pairs> pairs;
  private final Optional<Points> points;
  private final Optional<CutOffTable> cutOffs;
  private final ConcurrentMap<Class<?>, Object> derived = new ConcurrentHashMap<>();

  /** Empty unless they are in memory. */
  private volatile Optional<ReasonFigures> figures = Optional.empty();

  private Snapshot(Path directory, SnapshotLock lock, Manifest manifest) {
    this.directory = directory;
    this.lock = lock;
    this.manifest = manifest;
    // The clients take as long as all small tables together.
    OpeningClients opening = new OpeningClients(this::openClients);
    try {
      cardText = part(Layout.MODEL + "/model.json", Files::readString);
      card = part(Layout.MODEL + "/model.json", file -> Json.read(cardText, ModelCard.class));
      features = part(Layout.FEATURES, file -> FeatureTable.read(file, manifest));
      Map<String, Steps> steps = later(Layout.POSITIONS, Steps::read).orElse(Map.of());
      distributions = part(Layout.DISTRIBUTIONS, file -> Distributions.read(file, steps, manifest));
      importance = part(Layout.IMPORTANCE, Importance::read);
      reasons = Reasons.of(features.catalogue());
      models = new FoldModels(directory, card);
      clients = opening.opened();
      List<String> ranked = Pairs.ranked(importance);
      pairs = later(Layout.PAIRS, file -> Pairs.read(file, ranked, distributions, manifest));
      points = later(Layout.POINTS, file -> Points.read(file, ranked, clients));
      cutOffs = later(Layout.CUT_OFF, file -> CutOffTable.read(file, manifest));
    } catch (RuntimeException | Error e) {
      opening.abandon(e);
      throw e;
    }
  }

  private Clients openClients() {
    return part(Layout.CLIENTS, file -> Clients.open(directory, manifest));
  }

  /**
   * Opens a snapshot after the checks that are quick: the manifest, each file's size, the small
   * tables, each client's scalars and a sample of the vectors. {@link #verify} makes the others.
   * While it is open it is held against being pruned.
   *
   * @throws RefusedSnapshotException naming the file and the reason
   */
  public static Snapshot open(Path directory) {
    SnapshotLock lock = lock(directory);
    try {
      return new Snapshot(directory, lock, SnapshotFiles.check(directory));
    } catch (RuntimeException | Error e) {
      letGo(lock, e);
      throw e;
    }
  }

  /**
   * Reads every file whole: SHA-256 against the manifest, and each row's vectors as parquet-java
   * decodes them against what a look-up reads.
   *
   * @throws RefusedSnapshotException naming the file and the reason
   */
  public void verify() {
    SnapshotFiles.checkHashes(directory, manifest);
    clients.verify();
  }

  /**
   * Reads both vectors of every client and keeps what the reasons show of them, 40 bytes a client:
   * from then on {@link #reasonsOf} reads no file.
   *
   * @return false, and nothing is read, where look-ups are not addressable: it would take hours
   */
  boolean loadReasonFigures() throws IOException {
    if (!clients.addressable()) {
      return false;
    }
    figures = Optional.of(clients.reasonFigures(reasons));
    return true;
  }

  /** Gives their memory back; {@link #reasonsOf} reads files again. */
  void dropReasonFigures() {
    figures = Optional.empty();
  }

  public String id() {
    return manifest.snapshotId();
  }

  public Manifest manifest() {
    return manifest;
  }

  public ModelCard card() {
    return card;
  }

  /** The card as it is published, with what this version of the service does not know of it. */
  public Map<?, ?> wholeCard() {
    return Json.read(cardText, Map.class);
  }

  public FeatureTable features() {
    return features;
  }

  public Distributions distributions() {
    return distributions;
  }

  /** By features and by groups, each by rank. */
  public List<Importance> importance() {
    return importance;
  }

  boolean hasReasonFigures() {
    return figures.isPresent();
  }

  /** The reasons of a client's decision, none to five of them, in their order. */
  public List<ClientReason> reasonsOf(ClientRecord client) throws IOException {
    Optional<ReasonFigures> inMemory = figures;
    if (inMemory.isPresent()) {
      return inMemory.get().of(client.row(), client.reasons());
    }
    float[] values = clients.values(client.row());
    return reasons.at(client.reasons(), clients.contributions(client.row())).stream()
        .map(reason -> new ClientReason(reason, values[reason.position()]))
        .toList();
  }

  public Clients clients() {
    return clients;
  }

  /** The models that scored the clients. */
  public FoldModels models() {
    return models;
  }

  /** Densities of two features; none if the snapshot is older than they are. */
  public Optional<Pairs> pairs() {
    return pairs;
  }

  /** The sample of clients for scatters; none if the snapshot is older than it is. */
  public Optional<Points> points() {
    return points;
  }

  /** Clients by probability; none if the snapshot is older than it is. */
  public Optional<CutOffTable> cutOffs() {
    return cutOffs;
  }

  /** What others make of this snapshot once, and is gone with it. */
  public <T> T derived(Class<T> kind, Function<Snapshot, T> make) {
    return kind.cast(derived.computeIfAbsent(kind, k -> make.apply(this)));
  }

  @Override
  public void close() throws IOException {
    try (lock) {
      clients.close();
    }
  }

  private static SnapshotLock lock(Path directory) {
    try {
      SnapshotLock lock = SnapshotLock.shared(directory);
      lock.defect().ifPresent(Snapshot::warnOnce);
      return lock;
    } catch (IOException | UncheckedIOException e) {
      throw RefusedSnapshotException.unreadable(directory.resolve(Layout.MANIFEST), e);
    }
  }

  private static void warnOnce(String defect) {
    if (WARNED.compareAndSet(false, true)) {
      LOG.warn("snapshots that are open here are not held against being pruned: {}", defect);
    }
  }

  private static void letGo(SnapshotLock lock, Throwable reason) {
    try {
      lock.close();
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  /** A file that an earlier writer of this format does not know: absent unless it is listed. */
  private <T> Optional<T> later(String name, Reader<T> reader) {
    boolean listed = manifest.files().stream().anyMatch(entry -> entry.path().equals(name));
    return listed ? Optional.of(part(name, reader)) : Optional.empty();
  }

  private <T> T part(String name, Reader<T> reader) {
    Path file = directory.resolve(name);
    try {
      return reader.read(file);
    } catch (IOException | RuntimeException e) {
      throw RefusedSnapshotException.unreadable(file, e);
    }
  }
}
