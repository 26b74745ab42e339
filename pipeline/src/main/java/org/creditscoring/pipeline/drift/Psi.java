package org.creditscoring.pipeline.drift;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.math3.distribution.ChiSquaredDistribution;

/**
 * The population stability index, Σ (q − p) ln (q / p) over bins with the shares p of a reference
 * and q of another population (Siddiqi, "Credit Risk Scorecards", 2006, who takes less than 0.1 for
 * no shift worth a look and 0.25 or more for a large one). It is the symmetrised Kullback–Leibler
 * divergence (Jeffreys 1946).
 *
 * <p>Two samples of n and m clients of one and the same population have an index of about (bins −
 * 1)(1/n + 1/m); divided by (1/n + 1/m) it is distributed as χ² of bins − 1 degrees (Yurdakul and
 * Naranjo, "Statistical properties of the population stability index", 2020). So there is a bound
 * that chance alone passes once in a million comparisons: {@code chance}.
 *
 * @param value 0 or more
 * @param chance what chance alone would make of it at most
 */
public record Psi(double value, double chance) {
  /** A bin is small that holds less of those in the reference who have a value. */
  private static final double LEAST_SHARE = 0.05;

  /** What an empty bin counts as, lest one client in ten thousand weigh without bound. */
  private static final double FLOOR = 1e-4;

  private static final double SURE = 1 - 1e-6;

  /**
   * Of a number: bins by rising value. Small neighbours count as one until they are not small, and
   * never with a large one, in which what becomes of them would not be seen.
   *
   * @param reference clients by bin, the missing last
   * @param other likewise
   */
  public static Psi ofRanges(long[] reference, long[] other) {
    double least = LEAST_SHARE * known(reference);
    Bins bins = new Bins();
    Bin small = Bin.NONE;
    for (int i = 0; i < reference.length - 1; i++) {
      Bin bin = new Bin(reference[i], other[i]);
      if (bin.reference() >= least) {
        bins.add(small);
        bins.add(bin);
        small = Bin.NONE;
      } else {
        small = small.and(bin);
        if (small.reference() >= least) {
          bins.add(small);
          small = Bin.NONE;
        }
      }
    }
    bins.add(small);
    return bins.with(missing(reference, other)).psi(sum(reference), sum(other));
  }

  /** Of a category: those that are rare in the reference count as one. */
  public static Psi ofCodes(long[] reference, long[] other) {
    double least = LEAST_SHARE * known(reference);
    Bins bins = new Bins();
    Bin rare = Bin.NONE;
    for (int i = 0; i < reference.length - 1; i++) {
      Bin bin = new Bin(reference[i], other[i]);
      if (bin.reference() >= least) {
        bins.add(bin);
      } else {
        rare = rare.and(bin);
      }
    }
    bins.add(rare);
    return bins.with(missing(reference, other)).psi(sum(reference), sum(other));
  }

  private static Bin missing(long[] reference, long[] other) {
    return new Bin(reference[reference.length - 1], other[other.length - 1]);
  }

  private static long known(long[] counts) {
    return sum(counts) - counts[counts.length - 1];
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }

  private record Bin(long reference, long other) {
    static final Bin NONE = new Bin(0, 0);

    Bin and(Bin next) {
      return new Bin(reference + next.reference, other + next.other);
    }

    boolean empty() {
      return reference == 0 && other == 0;
    }
  }

  private static final class Bins {
    private final List<Bin> bins = new ArrayList<>();

    void add(Bin bin) {
      bins.add(bin);
    }

    Bins with(Bin missing) {
      bins.add(missing);
      bins.removeIf(Bin::empty);
      return this;
    }

    /**
     * @param reference clients, at least one
     * @param other likewise
     */
    Psi psi(long reference, long other) {
      double psi = 0;
      for (Bin bin : bins) {
        double p = Math.max(FLOOR, (double) bin.reference() / reference);
        double q = Math.max(FLOOR, (double) bin.other() / other);
        psi += (q - p) * Math.log(q / p);
      }
      if (bins.size() < 2) {
        return new Psi(psi, 0);
      }
      double bound = new ChiSquaredDistribution(bins.size() - 1).inverseCumulativeProbability(SURE);
      return new Psi(psi, bound * (1.0 / reference + 1.0 / other));
    }
  }
}
