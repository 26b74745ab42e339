package org.creditscoring.pipeline.training;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.Logistic;

/**
 * The calibration of the mean of fold models, from that of single ones.
 *
 * <p>Outcomes are known of clients whom one fold model alone did not see, so only single models'
 * margins can be calibrated by outcomes. Such a margin is what all fold models have in common, plus
 * what its own model made of chance; the mean of K keeps a K-th of that chance's variance. Chance
 * flattens the line of outcomes on margins by its share of their variance (errors in variables:
 * Fuller 1987, Measurement Error Models, 1.1), so the line of the mean is steeper by
 *
 * <pre>ratio = mean over models of Var(margin) / Var(mean of the models' margins), never below 1
 * </pre>
 *
 * <p>Both variances are over clients whose outcome nobody knows, so that this takes nothing from
 * what is measured later. The intercept leaves the mean probability where single models put it.
 */
final class MeanCalibration {
  /**
   * Of fewer clients the ratio is not known well enough: of so many, to some 2 % where the mean is
   * 15 % less spread.
   */
  static final int LEAST_CLIENTS = 100;

  /** Log-odds beyond those of any client. */
  private static final double FAR = 100;

  private static final int HALVINGS = 60;

  private MeanCalibration() {}

  /**
   * @param single of one fold model's margins
   * @param unseen clients whom no fold model saw, always in the same order; fewer than {@value
   *     #LEAST_CLIENTS}, or all alike, leave {@code single} as it is
   */
  static Calibration of(Calibration single, List<FoldMargins> unseen) {
    if (unseen.size() < LEAST_CLIENTS) {
      return single;
    }
    double ofMean = variance(unseen, FoldMargins::mean);
    if (!(ofMean > 0)) {
      return single;
    }
    int models = unseen.get(0).margins().length;
    double ofModels = 0;
    double probability = 0;
    for (int model = 0; model < models; model++) {
      int own = model;
      ofModels += variance(unseen, client -> client.margins()[own]) / models;
      probability +=
          average(unseen, client -> Logistic.of(single.margin(client.margins()[own]))) / models;
    }
    double slope = single.slope() * ofModels / ofMean;
    return new Calibration(slope, intercept(unseen, slope, probability));
  }

  /** That with which the mean probability is the given one, by halving: it rises with it. */
  private static double intercept(List<FoldMargins> unseen, double slope, double probability) {
    double low = -FAR;
    double high = FAR;
    for (int i = 0; i < HALVINGS; i++) {
      double middle = (low + high) / 2;
      if (average(unseen, client -> Logistic.of(slope * client.mean() + middle)) < probability) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return (low + high) / 2;
  }

  private static double variance(List<FoldMargins> clients, ToDoubleFunction<FoldMargins> of) {
    double mean = average(clients, of);
    return average(
        clients, client -> (of.applyAsDouble(client) - mean) * (of.applyAsDouble(client) - mean));
  }

  private static double average(List<FoldMargins> clients, ToDoubleFunction<FoldMargins> of) {
    return clients.stream().mapToDouble(of).average().orElseThrow();
  }
}
