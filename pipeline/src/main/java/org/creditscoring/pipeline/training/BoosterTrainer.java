package org.creditscoring.pipeline.training;

import static org.apache.spark.sql.functions.col;

import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import ml.dmlc.xgboost4j.java.XGBoostError;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassificationModel;
import ml.dmlc.xgboost4j.scala.spark.XGBoostClassifier;
import org.apache.spark.SparkContext;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.TrainingSettings;

/**
 * Trains one gradient-boosted ensemble by xgboost4j-spark. Workers, partitions, row order and seed
 * are fixed, so the same rows give the same bytes.
 */
final class BoosterTrainer {
  private static final String ID = "id";
  private static final String LABEL = "label";
  private static final String FEATURES = "features";
  private static final String LOCAL = "127.0.0.1";

  private final TrainingSettings settings;
  private final BoosterSettings booster;

  /**
   * @param settings of which workers and seed count
   * @param booster parameters of the ensemble, for so many clients as it is given
   */
  BoosterTrainer(TrainingSettings settings, BoosterSettings booster) {
    this.settings = settings;
    this.booster = booster;
  }

  /**
   * @param features of each example
   * @return the booster in XGBoost's own JSON format
   */
  byte[] train(Dataset<Example> examples, int features) {
    Dataset<Example> ordered =
        examples.repartition(settings.workers(), col(ID)).sortWithinPartitions(col(ID));
    XGBoostClassificationModel model =
        classifier(features, examples.sparkSession().sparkContext()).fit(ordered);
    try {
      ByteArrayOutputStream json = new ByteArrayOutputStream();
      model.nativeBooster().saveModel(json, "json");
      return json.toByteArray();
    } catch (XGBoostError e) {
      throw new IllegalStateException("XGBoost cannot write its model", e);
    }
  }

  private XGBoostClassifier classifier(int features, SparkContext spark) {
    XGBoostClassifier classifier = new XGBoostClassifier();
    // An array column, never one column per feature: with those, xgboost4j-spark 3.2.0 shifts its
    // output on CPU.
    classifier.setFeaturesCol(FEATURES);
    classifier.setLabelCol(LABEL);
    classifier.setMissing(Float.NaN);
    classifier.setObjective("binary:logistic");
    classifier.setTreeMethod("hist");
    classifier.setNumRound(booster.rounds());
    classifier.setMaxDepth(booster.maxDepth());
    classifier.setEta(booster.eta());
    classifier.setSubsample(booster.subsample());
    // A half more than so many: XGBoost rounds down.
    classifier.setColsampleBytree(Math.min(1, (booster.featuresByTree() + 0.5) / features));
    classifier.setLambda(booster.lambda());
    classifier.setMinChildWeight(booster.minChildWeight());
    classifier.setMaxBins(booster.maxBin());
    classifier.setSeed(settings.seed());
    classifier.setNumWorkers(settings.workers());
    classifier.setNthread(1);
    classifier.setVerbosity(0);
    Silence.of(classifier);
    classifier.setRabitTrackerHostIp(spark.isLocal() ? LOCAL : address(spark));
    return classifier;
  }

  /** The tracker runs in the driver: the workers reach it where they reach the driver. */
  private static String address(SparkContext spark) {
    String host = spark.conf().get("spark.driver.host");
    try {
      return InetAddress.getByName(host).getHostAddress();
    } catch (UnknownHostException e) {
      throw new IllegalStateException("spark.driver.host is " + host + ", which has no address", e);
    }
  }
}
