package org.creditscoring.model.shap;

import java.util.List;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;

/**
 * Raw margins and exact path-dependent SHAP contributions of an ensemble, in log-odds: for every
 * row, {@link #bias()} + Σ contributions = margin. It is the only predictor, so that what is
 * decided and what is explained cannot differ.
 *
 * <p>Immutable and safe to share between threads; each thread brings its own {@link #workspace()}.
 */
public final class Explainer {
  private final int features;
  private final double baseMargin;
  private final double bias;
  private final List<TreeWalker> walkers;

  private Explainer(Ensemble ensemble) {
    features = ensemble.numFeatures();
    baseMargin = ensemble.baseMargin();
    double sum = baseMargin;
    for (Tree tree : ensemble.trees()) {
      sum += tree.mean();
    }
    bias = sum;
    walkers = ensemble.trees().stream().map(TreeWalker::new).toList();
  }

  /** Compiles an ensemble. */
  public static Explainer of(Ensemble ensemble) {
    return new Explainer(ensemble);
  }

  /** Values in a row, and contributions in an explanation. */
  public int features() {
    return features;
  }

  /** Expected raw margin: base margin + cover-weighted means of the trees, log-odds. */
  public double bias() {
    return bias;
  }

  /** Memory to work in, reusable from call to call, for one thread at a time. */
  public Workspace workspace() {
    return new Workspace(this, features, walkers.stream().map(TreeWalker::walk).toList());
  }

  /**
   * Explains {@code margins.length} rows.
   *
   * @param values row-major, rows × features, NaN meaning missing
   * @param contributions filled, row-major, rows × features, log-odds
   * @param margins filled, one per row, raw log-odds
   * @param workspace of this explainer
   * @throws IllegalArgumentException if an array has another length, or the workspace is another
   *     explainer's
   */
  public void explain(
      float[] values, float[] contributions, double[] margins, Workspace workspace) {
    requireLength("values", values.length, margins.length);
    requireLength("contributions", contributions.length, margins.length);
    if (workspace.owner() != this) {
      throw new IllegalArgumentException("the workspace was made by another explainer");
    }
    for (int row = 0; row < margins.length; row++) {
      margins[row] = baseMargin + workspace.walk(values, row * features, contributions);
    }
  }

  /**
   * Explains one row of {@link #features()} values; for many rows, the batch call is far faster.
   */
  public Explanation explain(float[] values) {
    float[] contributions = new float[features];
    double[] margin = new double[1];
    explain(values, contributions, margin, workspace());
    return new Explanation(bias, margin[0], contributions);
  }

  private void requireLength(String name, int found, int rows) {
    if (found != (long) rows * features) {
      throw new IllegalArgumentException(
          name + " has " + found + " entries; " + rows + " rows of " + features + " are expected");
    }
  }
}
