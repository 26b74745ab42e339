package org.creditscoring.pipeline.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How far one value has moved between two populations, clients of one kind with each other.
 *
 * @param name of the value
 * @param kind of the clients
 * @param psi of the later against the earlier population
 * @param missing share of the missing
 * @param mean over those in whom it is known; NaN for a category
 * @param told what has changed, in words; empty if nothing much
 */
public record Shift(
    String name, ClientKind kind, Psi psi, Share missing, Change mean, String told) {
  /** Standard errors that chance does not reach: once in some three million comparisons. */
  private static final double SURE = 5;

  /** A change of the missing is told from here on. */
  private static final double TOLD = 0.01;

  /** A number before and now. */
  public record Change(double before, double now) {}

  /**
   * A share before and now.
   *
   * @param chance what chance alone would make of their distance at most
   */
  public record Share(double before, double now, double chance) {
    private static Share of(double before, double now, long earlier, long later) {
      double both = (before * earlier + now * later) / (earlier + later);
      return new Share(
          before, now, SURE * Math.sqrt(both * (1 - both) * (1.0 / earlier + 1.0 / later)));
    }

    /** 0 to 1. */
    public double distance() {
      return Math.abs(now - before);
    }
  }

  /**
   * @param least clients that each population must have: with fewer nothing can be said
   * @return empty if there are fewer, or a number has become a category
   */
  public static Optional<Shift> between(Counted before, Counted now, ClientKind kind, long least) {
    long earlier = before.clients(kind);
    long later = now.clients(kind);
    if (earlier < Math.max(1, least) || later < Math.max(1, least) || !before.alike(now)) {
      return Optional.empty();
    }
    long[] reference = before.in(before, kind);
    long[] other = now.in(before, kind);
    Psi psi =
        before.codes().isEmpty() ? Psi.ofRanges(reference, other) : Psi.ofCodes(reference, other);
    Share missing = Share.of(before.missingShare(kind), now.missingShare(kind), earlier, later);
    Change mean = new Change(before.mean(kind), now.mean(kind));
    return Optional.of(
        new Shift(
            now.name(),
            kind,
            psi,
            missing,
            mean,
            told(missing, mean, before.codes(), reference, other)));
  }

  private static String told(
      Share missing, Change mean, List<String> codes, long[] reference, long[] other) {
    List<String> told = new ArrayList<>();
    if (missing.distance() >= TOLD) {
      told.add("missing in " + percent(missing.before()) + " before, " + percent(missing.now()));
    }
    if (!codes.isEmpty()) {
      mostMoved(codes, reference, other).ifPresent(told::add);
    } else if (!Double.isNaN(mean.before()) && !Double.isNaN(mean.now())) {
      told.add("mean " + number(mean.before()) + " before, " + number(mean.now()));
    }
    return told.isEmpty() ? "" : String.join("; ", told) + " now";
  }

  /** The category whose share has changed most. */
  private static Optional<String> mostMoved(List<String> codes, long[] reference, long[] other) {
    double before = java.util.Arrays.stream(reference).sum();
    double now = java.util.Arrays.stream(other).sum();
    int most = 0;
    for (int i = 1; i < codes.size(); i++) {
      if (distance(i, reference, before, other, now)
          > distance(most, reference, before, other, now)) {
        most = i;
      }
    }
    return distance(most, reference, before, other, now) < TOLD
        ? Optional.empty()
        : Optional.of(
            "'"
                + codes.get(most)
                + "' "
                + percent(reference[most] / before)
                + " before, "
                + percent(other[most] / now));
  }

  private static double distance(
      int bin, long[] reference, double before, long[] other, double now) {
    return Math.abs(other[bin] / now - reference[bin] / before);
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", 100 * share);
  }

  /** Whole from a thousand on, else four digits. */
  private static String number(double value) {
    return Math.abs(value) >= 1000
        ? String.format(Locale.ROOT, "%,.0f", value)
        : String.valueOf(
            new java.math.BigDecimal(value)
                .round(new java.math.MathContext(4))
                .stripTrailingZeros()
                .toPlainString());
  }
}
