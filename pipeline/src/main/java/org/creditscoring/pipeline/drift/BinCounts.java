package org.creditscoring.pipeline.drift;

import java.io.Serializable;

/**
 * Clients by bin of each of some values, past and current ones apart. Two of them add up to that of
 * both their clients, in any order to the same.
 */
public final class BinCounts implements Serializable {
  private static final long serialVersionUID = 1;
  private static final int KINDS = ClientKind.values().length;

  private final Cuts[] cuts;
  private final float[][] ladders;
  private final int[][] counts;

  /**
   * @param cuts of each value, by its place
   */
  public BinCounts(Cuts[] cuts) {
    this.cuts = cuts;
    ladders = new float[cuts.length][];
    counts = new int[cuts.length][];
    for (int place = 0; place < cuts.length; place++) {
      ladders[place] = cuts[place].ladder();
      counts[place] = new int[cuts[place].bins() * KINDS];
    }
  }

  public void add(int place, float value, ClientKind kind) {
    counts[place][bin(place, value) * KINDS + kind.ordinal()]++;
  }

  /** The bin of a value. */
  int bin(int place, float value) {
    if (Float.isNaN(value)) {
      return cuts[place].missing();
    }
    return cuts[place].codes() == Cuts.NUMBER ? climb(ladders[place], value) : (int) value;
  }

  /** How many steps of a ladder a value is not below. */
  private static int climb(float[] ladder, float value) {
    int place = 0;
    for (int step = (ladder.length + 1) >> 1; step > 0; step >>= 1) {
      place += value >= ladder[place + step - 1] ? step : 0;
    }
    return place;
  }

  /** Adds the clients of another one of the same cuts. */
  public void add(BinCounts other) {
    for (int place = 0; place < counts.length; place++) {
      for (int i = 0; i < counts[place].length; i++) {
        counts[place][i] += other.counts[place][i];
      }
    }
  }

  /** How many values are counted. */
  public int values() {
    return cuts.length;
  }

  public double[] edges(int place) {
    return cuts[place].edges();
  }

  /** Clients of a kind in each bin of a value, the missing last. */
  public long[] of(int place, ClientKind kind) {
    long[] own = new long[cuts[place].bins()];
    for (int bin = 0; bin < own.length; bin++) {
      own[bin] = counts[place][bin * KINDS + kind.ordinal()];
    }
    return own;
  }
}
