package org.creditscoring.pipeline.evaluation;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.card.Evaluation.CostPoint;
import org.creditscoring.model.card.Evaluation.ReliabilityBin;
import org.creditscoring.model.card.Evaluation.RocPoint;
import org.creditscoring.model.decision.CutOff;

/** The curves of ranked margins, thinned for drawing. */
public final class Curves {
  private Curves() {}

  /**
   * Bins of equal count with the interval of their default rate; those without clients left out.
   */
  public static List<ReliabilityBin> reliability(Ranked ranked) {
    List<ReliabilityBin> bins = new ArrayList<>();
    for (int bin = 0; bin < Ranked.BINS; bin++) {
      int from = ranked.binStart(bin);
      int to = ranked.binStart(bin + 1);
      if (to > from) {
        bins.add(bin(ranked, from, to));
      }
    }
    return bins;
  }

  private static ReliabilityBin bin(Ranked ranked, int from, int to) {
    double probabilities = 0;
    long defaults = 0;
    for (int i = from; i < to; i++) {
      probabilities += ranked.probability(i);
      defaults += ranked.outcome(i);
    }
    int clients = to - from;
    Wilson interval = Wilson.of(defaults, clients);
    return new ReliabilityBin(
        probabilities / clients,
        (double) defaults / clients,
        clients,
        interval.low(),
        interval.high());
  }

  /**
   * From (0, 0) to (1, 1).
   *
   * @param points at most, 2 or more; between them the curve is cut short by straight lines
   */
  public static List<RocPoint> roc(Ranked ranked, int points) {
    long defaults = ranked.defaults();
    long repaid = ranked.size() - defaults;
    List<RocPoint> curve = new ArrayList<>();
    curve.add(new RocPoint(0, 0));
    long bad = 0;
    long good = 0;
    for (int i = ranked.size() - 1; i >= 0; i--) {
      bad += ranked.outcome(i);
      good += 1 - ranked.outcome(i);
      if (i == 0 || ranked.margin(i - 1) != ranked.margin(i)) {
        curve.add(new RocPoint((double) good / repaid, (double) bad / defaults));
      }
    }
    return thinned(curve, points);
  }

  /**
   * The cost of each cut-off, by rising cut-off: the probability of a client from whom on is
   * refused.
   *
   * @param points at most, 2 or more
   */
  public static List<CostPoint> cost(Ranked ranked, CutOff policy, int points) {
    List<CostPoint> curve = new ArrayList<>();
    long goodBelow = 0;
    long badBelow = 0;
    long defaults = ranked.defaults();
    long repaid = ranked.size() - defaults;
    for (int i = 0; i < ranked.size(); i++) {
      if (i == 0 || ranked.margin(i - 1) != ranked.margin(i)) {
        double cost =
            (policy.costRatio() * badBelow + (repaid - goodBelow)) / (double) ranked.size();
        curve.add(
            new CostPoint(
                ranked.probability(i),
                (double) i / ranked.size(),
                i == 0 ? null : (double) badBelow / i,
                cost));
      }
      badBelow += ranked.outcome(i);
      goodBelow += 1 - ranked.outcome(i);
    }
    return thinned(curve, points);
  }

  /** First, last, and others at even steps. */
  private static <T> List<T> thinned(List<T> curve, int points) {
    if (curve.size() <= points) {
      return curve;
    }
    List<T> kept = new ArrayList<>();
    for (int i = 0; i < points; i++) {
      kept.add(curve.get((int) ((long) i * (curve.size() - 1) / (points - 1))));
    }
    return kept;
  }
}
