package org.creditscoring.model.shap;

import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;

/**
 * Raw margins and exact path-dependent SHAP contributions of an ensemble, in log-odds: for every
 * row, {@link #bias()} + Σ contributions = margin. It is the only predictor, so that what is
 * decided and what is explained cannot differ. Margins are summed from the leaves, apart from the
 * contributions, so that comparing the two is a real check.
 *
 * <p>Each tree is tabulated ({@link TreeTables}) as far as memory allows; the others are walked
 * ({@link TreeWalker}), tens of times slower. Walks are exact up to float rounding, tables up to
 * the unit of {@link SumOfTrees}: some 1e-7 for trees of small steps, 1e-5 where hundreds of trees
 * have leaves of whole log-odds.
 *
 * <p>Immutable and safe to share between threads; each thread brings its own {@link #workspace()}.
 */
public final class Explainer {
  /**
   * Memory for tables, bytes, unless told otherwise; 500 trees of depth 6 take about a tenth of it.
   */
  public static final long DEFAULT_TABLE_BYTES = 704L << 20;

  private static final int BLOCK_ROWS = 8192;

  private final int features;
  private final double bias;
  private final CompiledTrees trees;

  private Explainer(Ensemble ensemble, long tableBytes) {
    features = ensemble.numFeatures();
    bias = ensemble.baseMargin() + ensemble.trees().stream().mapToDouble(Tree::mean).sum();
    trees = CompiledTrees.of(ensemble, tableBytes);
  }

  /** Compiles an ensemble, with {@link #DEFAULT_TABLE_BYTES}. */
  public static Explainer of(Ensemble ensemble) {
    return new Explainer(ensemble, DEFAULT_TABLE_BYTES);
  }

  /**
   * Compiles an ensemble. Without tables ({@code tableBytes} 0) it takes milliseconds and almost no
   * memory, and one row is explained as fast as with them: right where a row comes now and then.
   * Tables pay from thousands of rows.
   *
   * @param tableBytes most memory for tables, ≥ 0; trees beyond it are walked
   */
  public static Explainer of(Ensemble ensemble, long tableBytes) {
    if (tableBytes < 0) {
      throw new IllegalArgumentException(
          "tableBytes is " + tableBytes + "; it must not be negative");
    }
    return new Explainer(ensemble, tableBytes);
  }

  /** Values in a row, and contributions in an explanation. */
  public int features() {
    return features;
  }

  /** Expected raw margin: base margin + cover-weighted means of the trees, log-odds. */
  public double bias() {
    return bias;
  }

  /** Trees that are walked row by row because their tables would be too large. */
  public int walkedTrees() {
    return trees.walkers().size();
  }

  /** Memory that the tables take, bytes. */
  public long tableBytes() {
    return trees.tableBytes();
  }

  /**
   * Memory to work in, reusable from call to call, for one thread at a time: about 130 KB per
   * feature.
   */
  public Workspace workspace() {
    return workspace(BLOCK_ROWS);
  }

  Workspace workspace(int blockRows) {
    Block block = new Block(features, trees.thresholds(), trees.indexColumns(), blockRows);
    return new Workspace(this, block, trees.walkers().stream().map(TreeWalker::walk).toList());
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
    Block block = workspace.block();
    for (int from = 0; from < margins.length; from += block.capacity()) {
      int rows = Math.min(block.capacity(), margins.length - from);
      block.load(values, from, rows);
      for (SumOfTrees sum : trees.sums()) {
        sum.addTo(block, rows);
      }
      block.store(contributions, margins, from, rows, trees.constant());
    }
    if (workspace.walks()) {
      for (int row = 0; row < margins.length; row++) {
        margins[row] += workspace.walk(values, row * features, contributions);
      }
    }
  }

  /**
   * Explains one row of {@link #features()} values. For many rows, the batch call is far faster.
   */
  public Explanation explain(float[] values) {
    float[] contributions = new float[features];
    double[] margin = new double[1];
    explain(values, contributions, margin, workspace(1));
    return new Explanation(bias, margin[0], contributions);
  }

  private void requireLength(String name, int found, int rows) {
    if (found != (long) rows * features) {
      throw new IllegalArgumentException(
          name + " has " + found + " entries; " + rows + " rows of " + features + " are expected");
    }
  }
}
