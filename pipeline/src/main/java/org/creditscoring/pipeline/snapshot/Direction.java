package org.creditscoring.pipeline.snapshot;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How a contribution moves with its value: Spearman's rank correlation (1904), in which the clients
 * of a bin share its mean contribution and all ties their mean rank.
 */
final class Direction {
  private Direction() {}

  /**
   * @param clients of each bin, by rising value
   * @param means mean contribution of each bin; of an empty one anything
   * @return −1 to 1; NaN if there is but one value or one mean
   */
  static double of(long[] clients, double[] means) {
    List<Integer> byValue =
        IntStream.range(0, means.length).filter(bin -> clients[bin] > 0).boxed().toList();
    List<Integer> byMean =
        byValue.stream().sorted(Comparator.comparingDouble((Integer bin) -> means[bin])).toList();
    double[] x = new double[means.length];
    double[] y = new double[means.length];
    double before = 0;
    for (int bin : byValue) {
      x[bin] = before + clients[bin] / 2.0;
      before += clients[bin];
    }
    rankTies(byMean, clients, means, y);
    return correlation(clients, x, y, before / 2);
  }

  private static void rankTies(List<Integer> byMean, long[] clients, double[] means, double[] y) {
    double before = 0;
    int first = 0;
    while (first < byMean.size()) {
      double mean = means[byMean.get(first)];
      List<Integer> ties =
          byMean.stream().skip(first).takeWhile(bin -> means[bin] == mean).toList();
      double size = ties.stream().mapToLong(bin -> clients[bin]).sum();
      for (int bin : ties) {
        y[bin] = before + size / 2;
      }
      before += size;
      first += ties.size();
    }
  }

  /** Of ranks whose mean is known: half of all clients. */
  private static double correlation(long[] clients, double[] x, double[] y, double mean) {
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int bin = 0; bin < clients.length; bin++) {
      if (clients[bin] > 0) {
        double dx = x[bin] - mean;
        double dy = y[bin] - mean;
        xx += clients[bin] * dx * dx;
        yy += clients[bin] * dy * dy;
        xy += clients[bin] * dx * dy;
      }
    }
    return xx == 0 || yy == 0 ? Double.NaN : Math.max(-1, Math.min(1, xy / Math.sqrt(xx * yy)));
  }
}
