package org.creditscoring.pipeline.snapshot;

import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.snapshot.Layout;

/** Profiles one value of the catalogue from all its chunks, exactly. */
final class Profiler {
  private static final int NUMBER = 0;
  private static final int GROUPS = Group.values().length;

  private final int feature;
  private final int codes;
  private final float[] values;
  private final byte[] groups;
  private final float[] known;

  /**
   * @param feature position in the catalogue's values
   * @param codes how many values a category or flag can take; {@value #NUMBER} for a number
   */
  Profiler(int feature, int codes, List<FeatureChunk> chunks) {
    this.feature = feature;
    this.codes = codes;
    int rows = chunks.stream().mapToInt(chunk -> chunk.values().length).sum();
    values = new float[rows];
    groups = new byte[rows];
    int at = 0;
    for (FeatureChunk chunk : chunks) {
      System.arraycopy(chunk.values(), 0, values, at, chunk.values().length);
      System.arraycopy(chunk.groups(), 0, groups, at, chunk.groups().length);
      at += chunk.values().length;
    }
    known = rising(values);
  }

  FeatureProfile profile(Measured measured) {
    double[] edges = codes == NUMBER && known.length > 0 ? Edges.of(known) : new double[0];
    int bins = (codes == NUMBER ? Math.max(edges.length - 1, 0) : codes) + 1;
    float[] scale = measured == Measured.ON_A_SCALE ? known : new float[0];
    return new FeatureProfile(
        feature,
        1 - (double) known.length / values.length,
        scale.length == 0 ? Double.NaN : mean(scale),
        Quantiles.of(scale, Layout.QUANTILES),
        typical(),
        edges,
        bins,
        counts(edges, bins));
  }

  /** Whether means and quantiles of the values say anything. */
  enum Measured {
    ON_A_SCALE,
    BY_CODE
  }

  private long[] counts(double[] edges, int bins) {
    long[] counts = new long[bins * GROUPS];
    for (int i = 0; i < values.length; i++) {
      int bin = bin(values[i], edges, bins);
      counts[bin * GROUPS + Group.decision(groups[i]).ordinal()]++;
      counts[bin * GROUPS + Group.outcome(groups[i]).ordinal()]++;
    }
    return counts;
  }

  private int bin(float value, double[] edges, int bins) {
    if (Float.isNaN(value)) {
      return bins - 1;
    }
    return codes == NUMBER ? Edges.bin(edges, value) : code(value);
  }

  private int code(float value) {
    int code = (int) value;
    if (code != value || code < 0 || code >= codes) {
      throw new IllegalStateException(
          "value " + value + " at place " + feature + " is none of its " + codes + " codes");
    }
    return code;
  }

  private double typical() {
    float[] past = new float[values.length];
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      if (Group.past(groups[i]) && !Float.isNaN(values[i])) {
        past[count++] = values[i];
      }
    }
    float[] rising = rising(Arrays.copyOf(past, count));
    if (rising.length == 0) {
      return Double.NaN;
    }
    return codes == NUMBER ? Quantiles.of(rising, 0.5) : mostFrequent(rising);
  }

  private double mostFrequent(float[] rising) {
    long[] counts = new long[codes];
    for (float value : rising) {
      counts[code(value)]++;
    }
    int most = 0;
    for (int code = 1; code < codes; code++) {
      most = counts[code] > counts[most] ? code : most;
    }
    return most;
  }

  private static double mean(float[] values) {
    double sum = 0;
    for (float value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static float[] rising(float[] values) {
    float[] sorted = values.clone();
    Arrays.sort(sorted);
    int known = sorted.length;
    while (known > 0 && Float.isNaN(sorted[known - 1])) {
      known--;
    }
    return Arrays.copyOf(sorted, known);
  }
}
