package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.snapshot.Manifest;

/**
 * {@code cutoff.parquet}: how many clients have a probability in each of many small intervals, so
 * that what another cut-off would do can be told without reading the clients.
 *
 * @param rows by rising probability, without gaps, from 0 to 1
 */
public record CutOffTable(List<Row> rows) {
  public CutOffTable {
    rows = List.copyOf(rows);
  }

  /**
   * The clients of one interval.
   *
   * @param lower probability, included
   * @param upper probability, excluded but in the last row
   * @param current clients without an outcome
   * @param repaid past clients, by their out-of-fold score
   * @param defaulted past clients, by their out-of-fold score
   * @param probabilitySum of the probabilities of all of them
   */
  public record Row(
      double lower, double upper, int current, int repaid, int defaulted, double probabilitySum) {
    /** Of past and of current ones. */
    public int clients() {
      return current + repaid + defaulted;
    }
  }

  /**
   * @throws IllegalArgumentException if a probability has no row, the cut-off is no edge, or not
   *     every client is counted
   */
  static CutOffTable read(Path file, Manifest manifest) throws IOException {
    FlatTable table = FlatTable.open(file);
    double[] lower = table.numbers("lower");
    double[] upper = table.numbers("upper");
    int[] current = table.wholes("current");
    int[] repaid = table.wholes("repaid");
    int[] defaulted = table.wholes("defaulted");
    double[] sums = table.numbers("probabilitySum");
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < lower.length; i++) {
      rows.add(new Row(lower[i], upper[i], current[i], repaid[i], defaulted[i], sums[i]));
    }
    requireWhole(rows);
    if (rows.stream().noneMatch(row -> row.lower() == manifest.cutOff())) {
      throw new IllegalArgumentException("none of its rows begins at " + manifest.cutOff());
    }
    long clients = rows.stream().mapToLong(Row::clients).sum();
    if (clients != manifest.clients()) {
      throw new IllegalArgumentException(
          "it counts " + clients + " clients of " + manifest.clients());
    }
    return new CutOffTable(rows);
  }

  private static void requireWhole(List<Row> rows) {
    double reached = 0;
    for (Row row : rows) {
      if (row.lower() != reached || !(row.upper() > row.lower())) {
        throw new IllegalArgumentException(
            "a row is from %s to %s where the one before it ends at %s"
                .formatted(row.lower(), row.upper(), reached));
      }
      if (row.current() < 0 || row.repaid() < 0 || row.defaulted() < 0) {
        throw new IllegalArgumentException("the row from " + row.lower() + " counts below zero");
      }
      reached = row.upper();
    }
    if (reached != 1) {
      throw new IllegalArgumentException("its rows end at " + reached + ", not at 1");
    }
  }
}
