package org.creditscoring.pipeline.training;

import java.util.Arrays;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.ml.param.Param;

/**
 * Keeps XGBoost from printing a line for every round. XGBoost4j listens to a parameter {@code
 * silent}; xgboost4j-spark passes on the parameters that it declares, and {@code silent} is not
 * among them. Its list of declared parameters is an array that it hands out: one that a classifier
 * never reads gives up its place.
 */
final class Silence {
  private static final String SILENT = "silent";
  private static final String NEVER_READ = "tweedie_variance_power";

  private Silence() {}

  static void of(XGBoostClassifier classifier) {
    Param<?>[] declared = classifier.params();
    int place = Arrays.stream(declared).map(Param::name).toList().indexOf(NEVER_READ);
    Param<String> silent = new Param<>(classifier, SILENT, "true prints nothing");
    declared[place] = silent;
    classifier.set(silent, "true");
  }
}
