package org.creditscoring.pipeline.snapshot;

/**
 * Sums over some clients of one fold.
 *
 * @param fold −1 is the mean of all
 * @param past whether the outcome of these clients is known
 * @param clients counted
 * @param features Σ |contribution| by feature
 * @param groups Σ |Σ contribution| by reason group
 */
public record ContributionSums(
    int fold, boolean past, long clients, double[] features, double[] groups) {

  /** The sums of both. */
  ContributionSums plus(ContributionSums other) {
    return new ContributionSums(
        fold,
        past,
        clients + other.clients,
        sum(features, other.features),
        sum(groups, other.groups));
  }

  private static double[] sum(double[] a, double[] b) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += b[i];
    }
    return sum;
  }
}
