package org.creditscoring.model.card;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.decision.Calibration;

/**
 * {@code model.json}: everything about a trained model but its trees.
 *
 * @param modelId name of the model directory
 * @param trainedAt ISO-8601, UTC
 * @param synthetic whether the clients it learned from were generated
 * @param features names of its inputs, in the order of the boosters' columns
 * @param costRatio of the cut-off policy
 * @param folds one calibration per fold model, in fold order
 * @param meanCalibration of the mean of the fold models, which is less spread than each of them
 * @param metrics out of fold
 * @param calibration of the published out-of-fold probabilities
 * @param provenance what the model was made from
 * @param evaluation nullable: everything else that is known of its quality, and what it is not for
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record ModelCard(
    String modelId,
    String trainedAt,
    boolean synthetic,
    List<String> features,
    double costRatio,
    List<Calibration> folds,
    Calibration meanCalibration,
    Metrics metrics,
    CalibrationFit calibration,
    Provenance provenance,
    Evaluation evaluation) {

  public ModelCard {
    features = List.copyOf(features);
    folds = List.copyOf(folds);
    if (folds.size() < 2) {
      throw new IllegalArgumentException(
          "cross-fitting needs two folds, the card has " + folds.size());
    }
  }

  /** The same model with what an evaluation run found out about it. */
  public ModelCard with(Evaluation.Locked locked) {
    return new ModelCard(
        modelId,
        trainedAt,
        synthetic,
        features,
        costRatio,
        folds,
        meanCalibration,
        metrics,
        calibration,
        provenance,
        evaluation == null ? null : evaluation.with(locked));
  }

  /** Figures, each over clients scored by a fold model that never saw them. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Metrics(Discrimination outOfFold) {}

  /**
   * @param auc area under the ROC curve
   * @param gini 2 auc − 1
   * @param ks greatest distance of the two outcomes' distributions
   * @param brier mean squared error of the probability
   * @param logLoss mean negative log-likelihood, natural logarithm
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Discrimination(double auc, double gini, double ks, double brier, double logLoss) {}

  /**
   * @param slope of the outcome on the published log-odds; 1 is perfect
   * @param intercept 0 is perfect
   * @param ece expected calibration error over ten bins of equal count
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record CalibrationFit(double slope, double intercept, double ece) {}

  /**
   * @param dataFingerprint SHA-256 over the raw files
   * @param clients that the folds were made of, with a known outcome
   * @param defaults among them
   * @param seed of folds and trees
   * @param parameters of the booster
   * @param versions of this code, Spark, XGBoost and Java
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Provenance(
      String dataFingerprint,
      int clients,
      int defaults,
      long seed,
      Map<String, String> parameters,
      Map<String, String> versions,
      List<String> absentTables) {}
}
