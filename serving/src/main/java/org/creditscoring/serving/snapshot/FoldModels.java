package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;

/**
 * The models of a snapshot, in plain Java. The trees are read when they are first asked for, and an
 * explainer is compiled for each fold that is; without tables, which one row does not repay. Safe
 * for use by many threads.
 */
public final class FoldModels {
  private static final long NO_TABLES = 0;

  private final Path directory;
  private final ModelCard card;
  private final Map<Integer, Explainer> explainers = new HashMap<>();
  private List<Ensemble> ensembles = List.of();

  FoldModels(Path directory, ModelCard card) {
    this.directory = directory;
    this.card = card;
  }

  /**
   * The explainer of a fold's raw margins; {@link Layout#MEAN_FOLD} is the mean of all.
   *
   * @throws RefusedSnapshotException if the boosters cannot be read (any more)
   */
  public synchronized Explainer explainer(int fold) {
    Explainer explainer = explainers.get(fold);
    if (explainer == null) {
      List<Ensemble> all = ensembles();
      Ensemble ensemble = fold == Layout.MEAN_FOLD ? Ensemble.mean(all) : all.get(fold);
      explainer = Explainer.of(ensemble, NO_TABLES);
      explainers.put(fold, explainer);
    }
    return explainer;
  }

  /** The map from a fold's raw margin to the calibrated one. */
  public Calibration calibration(int fold) {
    return fold == Layout.MEAN_FOLD ? card.meanCalibration() : card.folds().get(fold);
  }

  /**
   * The probability by each fold model, in fold order.
   *
   * @param values of a client; the model's features come first
   * @throws RefusedSnapshotException if the boosters cannot be read (any more)
   */
  public double[] probabilities(float[] values) {
    List<Ensemble> all = ensembles();
    double[] probabilities = new double[all.size()];
    for (int fold = 0; fold < probabilities.length; fold++) {
      double margin = calibration(fold).margin(all.get(fold).margin(values, 0));
      probabilities[fold] = Logistic.of((float) margin);
    }
    return probabilities;
  }

  private synchronized List<Ensemble> ensembles() {
    if (ensembles.isEmpty()) {
      List<Ensemble> read = new ArrayList<>();
      for (int fold = 0; fold < card.folds().size(); fold++) {
        read.add(read(directory.resolve(Layout.MODEL).resolve("fold-" + fold + ".json")));
      }
      ensembles = List.copyOf(read);
    }
    return ensembles;
  }

  private static Ensemble read(Path booster) {
    try {
      return XgboostJson.read(booster);
    } catch (IOException | RuntimeException e) {
      throw RefusedSnapshotException.unreadable(booster, e);
    }
  }
}
