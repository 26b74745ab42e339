package org.creditscoring.serving.snapshot;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.Manifest.FileEntry;

/**
 * Every client of a snapshot: scalars from memory, the two vectors from the files. Safe for use by
 * many threads.
 */
public final class Clients implements Closeable {
  private final Scores scores;
  private final List<ClientPart> parts;
  private final int[] partStart;
  private final int valueCount;
  private final int featureCount;
  private final ClientSearch search;
  private RiskBands bands;

  private Clients(Scores scores, List<ClientPart> parts, int[] partStart, Manifest manifest) {
    this.scores = scores;
    this.parts = List.copyOf(parts);
    this.partStart = partStart;
    valueCount = manifest.valueCount();
    featureCount = manifest.features().size();
    search = new ClientSearch(scores, manifest.cutOff());
  }

  /**
   * @throws RefusedSnapshotException naming the part and what is wrong with it
   */
  static Clients open(Path snapshot, Manifest manifest) throws IOException {
    List<String> names =
        manifest.files().stream()
            .map(FileEntry::path)
            .filter(path -> path.startsWith(Layout.CLIENTS + "/") && path.endsWith(".parquet"))
            .sorted()
            .toList();
    ScoresReader scores = new ScoresReader(manifest);
    List<ClientPart> parts = new ArrayList<>();
    int[] partStart = new int[names.size()];
    int rows = 0;
    try {
      for (String name : names) {
        partStart[parts.size()] = rows;
        try {
          ParquetFile file = ParquetFile.open(snapshot.resolve(name));
          ClientSchema.check(file.schema());
          int appended = scores.append(file, name);
          if (appended == 0) {
            throw new IllegalArgumentException("it has no rows");
          }
          parts.add(
              ClientPart.open(file, appended, manifest.valueCount(), manifest.features().size()));
          rows += appended;
        } catch (IOException | RuntimeException e) {
          throw RefusedSnapshotException.unreadable(snapshot.resolve(name), e);
        }
      }
      return new Clients(scores.finished(), parts, partStart, manifest);
    } catch (RuntimeException e) {
      for (ClientPart part : parts) {
        part.close();
      }
      throw e;
    }
  }

  public int size() {
    return scores.size();
  }

  public Optional<ClientRecord> find(int id) {
    int row = scores.row(id);
    return row < 0 ? Optional.empty() : Optional.of(at(row));
  }

  /** The client in a place, from 0, by rising id. */
  public ClientRecord at(int row) {
    return new ClientRecord(
        row,
        scores.ids[row],
        scores.folds[row],
        scores.outcomes[row],
        scores.margins[row],
        scores.baseValues[row],
        scores.probabilities[row],
        scores.points[row],
        scores.percentiles[row],
        scores.refused[row] ? Decision.REFUSED : Decision.ACCEPTED,
        scores.reasonsOf(row));
  }

  /** Finds clients by what is known of them. */
  public ClientSearch search() {
    return search;
  }

  /** Whom a cut-off would accept and refuse. */
  public PolicyCounts at(double cutOff) {
    return PolicyCounts.of(scores, cutOff);
  }

  /** What became of past clients of a like probability; counted when first asked for. */
  public synchronized RiskBands bands() {
    if (bands == null) {
      bands = RiskBands.of(scores);
    }
    return bands;
  }

  /** The vector {@code values} of a row: NaN is missing, a category is its index. */
  public float[] values(int row) throws IOException {
    int part = part(row);
    return parts.get(part).values(row - partStart[part]);
  }

  /** The contributions of a row's features, in calibrated log-odds. */
  public float[] contributions(int row) throws IOException {
    int part = part(row);
    return parts.get(part).contributions(row - partStart[part]);
  }

  /** Whether every look-up is one positional read. */
  public boolean addressable() {
    return parts.stream().allMatch(ClientPart::addressable);
  }

  /**
   * Compares every row with what parquet-java decodes.
   *
   * @throws RefusedSnapshotException naming the part that differs
   */
  void verify() {
    for (ClientPart part : parts) {
      try {
        part.verify(valueCount, featureCount);
      } catch (IOException | RuntimeException e) {
        throw RefusedSnapshotException.unreadable(part.path(), e);
      }
    }
  }

  /**
   * Reads what the reasons of every client show.
   *
   * @param reasons that sum up contributions
   * @throws InterruptedIOException if the thread is interrupted
   */
  ReasonFigures reasonFigures(Reasons reasons) throws IOException {
    ReasonFigures figures = new ReasonFigures(size(), reasons);
    for (int row = 0; row < size(); row++) {
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedIOException("interrupted at client " + scores.ids[row]);
      }
      figures.keep(row, scores.reasonsOf(row), values(row), contributions(row));
    }
    return figures;
  }

  @Override
  public void close() throws IOException {
    for (ClientPart part : parts) {
      part.close();
    }
  }

  private int part(int row) {
    int found = Arrays.binarySearch(partStart, row);
    return found < 0 ? -found - 2 : found;
  }
}
