package org.creditscoring.model.benchmarks;

import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.model.shap.Explainer;

/**
 * How far our explanations are from XGBoost's, at most, in raw log-odds.
 *
 * @param contributions largest difference of a contribution or of the base value
 * @param margins largest difference of a raw margin
 */
record Agreement(double contributions, double margins) {
  static final int ROWS = 512;

  /** On rows that the booster was not trained on. */
  static Agreement of(TrainedBooster trained) throws XGBoostError {
    Explainer explainer = Explainer.of(trained.ensemble());
    SyntheticRows rows = new SyntheticRows(trained.features());
    return of(explainer, trained.booster(1), rows.values(TrainedBooster.TRAINING_ROWS, ROWS));
  }

  /** Of an explainer and the booster that its trees are of, on some rows. */
  static Agreement of(Explainer explainer, Booster booster, float[] values) throws XGBoostError {
    int features = explainer.features();
    DMatrix matrix = TrainedBooster.matrix(values, features);
    float[][] expected = booster.predictContrib(matrix, 0);
    float[][] expectedMargins = booster.predict(matrix, true);
    float[] contributions = new float[values.length];
    double[] margins = new double[expected.length];
    explainer.explain(values, contributions, margins, explainer.workspace());
    double worst = 0;
    double worstMargin = 0;
    for (int r = 0; r < margins.length; r++) {
      worst = Math.max(worst, Math.abs(explainer.bias() - expected[r][features]));
      for (int f = 0; f < features; f++) {
        worst = Math.max(worst, Math.abs(contributions[r * features + f] - expected[r][f]));
      }
      worstMargin = Math.max(worstMargin, Math.abs(margins[r] - expectedMargins[r][0]));
    }
    return new Agreement(worst, worstMargin);
  }

  /** Whether neither difference exceeds {@code tolerance}; not if one is NaN. */
  boolean within(double tolerance) {
    return contributions <= tolerance && margins <= tolerance;
  }
}
