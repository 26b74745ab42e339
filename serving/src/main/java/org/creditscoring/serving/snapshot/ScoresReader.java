package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.hadoop.ParquetFileReader;
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
      for (PageReadStore pages; (pages = reader.readNextRowGroup()) != null; ) {
        int from = next;
        int to = Math.toIntExact(from + pages.getRowCount());
        if (to > scores.size()) {
          throw tooMany();
        }
        read(Columns.of(pages, projection, part.createdBy()), projection, from, to);
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

  private void read(ColumnReadStoreImpl store, MessageType schema, int from, int to) {
    Function<String, ColumnReader> column =
        name -> store.getColumnReader(schema.getColumnDescription(new String[] {name}));
    ints(column.apply(Client.ID), from, to, (row, value) -> scores.ids[row] = value);
    ints(column.apply(Client.FOLD), from, to, (row, value) -> scores.folds[row] = (byte) value);
    ints(
        column.apply(Client.OUTCOME),
        from,
        to,
        (row, value) -> scores.outcomes[row] = (byte) value);
    floats(column.apply(Client.MARGIN), from, to, scores.margins);
    floats(column.apply(Client.BASE_VALUE), from, to, scores.baseValues);
    floats(column.apply(Client.PROBABILITY), from, to, scores.probabilities);
    ints(column.apply(Client.POINTS), from, to, (row, value) -> scores.points[row] = (short) value);
    floats(column.apply(Client.PERCENTILE), from, to, scores.percentiles);
    ColumnReader decisions = column.apply(Client.DECISION);
    each(decisions, from, to, row -> scores.refused[row] = refused(decisions));
    reasons(
        store.getColumnReader(schema.getColumnDescription(ClientSchema.listPath(Client.REASONS))),
        from,
        to);
  }

  private void reasons(ColumnReader column, int from, int to) {
    int[] reasons = new int[Layout.REASONS];
    for (int row = from; row < to; row++) {
      Columns.ints(column, reasons);
      for (int i = 0; i < reasons.length; i++) {
        scores.reasons[row * Layout.REASONS + i] = (short) reasons[i];
      }
    }
  }

  private interface IntCells {
    void set(int row, int value);
  }

  private static void ints(ColumnReader column, int from, int to, IntCells cells) {
    each(column, from, to, row -> cells.set(row, column.getInteger()));
  }

  private static void floats(ColumnReader column, int from, int to, float[] cells) {
    each(column, from, to, row -> cells[row] = column.getFloat());
  }

  private static void each(ColumnReader column, int from, int to, IntConsumer read) {
    int present = column.getDescriptor().getMaxDefinitionLevel();
    for (int row = from; row < to; row++) {
      if (column.getCurrentDefinitionLevel() != present) {
        throw new IllegalArgumentException(
            "its column " + column.getDescriptor().getPath()[0] + " holds a null");
      }
      read.accept(row);
      column.consume();
    }
  }

  private static boolean refused(ColumnReader column) {
    return Decision.valueOf(column.getBinary().toStringUsingUTF8()) == Decision.REFUSED;
  }

  private void check(int from, int to, String part) {
    for (int row = from; row < to; row++) {
      int id = scores.ids[row];
      if (row > 0 && id <= scores.ids[row - 1]) {
        throw new IllegalArgumentException(
            "its ids do not rise strictly: " + id + " after " + scores.ids[row - 1]);
      }
      if (id < 0 || !Layout.part(id).equals(part)) {
        throw new IllegalArgumentException("client " + id + " belongs into another part");
      }
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
