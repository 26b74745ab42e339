package org.creditscoring.serving.snapshot;

import java.util.List;
import java.util.function.ToIntFunction;

/** The histogram of one feature over all clients; its last bin holds the missing. */
public final class Distribution {
  private final List<Bin> bins;
  private final Steps steps;

  Distribution(List<Bin> bins) {
    this(bins, Steps.NONE);
  }

  /**
   * @param steps of a number, finer than its bins
   * @throws IllegalArgumentException if they do not hold the clients of the ranges
   */
  Distribution(List<Bin> bins, Steps steps) {
    this.steps = steps;
    this.bins = List.copyOf(bins);
    int last = bins.size() - 1;
    for (int i = 0; i <= last; i++) {
      if ((bins.get(i).kind() == BinKind.MISSING) != (i == last)) {
        throw new IllegalArgumentException("the bin of the missing is not the last one, once");
      }
    }
    long ranges =
        bins.stream()
            .filter(bin -> bin.kind() == BinKind.RANGE)
            .mapToLong(bin -> bin.counts().all())
            .sum();
    if (!steps.none() && steps.clients() != ranges) {
      throw new IllegalArgumentException(
          "its steps hold " + steps.clients() + " clients, its ranges " + ranges);
    }
  }

  public List<Bin> bins() {
    return bins;
  }

  /** All clients. */
  public int total() {
    return bins.stream().mapToInt(bin -> bin.counts().all()).sum();
  }

  /**
   * The index of the bin that a value falls in; outliers share the first and the last range, and a
   * category that has no bin counts as missing.
   */
  public int binOf(float value) {
    int missing = bins.size() - 1;
    if (Float.isNaN(value)) {
      return missing;
    }
    int lastRange = missing;
    for (int i = 0; i < missing; i++) {
      Bin bin = bins.get(i);
      if (bin.kind() == BinKind.CATEGORY && bin.category() == (int) value) {
        return i;
      }
      if (bin.kind() == BinKind.RANGE) {
        if (value < bin.upper()) {
          return i;
        }
        lastRange = i;
      }
    }
    return lastRange;
  }

  /** {@link #percentiles} among all clients. */
  public double percentile(float value) {
    return percentiles(value).all();
  }

  /**
   * Where a value stands: the share, 0 to 100, of the clients in whom the feature is known that
   * have less, to half a point; in a snapshot without {@code positions}, that are in a lower bin,
   * plus half of those in the same bin. NaN for a category, for a missing value, and for a group
   * that nobody is in.
   */
  public Percentiles percentiles(float value) {
    int own = binOf(value);
    if (bins.get(own).kind() != BinKind.RANGE) {
      return Percentiles.NONE;
    }
    if (!steps.none()) {
      return steps.percentiles(value);
    }
    return new Percentiles(
        percentile(own, Bin.Counts::all),
        percentile(own, Bin.Counts::accepted),
        percentile(own, Bin.Counts::refused));
  }

  /** Among all clients, those who would be accepted, and those who would be refused. */
  public record Percentiles(double all, double accepted, double refused) {
    private static final Percentiles NONE = new Percentiles(Double.NaN, Double.NaN, Double.NaN);
  }

  private double percentile(int own, ToIntFunction<Bin.Counts> group) {
    double below = group.applyAsInt(bins.get(own).counts()) / 2.0;
    double known = 0;
    for (int i = 0; i < bins.size() - 1; i++) {
      int count = group.applyAsInt(bins.get(i).counts());
      below += i < own ? count : 0;
      known += count;
    }
    return 100 * below / known;
  }
}
