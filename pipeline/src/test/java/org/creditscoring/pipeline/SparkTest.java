package org.creditscoring.pipeline;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;

/**
 * Gives a Jupiter test spark-testing-base's session and assertions. Its suites are JUnit 4's, whose
 * life cycle Jupiter does not call, and their methods name Hive's classes, so that Jupiter cannot
 * look into a subclass: so a suite is held, not extended.
 */
public abstract class SparkTest {
  protected static SparkSession spark() {
    return OneSpark.session();
  }

  /** Same schema, same rows in the same order. */
  protected static <T> void assertDatasetEquals(Dataset<T> expected, Dataset<T> actual) {
    OneSpark.session();
    OneSpark.SUITE.assertDatasetEquals(expected, actual);
  }
}
