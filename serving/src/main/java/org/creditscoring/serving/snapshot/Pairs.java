package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;

/**
 * {@code pairs.parquet}: how many clients share a bin of one feature and a bin of another, for any
 * two of the most important features. About 24 bytes a cell, some ten thousand cells.
 */
public final class Pairs {
  private static final List<String> COUNTS =
      List.of("all", "accepted", "refused", "repaid", "defaulted", "unknown");

  private final List<String> features;
  private final int[] firstCell;
  private final short[] xBins;
  private final short[] yBins;
  private final int[] counts;

  private Pairs(List<String> features, int[] firstCell, Cells cells) {
    this.features = features;
    this.firstCell = firstCell;
    xBins = cells.xBins;
    yBins = cells.yBins;
    counts = cells.counts;
  }

  /**
   * The clients who are in one bin of x and in one of y; only such bins as have any.
   *
   * @param xBin index in the distribution of x, the missing included
   * @param yBin index in the distribution of y
   */
  public record Cell(int xBin, int yBin, Bin.Counts counts) {}

  /**
   * @param features by the rank of their importance, as {@link #ranked} has them
   * @throws IllegalArgumentException if a pair is not there whole and in its place
   */
  static Pairs read(
      Path file, List<String> features, Distributions distributions, Manifest manifest)
      throws IOException {
    FlatTable table = FlatTable.open(file);
    String[] x = table.texts("x");
    String[] y = table.texts("y");
    Cells cells = Cells.of(table);
    int[] firstCell = new int[features.size() * (features.size() - 1) / 2 + 1];
    int row = 0;
    int pair = 0;
    for (int i = 0; i < features.size(); i++) {
      for (int j = i + 1; j < features.size(); j++) {
        int first = row;
        while (row < table.rows()
            && x[row].equals(features.get(i))
            && y[row].equals(features.get(j))) {
          row++;
        }
        cells.check(
            first,
            row,
            new Check(
                features.get(i) + " × " + features.get(j),
                bins(distributions, features.get(i)),
                bins(distributions, features.get(j)),
                manifest.clients()));
        firstCell[++pair] = row;
      }
    }
    if (row < table.rows()) {
      throw new IllegalArgumentException(
          x[row] + " × " + y[row] + " is no pair of the most important features, or out of place");
    }
    return new Pairs(features, firstCell, cells);
  }

  /** The features that have pairs: the most important ones, by rank. */
  static List<String> ranked(List<Importance> importance) {
    return importance.stream()
        .filter(item -> item.by().equals(Importance.BY_FEATURE))
        .limit(Layout.PAIR_FEATURES)
        .map(Importance::name)
        .toList();
  }

  /** The features of which any two are a pair, the most important first. */
  public List<String> features() {
    return features;
  }

  /**
   * The density of two features over all clients, by bin of x, then of y.
   *
   * @return empty if one is not among {@link #features}, or they are the same
   */
  public Optional<List<Cell>> cells(String x, String y) {
    int i = features.indexOf(x);
    int j = features.indexOf(y);
    if (i < 0 || j < 0 || i == j) {
      return Optional.empty();
    }
    int pair = place(Math.min(i, j), Math.max(i, j));
    List<Cell> found = new ArrayList<>();
    for (int cell = firstCell[pair]; cell < firstCell[pair + 1]; cell++) {
      found.add(
          i < j
              ? new Cell(xBins[cell], yBins[cell], Cells.counts(counts, cell))
              : new Cell(yBins[cell], xBins[cell], Cells.counts(counts, cell)));
    }
    if (i > j) {
      found.sort(java.util.Comparator.comparingInt(Cell::xBin).thenComparingInt(Cell::yBin));
    }
    return Optional.of(found);
  }

  /** The place of a pair: those of feature 0 first. */
  private int place(int i, int j) {
    return i * (2 * features.size() - i - 1) / 2 + j - i - 1;
  }

  private static int bins(Distributions distributions, String feature) {
    return distributions
        .of(feature)
        .orElseThrow(() -> new IllegalArgumentException(feature + " has no distribution"))
        .bins()
        .size();
  }

  private record Check(String pair, int xBins, int yBins, int clients) {}

  /** The columns of the table as they lie in memory. */
  private record Cells(short[] xBins, short[] yBins, int[] counts) {
    static Cells of(FlatTable table) throws IOException {
      int[] counts = new int[table.rows() * COUNTS.size()];
      for (int column = 0; column < COUNTS.size(); column++) {
        int[] cells = table.wholes(COUNTS.get(column));
        for (int row = 0; row < cells.length; row++) {
          counts[row * COUNTS.size() + column] = cells[row];
        }
      }
      return new Cells(bins(table, "xBin"), bins(table, "yBin"), counts);
    }

    static Bin.Counts counts(int[] counts, int cell) {
      int[] own = Arrays.copyOfRange(counts, cell * COUNTS.size(), (cell + 1) * COUNTS.size());
      return new Bin.Counts(own[0], own[1], own[2], own[3], own[4], own[5]);
    }

    void check(int from, int to, Check check) {
      long all = 0;
      for (int row = from; row < to; row++) {
        if (xBins[row] < 0
            || xBins[row] >= check.xBins()
            || yBins[row] < 0
            || yBins[row] >= check.yBins()) {
          throw new IllegalArgumentException(
              check.pair() + " has bins that there are not: " + xBins[row] + ", " + yBins[row]);
        }
        if (row > from
            && (xBins[row] < xBins[row - 1]
                || xBins[row] == xBins[row - 1] && yBins[row] <= yBins[row - 1])) {
          throw new IllegalArgumentException(check.pair() + " has bins that do not rise");
        }
        all += counts(counts, row).all();
      }
      if (all != check.clients()) {
        throw new IllegalArgumentException(
            check.pair() + " counts " + all + " clients of " + check.clients());
      }
    }

    private static short[] bins(FlatTable table, String column) throws IOException {
      int[] wide = table.wholes(column);
      short[] bins = new short[wide.length];
      for (int i = 0; i < wide.length; i++) {
        bins[i] = (short) Math.max(-1, Math.min(wide[i], Short.MAX_VALUE));
      }
      return bins;
    }
  }
}
