package org.creditscoring.data.fidelity;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Distances of distributions, in shares of rows: from 0, alike, to 1, nothing in common. */
final class Distances {
  /** A group smaller than this says nothing of its default rate. */
  private static final int LEAST_CLIENTS = 50;

  private Distances() {}

  /** A distance and where it comes from. */
  record Worst(double distance, String detail) {
    static final Worst NONE = new Worst(0, "");
  }

  /** How a number's values lie about one value of the profile. */
  interface Placed {
    /** Share below, among those present. */
    double below(double value);

    double atMost(double value);
  }

  /**
   * The total variation of two distributions over categories: half the sum of the absolute
   * differences of their shares. What a side does not name has share 0.
   */
  static Worst totalVariation(Map<String, Double> expected, Map<String, Double> found) {
    Set<String> names = new TreeSet<>(expected.keySet());
    names.addAll(found.keySet());
    double sum = 0;
    Worst worst = Worst.NONE;
    for (String name : names) {
      double wanted = expected.getOrDefault(name, 0.0);
      double share = found.getOrDefault(name, 0.0);
      double gap = Math.abs(share - wanted);
      sum += gap;
      if (gap > worst.distance()) {
        worst = new Worst(gap, Figures.share(quoted(name), share, wanted));
      }
    }
    return new Worst(sum / 2, worst.detail());
  }

  /**
   * Kolmogorov's distance, known at the profile's quantiles only: the largest share of rows that
   * lie on the wrong side of one of them. A value that many rows share may stand for every level
   * from the share below it to the share up to it. The extremes, levels 0 and 1, are left out: they
   * grow with the rows.
   */
  static Worst quantiles(Map<Double, Double> quantiles, Placed found) {
    Worst worst = Worst.NONE;
    for (Map.Entry<Double, Double> quantile : quantiles.entrySet()) {
      double level = quantile.getKey();
      if (level <= 0 || level >= 1) {
        continue;
      }
      double below = found.below(quantile.getValue());
      double atMost = found.atMost(quantile.getValue());
      double gap = Math.max(Math.max(below - level, level - atMost), 0);
      if (gap > worst.distance()) {
        String value = Figures.number(quantile.getValue());
        worst =
            new Worst(
                gap,
                below > level
                    ? Figures.share("below " + value, below, level)
                    : Figures.share("at most " + value, atMost, level));
      }
    }
    return worst;
  }

  /** The default rate of one group, on both sides. */
  record RatePair(String group, double expected, long expectedClients, double found, long clients) {
    private double gap() {
      return found - expected;
    }

    /** What the squared gap would be by chance alone. */
    private double chance() {
      double mean =
          (expected * expectedClients + found * clients) / (double) (expectedClients + clients);
      return mean * (1 - mean) * (1.0 / expectedClients + 1.0 / clients);
    }
  }

  /**
   * The root mean square difference of default rates, groups weighted by their clients in the
   * profile, less the variance that sampling gives both sides.
   */
  static Worst rates(List<RatePair> groups) {
    double sum = 0;
    double weights = 0;
    double largest = 0;
    String detail = "";
    for (RatePair group : groups) {
      if (group.expectedClients() < LEAST_CLIENTS || group.clients() < LEAST_CLIENTS) {
        continue;
      }
      double excess = group.expectedClients() * (group.gap() * group.gap() - group.chance());
      sum += excess;
      weights += group.expectedClients();
      if (excess > largest) {
        largest = excess;
        detail = Figures.share(group.group(), group.found(), group.expected());
      }
    }
    return new Worst(weights == 0 ? 0 : Math.sqrt(Math.max(0, sum / weights)), detail);
  }

  /** The difference of two correlations, less the variance that sampling gives both, 1/n each. */
  static Worst correlation(double expected, long expectedRows, double found, long rows) {
    double gap = found - expected;
    double excess = gap * gap - 1.0 / expectedRows - 1.0 / rows;
    return new Worst(Math.sqrt(Math.max(0, excess)), "%.3f, not %.3f".formatted(found, expected));
  }

  private static String quoted(String name) {
    return name.isEmpty() ? "missing" : "\"" + name + "\"";
  }
}
