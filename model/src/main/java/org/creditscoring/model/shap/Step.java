package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.tree.Tree;

/** One edge on the way down: an inner node and the side taken. */
record Step(int node, boolean left) {

  int child(Tree tree) {
    return left ? tree.left(node) : tree.right(node);
  }

  /** Share of the node's training weight that took this side. */
  double share(Tree tree) {
    double share = tree.shareLeft(node);
    return left ? share : 1 - share;
  }

  /** The path and one edge more. */
  static List<Step> longer(List<Step> path, int node, boolean left) {
    List<Step> result = new ArrayList<>(path.size() + 1);
    result.addAll(path);
    result.add(new Step(node, left));
    return result;
  }
}
