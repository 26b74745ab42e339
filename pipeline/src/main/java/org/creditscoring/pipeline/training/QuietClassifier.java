package org.creditscoring.pipeline.training;

import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.ml.param.Param;

/**
 * An XGBoost classifier that does not print a line for every round. XGBoost4j listens to a
 * parameter {@code silent}, which xgboost4j-spark does not declare, and passes on every parameter
 * declared.
 */
public final class QuietClassifier extends XGBoostClassifier {
  private static final long serialVersionUID = 1;

  private transient Param<String> silent;

  public QuietClassifier() {
    set(silent(), "true");
  }

  /** Found by Spark by reflection, already while the superclass is constructed. */
  public Param<String> silent() {
    if (silent == null) {
      silent = new Param<>(this, "silent", "true prints nothing");
    }
    return silent;
  }
}
