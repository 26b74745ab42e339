package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Layout.Client;
import org.creditscoring.model.snapshot.Manifest;

/** Reads the {@link Scores} of a snapshot part by part and holds each row against the contract. */
final class ScoresReader {
  /** The stored probability is the logistic of the stored margin, both rounded to float. */
  private static final double PROBABILITY_TOLERANCE = 1e-6;

  private static final List<String> COLUMNS =
      List.of(
          Client.ID,
          Client.FOLD,
          Client.OUTCOME,
          Client.MARGIN,
          Client.BASE_VALUE,
          Client.PROBABILITY,
          Client.POINTS,
          Client.PERCENTILE,
          Client.DECISION,
          Client.REASONS);

  private final Manifest manifest;
  private final Set<Integer> folds;
  private final Scores scores;
  private int next;

  ScoresReader(Manifest manifest) {
    this.manifest = manifest;
    folds = manifest.folds().stream().map(Manifest.Fold::fold).collect(Collectors.toSet());
    scores = new Scores(manifest.clients());
  }

  /**
   * Appends the rows of one part.
   *
   * @return how many
   * @throws IllegalArgumentException naming the client whose row breaks the contract
   */
  int append(ParquetFile part, String name) throws IOException {
    int before = next;
    MessageType projection =
        new MessageType(
            part.schema().getName(),
            COLUMNS.stream().map(part.schema()::getType).toArray(Type[]::new));
    try (ParquetFileReader reader = part.reader(projection)) {
      for (int i = 0; i < part.rowGroups().size(); i++) {
        BlockMetaData group = part.rowGroups().get(i);
        if (group.getRowCount() == 0) {
          continue; // which parquet-java would not read
        }
        int from = next;
        int to = Math.toIntExact(from + group.getRowCount());
        if (to > scores.size()) {
          throw tooMany();
        }
        try (PageReadStore pages = reader.readRowGroup(i)) {
          read(new GroupColumns(group, projection, pages, part.createdBy()), from);
        }
        next = to;
        check(from, to, name);
      }
    }
    return next - before;
  }

  /**
   * @throws IllegalArgumentException if rows are missing
   */
  Scores finished() {
    if (next != scores.size()) {
      throw new IllegalArgumentException(
          "clients has " + next + " rows where the manifest counts " + scores.size());
    }
    return scores;
  }

  private void read(GroupColumns group, int from) {
    System.arraycopy(group.ints(Client.ID), 0, scores.ids, from, group.rows());
    int[] folds = group.ints(Client.FOLD);
    int[] outcomes = group.ints(Client.OUTCOME);
    int[] points = group.ints(Client.POINTS);
    Decision[] decisions = new Decision[group.rows()];
    group.texts(Client.DECISION, Decision::valueOf, decisions);
    for (int i = 0; i < folds.length; i++) {
      scores.folds[from + i] = (byte) folds[i];
      scores.outcomes[from + i] = (byte) outcomes[i];
      scores.points[from + i] = (short) points[i];
      scores.refused[from + i] = decisions[i] == Decision.REFUSED;
    }
    System.arraycopy(group.floats(Client.MARGIN), 0, scores.margins, from, folds.length);
    System.arraycopy(group.floats(Client.BASE_VALUE), 0, scores.baseValues, from, folds.length);
    System.arraycopy(group.floats(Client.PROBABILITY), 0, scores.probabilities, from, folds.length);
    System.arraycopy(group.floats(Client.PERCENTILE), 0, scores.percentiles, from, folds.length);
    int[] reasons = group.lists(Client.REASONS, Layout.REASONS);
    for (int i = 0; i < reasons.length; i++) {
      scores.reasons[from * Layout.REASONS + i] = (short) reasons[i];
    }
  }

  private void check(int from, int to, String part) {
    int range = -1;
    for (int row = from; row < to; row++) {
      int id = scores.ids[row];
      if (row > 0 && id <= scores.ids[row - 1]) {
        throw new IllegalArgumentException(
            "its ids do not rise strictly: " + id + " after " + scores.ids[row - 1]);
      }
      if (id < 0 || id / Layout.IDS_PER_PART != range && !Layout.part(id).equals(part)) {
        throw new IllegalArgumentException("client " + id + " belongs into another part");
      }
      range = id / Layout.IDS_PER_PART;
      if (!folds.contains((int) scores.folds[row])) {
        throw new IllegalArgumentException(
            "client " + id + " is of fold " + scores.folds[row] + ", which the manifest has not");
      }
      checkScore(row, id);
    }
  }

  private void checkScore(int row, int id) {
    double probability = Logistic.of(scores.margins[row]);
    if (!(Math.abs(probability - scores.probabilities[row]) <= PROBABILITY_TOLERANCE)) {
      throw new IllegalArgumentException(
          "client %d has probability %s and margin %s, which do not agree"
              .formatted(id, scores.probabilities[row], scores.margins[row]));
    }
    if (scores.refused[row] != probability >= manifest.cutOff()) {
      throw new IllegalArgumentException(
          "client %d has a decision that probability %s and cut-off %s do not give"
              .formatted(id, scores.probabilities[row], manifest.cutOff()));
    }
    for (int position : scores.reasonsOf(row)) {
      if (position < Reasons.NONE || position >= manifest.features().size()) {
        throw new IllegalArgumentException(
            "client " + id + " has the reason " + position + ", which is no feature's position");
      }
    }
  }

  private IllegalArgumentException tooMany() {
    return new IllegalArgumentException(
        "clients has more rows than the " + scores.size() + " that the manifest counts");
  }
}
