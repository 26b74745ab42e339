package org.creditscoring.pipeline.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotLock;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.ModelFormatException;
import org.creditscoring.model.tree.XgboostJson;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.RootCause;
import org.creditscoring.pipeline.table.RecordFileReader;
import org.creditscoring.pipeline.training.Boosters;
import org.creditscoring.pipeline.training.ModelStore;

/**
 * A whole snapshot, published or held, to be looked at without Spark. It is held against being
 * pruned until it is closed.
 */
public final class PublishedSnapshot implements Closeable {
  private final Path directory;
  private final SnapshotLock lock;
  private final Manifest manifest;

  private PublishedSnapshot(Path directory, SnapshotLock lock, Manifest manifest) {
    this.directory = directory;
    this.lock = lock;
    this.manifest = manifest;
  }

  /**
   * @throws BadDataException if its manifest cannot be read, or is that of another snapshot
   */
  public static PublishedSnapshot open(Path directory) {
    try {
      SnapshotLock lock = SnapshotLock.shared(directory);
      try {
        return new PublishedSnapshot(directory, lock, manifest(directory));
      } catch (BadDataException e) {
        lock.close();
        throw e;
      }
    } catch (IOException e) {
      throw unreadable(directory.resolve(Layout.MANIFEST), e);
    }
  }

  /**
   * What a snapshot says of itself.
   *
   * @throws BadDataException if that cannot be read, or is said of another snapshot
   */
  public static Manifest manifest(Path directory) {
    Path file = directory.resolve(Layout.MANIFEST);
    Manifest manifest;
    try {
      manifest = Json.read(SnapshotLock.manifest(directory), Manifest.class);
    } catch (IOException | UncheckedIOException | IllegalArgumentException e) {
      throw unreadable(file, e);
    }
    String name = directory.getFileName().toString();
    String id =
        name.startsWith(Layout.HELD_PREFIX) ? name.substring(Layout.HELD_PREFIX.length()) : name;
    if (!manifest.snapshotId().equals(id)) {
      throw new BadDataException(
          file + " is of snapshot " + manifest.snapshotId() + ", not of its own directory");
    }
    return manifest;
  }

  public Manifest manifest() {
    return manifest;
  }

  /** Whether the manifest lists a file, which an earlier writer of this format may not know. */
  public boolean has(String file) {
    return manifest.files().stream().anyMatch(entry -> entry.path().equals(file));
  }

  /** The files of {@code clients}, by name. */
  public List<String> parts() {
    return manifest.files().stream()
        .map(Manifest.FileEntry::path)
        .filter(path -> path.startsWith(Layout.CLIENTS + "/"))
        .sorted()
        .toList();
  }

  /** What differs between the manifest and the files, every one of which is read whole. */
  public List<String> fileDifferences() {
    try {
      return SnapshotFiles.differences(directory, manifest);
    } catch (IOException | UncheckedIOException e) {
      throw unreadable(directory, e);
    }
  }

  /**
   * Every row of one of the small tables.
   *
   * @throws BadDataException naming the table and why it cannot be read
   */
  public <R extends Record> List<R> table(String file, Class<R> type) {
    return read(file, path -> RecordFileReader.all(path, type));
  }

  /** The card of the model that scored. */
  public ModelCard card() {
    return read(
        Layout.MODEL + "/" + ModelStore.CARD,
        path -> Json.read(Files.readString(path), ModelCard.class));
  }

  /** The margins from which percentiles were read. */
  public ReferencePopulation reference() {
    return read(
        Layout.MODEL + "/" + ModelStore.REFERENCE,
        path -> ReferencePopulation.of(Files.readAllBytes(path)));
  }

  /** The trees of a fold. */
  public Ensemble fold(int fold) {
    return read(Layout.MODEL + "/" + Boosters.file(fold), XgboostJson::read);
  }

  /** What the gates saw before it was published; empty if it is older than they are. */
  public Optional<GateReport> gates() {
    return has(Layout.GATES)
        ? Optional.of(
            read(Layout.GATES, path -> Json.read(Files.readString(path), GateReport.class)))
        : Optional.empty();
  }

  /** Every client, by id. */
  public ClientRows clients() {
    return new ClientRows(directory, parts());
  }

  /**
   * Holds the tables against each other, as far as they are there.
   *
   * @throws BadDataException naming the table and what does not agree
   */
  public void requireAgreement() {
    List<DistributionRow> distributions = table(Layout.DISTRIBUTIONS, DistributionRow.class);
    try {
      if (Stream.of(Layout.POSITIONS, Layout.PAIRS, Layout.POINTS, Layout.CUT_OFF)
          .allMatch(this::has)) {
        AggregatesCheck.verify(
            new Aggregates(
                List.of(),
                distributions,
                table(Layout.POSITIONS, PositionRow.class),
                table(Layout.IMPORTANCE, ImportanceRow.class),
                table(Layout.PAIRS, PairRow.class),
                table(Layout.POINTS, PointRow.class),
                table(Layout.CUT_OFF, CutOffRow.class),
                Optional.empty()),
            manifest.clients(),
            manifest.cutOff());
      } else {
        AggregatesCheck.verifyFirst(distributions, manifest.clients());
      }
    } catch (IllegalStateException e) {
      throw new BadDataException(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    lock.close();
  }

  private interface Reader<T> {
    T read(Path file) throws IOException;
  }

  private <T> T read(String name, Reader<T> reader) {
    try {
      return reader.read(directory.resolve(name));
    } catch (IOException | IllegalArgumentException | ModelFormatException e) {
      throw unreadable(name, e);
    }
  }

  static BadDataException unreadable(Object file, Exception failure) {
    String reason =
        failure instanceof NoSuchFileException
            ? " is missing"
            : " cannot be read: " + RootCause.of(failure);
    return new BadDataException(file + reason, failure);
  }
}
