package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.Tree;

/**
 * An ensemble made ready: which trees are tabulated, which are walked.
 *
 * @param constant base margin and single-leaf trees, which concern no feature; log-odds
 * @param thresholds of all trees
 * @param sums the tabulated trees
 * @param walkers the trees whose tables would be too large
 * @param tableBytes memory of all tables
 */
record CompiledTrees(
    double constant,
    Thresholds thresholds,
    List<SumOfTrees> sums,
    List<TreeWalker> walkers,
    long tableBytes) {

  /** Nodes up to which a tree's plan is kept: beyond, those of many trees fill the memory. */
  private static final int SMALL_TREE = 512;

  /** A tree that can be tabulated, its plan, and the memory of its tables in bytes. */
  private record Candidate(int position, Supplier<TreePlan> plan, long bytes) {

    static Candidate of(int position, Tree tree, Thresholds thresholds) {
      TreePlan made = TreePlan.of(tree, thresholds);
      return new Candidate(
          position,
          tree.size() <= SMALL_TREE ? () -> made : () -> TreePlan.of(tree, thresholds),
          made.bytes());
    }
  }

  /**
   * Tabulates the trees with the smallest tables while all tables together fit into {@code
   * tableBytes}.
   */
  static CompiledTrees of(Ensemble ensemble, long tableBytes) {
    double constant = ensemble.baseMargin();
    List<Tree> trees = new ArrayList<>();
    for (Tree tree : ensemble.trees()) {
      if (tree.isLeaf(0)) {
        constant += tree.leafValue(0);
      } else {
        trees.add(tree);
      }
    }
    Thresholds thresholds = Thresholds.of(trees, ensemble.numFeatures());
    List<Candidate> chosen =
        tableBytes == 0 // spares the planning
            ? List.of()
            : choose(candidates(trees, thresholds), tableBytes);
    Set<Integer> tabulated = new HashSet<>();
    chosen.forEach(candidate -> tabulated.add(candidate.position));
    List<SumOfTrees> sums = new ArrayList<>();
    for (int from = 0; from < chosen.size(); from += SumOfTrees.TREES) {
      List<Candidate> part = chosen.subList(from, Math.min(chosen.size(), from + SumOfTrees.TREES));
      double scale =
          SumOfTrees.scale(part.stream().map(candidate -> trees.get(candidate.position)).toList());
      sums.add(
          new SumOfTrees(
              1 / scale,
              part.parallelStream()
                  .map(candidate -> new TreeTables(candidate.plan.get(), scale))
                  .toList()));
    }
    List<TreeWalker> walkers =
        IntStream.range(0, trees.size())
            .filter(position -> !tabulated.contains(position))
            .mapToObj(position -> new TreeWalker(trees.get(position)))
            .toList();
    long used = chosen.stream().mapToLong(Candidate::bytes).sum();
    return new CompiledTrees(constant, thresholds, sums, walkers, used);
  }

  private static List<Candidate> candidates(List<Tree> trees, Thresholds thresholds) {
    return IntStream.range(0, trees.size())
        .parallel()
        .filter(position -> ranksFit(trees.get(position), thresholds))
        .mapToObj(position -> Candidate.of(position, trees.get(position), thresholds))
        .filter(candidate -> candidate.bytes > 0)
        .toList();
  }

  private static boolean ranksFit(Tree tree, Thresholds thresholds) {
    return IntStream.range(0, tree.size())
        .allMatch(node -> tree.isLeaf(node) || thresholds.fits(tree.feature(node)));
  }

  /** The chosen ones in the order of the trees, so that the same model gives the same sums. */
  private static List<Candidate> choose(List<Candidate> candidates, long tableBytes) {
    List<Candidate> chosen = new ArrayList<>();
    long used = 0;
    for (Candidate candidate :
        candidates.stream().sorted(Comparator.comparingLong(Candidate::bytes)).toList()) {
      used += candidate.bytes;
      if (used > tableBytes) {
        break;
      }
      chosen.add(candidate);
    }
    chosen.sort(Comparator.comparingInt(Candidate::position));
    return chosen;
  }

  /** Index columns that a block needs. */
  int indexColumns() {
    return sums.stream().mapToInt(SumOfTrees::indexColumns).max().orElse(0);
  }
}
