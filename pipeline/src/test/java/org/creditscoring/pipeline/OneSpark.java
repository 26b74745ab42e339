package org.creditscoring.pipeline;

import org.apache.spark.sql.SparkSession;

/** The one Spark session of the tests' JVM. */
public final class OneSpark {
  static final SparkSuite SUITE = new SparkSuite();

  private OneSpark() {}

  /** Started by the first who asks; it ends with the JVM. */
  public static synchronized SparkSession session() {
    SUITE.runBefore();
    return SUITE.spark();
  }
}
