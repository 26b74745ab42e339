package org.creditscoring.model.decision;

/**
 * What is decided from one calibrated margin. The margin is rounded to float first, so that whoever
 * reads it from a snapshot comes to the same probability and decision.
 *
 * @param margin calibrated log-odds
 * @param probability logistic of the margin, unrounded
 * @param points higher is safer
 * @param percentile 0 to 100, higher is safer
 */
public record Score(
    float margin, double probability, int points, double percentile, Decision decision) {

  public static Score of(double margin, CutOff cutOff, ReferencePopulation reference) {
    float rounded = (float) margin;
    double probability = Logistic.of(rounded);
    return new Score(
        rounded,
        probability,
        Points.of(rounded),
        reference.percentile(rounded),
        cutOff.decide(probability));
  }
}
