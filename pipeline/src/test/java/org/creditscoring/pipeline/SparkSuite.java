package org.creditscoring.pipeline;

import com.holdenkarau.spark.testing.JavaDatasetSuiteBase;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.SparkConf;
import org.creditscoring.pipeline.run.Sparks;

/** Spark-testing-base's session and assertions, set as ours are. */
final class SparkSuite extends JavaDatasetSuiteBase {
  private static final int PARTITIONS = 2;

  @Override
  public SparkConf conf() {
    Map<String, String> settings = new TreeMap<>(Sparks.configuration(PARTITIONS));
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    SparkConf conf = new SparkConf().setMaster("local[2]").setAppName("test");
    settings.forEach(conf::set);
    return conf;
  }

  /** Hive is not on our class path. */
  @Override
  public boolean enableHiveSupport() {
    return false;
  }
}
