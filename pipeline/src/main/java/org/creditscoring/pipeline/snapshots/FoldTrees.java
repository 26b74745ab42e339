package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;

/** The trees that a snapshot carries, as they are: no tables, no explanation. */
final class FoldTrees {
  private final List<Ensemble> folds;
  private final Ensemble mean;
  private final ModelCard card;

  private FoldTrees(List<Ensemble> folds, ModelCard card) {
    this.folds = folds;
    this.card = card;
    mean = Ensemble.mean(folds);
  }

  /**
   * @throws BadDataException if one cannot be read, or takes other features than the snapshot has
   */
  static FoldTrees of(PublishedSnapshot snapshot, ModelCard card) {
    List<Ensemble> folds = new ArrayList<>();
    int features = snapshot.manifest().features().size();
    for (int fold = 0; fold < card.folds().size(); fold++) {
      Ensemble trees = snapshot.fold(fold);
      if (trees.numFeatures() != features) {
        throw new BadDataException(
            "the trees of fold %d take %d features, the manifest lists %d"
                .formatted(fold, trees.numFeatures(), features));
      }
      folds.add(trees);
    }
    return new FoldTrees(folds, card);
  }

  /** Calibrated log-odds of a client by the model of its fold. */
  double margin(int fold, float[] values) {
    Ensemble trees = fold == Layout.MEAN_FOLD ? mean : folds.get(fold);
    Calibration calibration =
        fold == Layout.MEAN_FOLD ? card.meanCalibration() : card.folds().get(fold);
    return calibration.margin(trees.margin(values, 0));
  }
}
