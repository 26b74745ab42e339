package org.creditscoring.serving.snapshot;

import java.util.List;
import java.util.function.ToIntFunction;

/** The histogram of one feature over all clients; its last bin holds the missing. */
public record Distribution(List<Bin> bins) {
  public Distribution {
    bins = List.copyOf(bins);
    int last = bins.size() - 1;
    for (int i = 0; i <= last; i++) {
      if ((bins.get(i).kind() == BinKind.MISSING) != (i == last)) {
        throw new IllegalArgumentException("the bin of the missing is not the last one, once");
      }
    }
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

  /**
   * Share, 0 to 100, of the clients in whom the feature is known that are in a lower bin, plus half
   * of those in the same bin; NaN for a category and for a missing value.
   */
  public double percentile(float value) {
    return percentile(value, Bin.Counts::all);
  }

  /**
   * As {@link #percentile(float)}, among a part of the clients.
   *
   * @param count of the part's clients in a bin
   */
  public double percentile(float value, ToIntFunction<Bin.Counts> count) {
    int own = binOf(value);
    if (bins.get(own).kind() != BinKind.RANGE) {
      return Double.NaN;
    }
    double below = count.applyAsInt(bins.get(own).counts()) / 2.0;
    double known = 0;
    for (int i = 0; i < bins.size() - 1; i++) {
      int clients = count.applyAsInt(bins.get(i).counts());
      known += clients;
      below += i < own ? clients : 0;
    }
    return 100 * below / known;
  }
}
