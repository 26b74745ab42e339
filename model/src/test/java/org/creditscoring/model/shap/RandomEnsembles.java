package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Nodes;
import org.creditscoring.model.tree.Tree;

/**
 * Random trees and rows made to hit the corners: values and thresholds from one small grid (ties,
 * both zeros, infinities), few features (repeated on a path), missing values, leaves at the root,
 * covers of zero.
 */
final class RandomEnsembles {
  private static final float[] GRID = {
    -Float.MAX_VALUE, -2.5f, -1f, -Float.MIN_VALUE, -0.0f, 0.0f, Float.MIN_VALUE, 0.5f, 1f, 3e7f
  };
  private static final float OTHER_NAN =
      Float.intBitsToFloat(0xffc00001); // sign bit and payload set

  private final SplittableRandom random;
  private final int features;

  RandomEnsembles(long seed, int features) {
    this.random = new SplittableRandom(seed);
    this.features = features;
  }

  Ensemble ensemble(int trees, int maxDepth) {
    List<Tree> list = new ArrayList<>();
    for (int i = 0; i < trees; i++) {
      list.add(tree(maxDepth, 0.85));
    }
    return new Ensemble(list, random.nextDouble(-3, 1), features);
  }

  /** A tree whose nodes above {@code maxDepth} split with probability {@code splitShare}. */
  Tree tree(int maxDepth, double splitShare) {
    Builder builder = new Builder(maxDepth, splitShare);
    builder.grow(0, random.nextInt(10) == 0 ? 0 : random.nextInt(1, 5000));
    return Tree.of(builder.nodes());
  }

  float[] rows(int count) {
    float[] values = new float[count * features];
    for (int i = 0; i < values.length; i++) {
      values[i] =
          switch (random.nextInt(12)) {
            case 0 -> Float.NaN;
            case 1 -> OTHER_NAN;
            case 2 -> Float.POSITIVE_INFINITY;
            case 3 -> Float.NEGATIVE_INFINITY;
            default -> grid();
          };
    }
    return values;
  }

  private float grid() {
    return GRID[random.nextInt(GRID.length)];
  }

  private final class Builder {
    private final int maxDepth;
    private final double splitShare;
    private final List<Integer> left = new ArrayList<>();
    private final List<Integer> right = new ArrayList<>();
    private final List<Integer> feature = new ArrayList<>();
    private final List<Float> value = new ArrayList<>();
    private final List<Boolean> defaultLeft = new ArrayList<>();
    private final List<Float> cover = new ArrayList<>();

    Builder(int maxDepth, double splitShare) {
      this.maxDepth = maxDepth;
      this.splitShare = splitShare;
    }

    int grow(int depth, float weight) {
      int node = left.size();
      left.add(-1);
      right.add(-1);
      feature.add(random.nextInt(features));
      value.add((float) random.nextDouble(-1, 1));
      defaultLeft.add(random.nextBoolean());
      cover.add(weight);
      if (depth < maxDepth && random.nextDouble() < splitShare) {
        value.set(node, grid());
        float share = random.nextInt(8) == 0 ? random.nextInt(2) : (float) random.nextDouble();
        left.set(node, grow(depth + 1, weight * share));
        right.set(node, grow(depth + 1, weight * (1 - share)));
      }
      return node;
    }

    Nodes nodes() {
      int n = left.size();
      float[] values = new float[n];
      float[] covers = new float[n];
      boolean[] defaults = new boolean[n];
      for (int i = 0; i < n; i++) {
        values[i] = value.get(i);
        covers[i] = cover.get(i);
        defaults[i] = defaultLeft.get(i);
      }
      return new Nodes(ints(left), ints(right), ints(feature), values, defaults, covers);
    }

    private static int[] ints(List<Integer> list) {
      return list.stream().mapToInt(Integer::intValue).toArray();
    }
  }
}
