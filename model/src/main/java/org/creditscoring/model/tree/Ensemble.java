package org.creditscoring.model.tree;

import java.util.ArrayList;
import java.util.List;

/**
 * A sum of trees on top of a constant: raw margin = base margin + Σ tree(row), in log-odds.
 *
 * @param trees may be empty
 * @param baseMargin finite, log-odds
 * @param numFeatures values in a row, ≥ 1; every tree compares features below it
 */
public record Ensemble(List<Tree> trees, double baseMargin, int numFeatures) {

  public Ensemble {
    trees = List.copyOf(trees);
    if (!Double.isFinite(baseMargin)) {
      throw new IllegalArgumentException("base margin is " + baseMargin + "; it must be finite");
    }
    if (numFeatures < 1) {
      throw new IllegalArgumentException(
          "an ensemble needs a feature; numFeatures is " + numFeatures);
    }
    for (int i = 0; i < trees.size(); i++) {
      int max = trees.get(i).maxFeature();
      if (max >= numFeatures) {
        throw new IllegalArgumentException(
            "tree "
                + i
                + " compares feature "
                + max
                + ", but rows have "
                + numFeatures
                + " values");
      }
    }
  }

  /**
   * Raw margin of the row in {@code values[offset .. offset + numFeatures)}, NaN meaning missing;
   * the float leaves are summed in double.
   */
  public double margin(float[] values, int offset) {
    double sum = baseMargin;
    for (Tree tree : trees) {
      sum += tree.margin(values, offset);
    }
    return sum;
  }

  /**
   * The ensemble of the first trees: the model as it was after so many rounds.
   *
   * @param rounds trees, 0 to all
   */
  public Ensemble first(int rounds) {
    return new Ensemble(trees.subList(0, rounds), baseMargin, numFeatures);
  }

  /**
   * The ensemble whose margin is the mean of the members' margins: all their trees, leaves divided
   * by the number of members. So contributions of the mean are the mean of contributions, exactly.
   *
   * @throws IllegalArgumentException if there is no member or they differ in numFeatures
   */
  public static Ensemble mean(List<Ensemble> members) {
    if (members.isEmpty()) {
      throw new IllegalArgumentException("the mean of no ensemble is undefined");
    }
    int numFeatures = members.get(0).numFeatures;
    double share = 1.0 / members.size();
    double base = 0;
    List<Tree> trees = new ArrayList<>();
    for (Ensemble member : members) {
      if (member.numFeatures != numFeatures) {
        throw new IllegalArgumentException(
            "ensembles of "
                + numFeatures
                + " and of "
                + member.numFeatures
                + " features have no mean");
      }
      base += member.baseMargin * share;
      member.trees.forEach(tree -> trees.add(tree.scaled(share)));
    }
    return new Ensemble(trees, base, numFeatures);
  }
}
