package org.creditscoring.pipeline.evaluation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.ModelCard.CalibrationFit;
import org.creditscoring.model.card.ModelCard.Discrimination;
import org.creditscoring.model.decision.Logistic;

/** Margins with their outcomes, from the safest client to the riskiest, and their exact figures. */
public final class Ranked {
  static final int BINS = 10;

  private final float[] margins;
  private final byte[] outcomes;

  private Ranked(float[] margins, byte[] outcomes) {
    this.margins = margins;
    this.outcomes = outcomes;
  }

  /**
   * @param margins calibrated log-odds
   * @param outcomes 0 or 1, both of them occurring
   */
  public static Ranked of(float[] margins, byte[] outcomes) {
    int[] order =
        IntStream.range(0, margins.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> margins[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    float[] rising = new float[order.length];
    byte[] sorted = new byte[order.length];
    for (int i = 0; i < order.length; i++) {
      rising[i] = margins[order[i]];
      sorted[i] = outcomes[order[i]];
    }
    return new Ranked(rising, sorted);
  }

  /** Clients by their published margins; both outcomes occur if figures are asked for. */
  public static Ranked of(List<PastClient> clients) {
    float[] margins = new float[clients.size()];
    byte[] outcomes = new byte[margins.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = clients.get(i).margin();
      outcomes[i] = clients.get(i).outcome();
    }
    return of(margins, outcomes);
  }

  /**
   * These clients and others, whose calibrated margins another model may have given. An interval of
   * them together takes their clients for independent, which models that learned from nearly the
   * same clients do not quite leave them.
   */
  public Ranked and(Ranked others) {
    int size = margins.length;
    float[] both = Arrays.copyOf(margins, size + others.margins.length);
    byte[] outcome = Arrays.copyOf(outcomes, both.length);
    System.arraycopy(others.margins, 0, both, size, others.margins.length);
    System.arraycopy(others.outcomes, 0, outcome, size, others.outcomes.length);
    return of(both, outcome);
  }

  int size() {
    return margins.length;
  }

  float margin(int rank) {
    return margins[rank];
  }

  double probability(int rank) {
    return Logistic.of(margins[rank]);
  }

  /** 0 or 1. */
  int outcome(int rank) {
    return outcomes[rank];
  }

  public long defaults() {
    return IntStream.range(0, outcomes.length).filter(i -> outcomes[i] == 1).count();
  }

  public double meanProbability() {
    return IntStream.range(0, margins.length)
        .mapToDouble(this::probability)
        .average()
        .orElseThrow();
  }

  /** Where one of the {@value #BINS} bins of equal count begins. */
  int binStart(int bin) {
    return (int) ((long) bin * margins.length / BINS);
  }

  /**
   * Everything that one number says.
   *
   * @param fold null over all folds
   */
  public Figures figures(Integer fold) {
    Discrimination d = discrimination();
    CalibrationFit c = calibration();
    return new Figures(
        fold,
        margins.length,
        defaults(),
        d.auc(),
        d.gini(),
        d.ks(),
        d.brier(),
        d.logLoss(),
        c.slope(),
        c.intercept(),
        c.ece());
  }

  /**
   * What is told of these clients where the models that scored them never saw them.
   *
   * @throws IllegalArgumentException as {@link #calibration()}
   */
  public Locked locked() {
    Figures figures = figures(null);
    Interval slope = slopeInterval();
    return new Locked(
        figures.clients(),
        figures.defaults(),
        figures.auc(),
        figures.slope(),
        slope.low(),
        slope.high(),
        figures.intercept(),
        figures.ece(),
        meanProbability(),
        (double) figures.defaults() / figures.clients());
  }

  public Discrimination discrimination() {
    double auc = auc();
    double brier = 0;
    double logLoss = 0;
    for (int i = 0; i < margins.length; i++) {
      double z = margins[i];
      double miss = Logistic.of(z) - outcomes[i];
      brier += miss * miss;
      logLoss += LogLoss.of(z, outcomes[i]);
    }
    return new Discrimination(
        auc, 2 * auc - 1, ks(), brier / margins.length, logLoss / margins.length);
  }

  /**
   * @throws IllegalArgumentException if the margins separate the outcomes, or are all the same
   */
  public CalibrationFit calibration() {
    LogisticLine line = line();
    return new CalibrationFit(line.slope(), line.intercept(), expectedCalibrationError());
  }

  /** From low to high. */
  public record Interval(double low, double high) {}

  /**
   * The 95 % interval of the slope that {@link #calibration()} tells, by the luck of these clients.
   *
   * @throws IllegalArgumentException as there
   */
  public Interval slopeInterval() {
    LogisticLine line = line();
    double reach = Wilson.Z * line.slopeError();
    return new Interval(line.slope() - reach, line.slope() + reach);
  }

  private LogisticLine line() {
    double[] x = IntStream.range(0, margins.length).mapToDouble(i -> margins[i]).toArray();
    return LogisticLine.fit(x, outcomes);
  }

  /** Share of pairs of a defaulted and a repaid client that are ranked rightly, ties half. */
  public double auc() {
    double pairs = 0;
    long repaidBelow = 0;
    long repaid = 0;
    long defaulted = 0;
    for (int from = 0; from < margins.length; ) {
      long bad = 0;
      int to = from;
      for (; to < margins.length && margins[to] == margins[from]; to++) {
        bad += outcomes[to];
      }
      long good = to - from - bad;
      pairs += bad * (repaidBelow + good / 2.0);
      repaidBelow += good;
      repaid += good;
      defaulted += bad;
      from = to;
    }
    return pairs / ((double) repaid * defaulted);
  }

  /** Greatest distance between the two outcomes' cumulative distributions, read between ties. */
  private double ks() {
    long defaults = defaults();
    long others = outcomes.length - defaults;
    long bad = 0;
    long good = 0;
    double greatest = 0;
    for (int i = 0; i < margins.length; i++) {
      bad += outcomes[i];
      good += 1 - outcomes[i];
      if (i + 1 == margins.length || margins[i + 1] != margins[i]) {
        greatest = Math.max(greatest, Math.abs((double) good / others - (double) bad / defaults));
      }
    }
    return greatest;
  }

  /** Mean distance of probability and default rate over ten bins of equal count. */
  private double expectedCalibrationError() {
    double error = 0;
    for (int bin = 0; bin < BINS; bin++) {
      double gap = 0;
      for (int i = binStart(bin); i < binStart(bin + 1); i++) {
        gap += Logistic.of(margins[i]) - outcomes[i];
      }
      error += Math.abs(gap);
    }
    return error / margins.length;
  }
}
