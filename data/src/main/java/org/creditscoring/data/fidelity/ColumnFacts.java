package org.creditscoring.data.fidelity;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What a profile says of one column, or of one quantity derived from a row. What it does not say is
 * empty.
 *
 * @param missing share of the rows without a value
 * @param frequencies share of each value; of a text column among all rows, the missing value under
 *     {@code ""}, of a number among those present
 * @param quantiles level, from 0 to 1, to value, among those present
 * @param sentinel the day {@value #SENTINEL} that stands for "none"
 * @param zero share of zeros among those present
 * @param frequent share among those present of the values that come most often
 * @param rates default rates: of all groups of one cut of the clients
 * @param correlation Spearman's with TARGET, over the rows where the column is present and no
 *     sentinel
 */
record ColumnFacts(
    OptionalDouble missing,
    Map<String, Double> frequencies,
    TreeMap<Double, Double> quantiles,
    Sentinel sentinel,
    OptionalDouble zero,
    Map<Double, Double> frequent,
    List<Rate> rates,
    OptionalDouble correlation) {

  /** "None" in the columns of days. */
  static final int SENTINEL = 365_243;

  /**
   * The sentinel of a column.
   *
   * @param share of all rows
   * @param quantiles of the other values
   */
  record Sentinel(OptionalDouble share, TreeMap<Double, Double> quantiles) {
    static final Sentinel NONE = new Sentinel(OptionalDouble.empty(), new TreeMap<>());
  }

  /** A group of clients that a default rate is of. */
  sealed interface Group {
    /** Clients with one value of a text column. */
    record Code(String code) implements Group {}

    /** Clients with a number above {@code from}, at most {@code to}. */
    record Interval(double from, double to) implements Group {}

    /** Clients with one number. */
    record Value(double value) implements Group {}

    /** Clients without a value. */
    record Missing() implements Group {}
  }

  /** The default rate of {@code clients} clients. */
  record Rate(Group group, double rate, long clients) {}

  ColumnFacts {
    Objects.requireNonNull(missing, "missing");
    frequencies = Map.copyOf(frequencies);
    quantiles = new TreeMap<>(quantiles);
    Objects.requireNonNull(sentinel, "sentinel");
    Objects.requireNonNull(zero, "zero");
    frequent = Map.copyOf(frequent);
    rates = List.copyOf(rates);
    Objects.requireNonNull(correlation, "correlation");
  }

  /** Of a quantity of which only some quantiles are known. */
  static ColumnFacts ofQuantiles(TreeMap<Double, Double> quantiles) {
    return new ColumnFacts(
        OptionalDouble.empty(),
        Map.of(),
        quantiles,
        Sentinel.NONE,
        OptionalDouble.empty(),
        Map.of(),
        List.of(),
        OptionalDouble.empty());
  }

  /** Of a quantity of which only the shares of its values are known. */
  static ColumnFacts ofFrequencies(Map<String, Double> frequencies) {
    return new ColumnFacts(
        OptionalDouble.empty(),
        frequencies,
        new TreeMap<>(),
        Sentinel.NONE,
        OptionalDouble.empty(),
        Map.of(),
        List.of(),
        OptionalDouble.empty());
  }

  /** Of something that is so in a share of the rows. */
  static ColumnFacts ofShare(double share) {
    return ofFrequencies(Map.of(Quantity.YES, share, Quantity.NO, 1 - share));
  }
}
