package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.decision.Points;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.scoring.ScoredClient;

/** What must hold within each client's row, whoever wrote it. */
final class ClientCheck {
  /** Floats that were rounded once. */
  private static final double ROUNDED = 1e-6;

  /** A percentile is a float of 0 to 100. */
  private static final double PERCENTILE = 1e-4;

  private final Manifest manifest;
  private final Map<Integer, Manifest.Fold> folds = new HashMap<>();
  private final Map<Integer, Integer> counts = new HashMap<>();
  private final Optional<ReferencePopulation> reference;
  private final Optional<FoldTrees> trees;

  /**
   * @param reference empty if it cannot be read, which was said then
   * @param trees likewise
   */
  ClientCheck(
      Manifest manifest, Optional<ReferencePopulation> reference, Optional<FoldTrees> trees) {
    this.manifest = manifest;
    this.reference = reference;
    this.trees = trees;
    manifest.folds().forEach(fold -> folds.put(fold.fold(), fold));
  }

  /** What is wrong with a client, in words. */
  List<String> problems(ScoredClient client) {
    counts.merge((int) client.fold(), 1, Integer::sum);
    List<String> problems = new ArrayList<>();
    boolean vectors = vectors(client, problems);
    score(client, problems);
    fold(client, problems);
    if (vectors) {
      explanation(client, problems);
    }
    return problems;
  }

  /** Folds whose clients are not as many as the manifest says; after the last client. */
  List<String> foldCounts() {
    List<String> problems = new ArrayList<>();
    manifest
        .folds()
        .forEach(
            fold -> {
              int counted = counts.getOrDefault(fold.fold(), 0);
              if (counted != fold.clients()) {
                problems.add(
                    "fold %d has %,d clients, the manifest counts %,d"
                        .formatted(fold.fold(), counted, fold.clients()));
              }
            });
    return problems;
  }

  private boolean vectors(ScoredClient client, List<String> problems) {
    boolean values = length("values", client.values().length, manifest.valueCount(), problems);
    boolean contributions =
        length(
            "contributions", client.contributions().length, manifest.features().size(), problems);
    if (length("reasons", client.reasons().length, Layout.REASONS, problems)) {
      for (int reason : client.reasons()) {
        require(
            reason >= -1 && reason < manifest.features().size(),
            problems,
            () -> "reason " + reason + " is no position of a feature");
      }
    }
    return values && contributions;
  }

  private void score(ScoredClient client, List<String> problems) {
    if (!Float.isFinite(client.margin())) {
      problems.add("margin is " + client.margin());
      return;
    }
    double probability = Logistic.of(client.margin());
    require(
        Math.abs(probability - client.probability()) <= ROUNDED,
        problems,
        () ->
            "probability is %s, the logistic of margin %s is %s"
                .formatted(client.probability(), client.margin(), probability));
    Decision decision = probability >= manifest.cutOff() ? Decision.REFUSED : Decision.ACCEPTED;
    require(
        client.decision().equals(decision.name()),
        problems,
        () ->
            "decision is %s at probability %s and cut-off %s"
                .formatted(client.decision(), probability, manifest.cutOff()));
    int points = Points.of(client.margin());
    require(
        client.points() == points,
        problems,
        () ->
            "points are %d, margin %s gives %d"
                .formatted(client.points(), client.margin(), points));
    double percentile =
        reference
            .map(past -> past.percentile(client.margin()))
            .orElse((double) client.percentile());
    require(
        client.percentile() >= 0
            && client.percentile() <= 100
            && Math.abs(percentile - client.percentile()) <= PERCENTILE,
        problems,
        () ->
            "percentile is %s, the reference population gives %s"
                .formatted(client.percentile(), percentile));
  }

  private void fold(ScoredClient client, List<String> problems) {
    require(
        client.outcome() >= Layout.UNKNOWN_OUTCOME && client.outcome() <= 1,
        problems,
        () -> "outcome is " + client.outcome());
    Manifest.Fold fold = folds.get((int) client.fold());
    if (fold == null) {
      problems.add("fold " + client.fold() + " is not in the manifest");
      return;
    }
    require(
        Math.abs(client.baseValue() - fold.baseValue()) <= ScoredClient.TOLERANCE,
        problems,
        () ->
            "base value is %s, that of fold %d is %s"
                .formatted(client.baseValue(), fold.fold(), fold.baseValue()));
  }

  private void explanation(ScoredClient client, List<String> problems) {
    double explained = client.explained();
    require(
        Math.abs(explained - client.margin()) <= ScoredClient.TOLERANCE,
        problems,
        () -> "base value + contributions = %s, margin = %s".formatted(explained, client.margin()));
    if (trees.isPresent() && folds.containsKey((int) client.fold())) {
      double margin = trees.get().margin(client.fold(), client.values());
      require(
          Math.abs(margin - client.margin()) <= ScoredClient.TOLERANCE,
          problems,
          () ->
              "margin is %s, the snapshot's own trees give %s".formatted(client.margin(), margin));
    }
  }

  private static boolean length(String vector, int length, int wanted, List<String> problems) {
    return require(
        length == wanted,
        problems,
        () -> "%s has %d elements, the manifest has %d".formatted(vector, length, wanted));
  }

  private static boolean require(boolean right, List<String> problems, Supplier<String> wrong) {
    if (!right) {
      problems.add(wrong.get());
    }
    return right;
  }
}
