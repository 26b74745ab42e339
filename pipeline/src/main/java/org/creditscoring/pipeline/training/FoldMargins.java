package org.creditscoring.pipeline.training;

/**
 * What every fold model says of a client whom none of them saw.
 *
 * @param id SK_ID_CURR
 * @param margins raw log-odds, by fold
 */
public record FoldMargins(int id, double[] margins) {
  double mean() {
    double sum = 0;
    for (double margin : margins) {
      sum += margin;
    }
    return sum / margins.length;
  }
}
