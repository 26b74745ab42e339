package org.creditscoring.pipeline.snapshots;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/** How far a score has moved, client by client: four bytes each. */
final class MoveTally {
  private static final double[] SHARES = {0, 0.01, 0.05, 0.25, 0.5, 0.75, 0.95, 0.99, 1};

  private float[] moves = new float[1024];
  private int count;

  void add(float move) {
    if (count == moves.length) {
      moves = Arrays.copyOf(moves, 2 * count);
    }
    moves[count++] = move;
  }

  DiffReport.Moves moves() {
    float[] sorted = Arrays.copyOf(moves, count);
    Arrays.sort(sorted);
    double sum = 0;
    double absolute = 0;
    long unchanged = 0;
    for (float move : sorted) {
      sum += move;
      absolute += Math.abs(move);
      unchanged += move == 0 ? 1 : 0;
    }
    Map<String, Double> quantiles = new LinkedHashMap<>();
    for (double share : SHARES) {
      quantiles.put(String.valueOf(share), quantile(sorted, share));
    }
    return new DiffReport.Moves(unchanged, sum / count, absolute / count, quantiles);
  }

  /** Between the two moves that stand nearest to a share of all. */
  private static double quantile(float[] sorted, double share) {
    if (sorted.length == 0) {
      return Double.NaN;
    }
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
