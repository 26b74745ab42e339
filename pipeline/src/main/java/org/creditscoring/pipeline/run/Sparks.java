package org.creditscoring.pipeline.run;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.spark.sql.SparkSession;

/** Starts the Spark session of a refresh. */
public final class Sparks {
  /** This machine with so many slots, and perhaps so many attempts. */
  private static final Pattern LOCAL =
      Pattern.compile("local(?:\\[(\\d{1,6}|\\*)(?:,\\s*\\d+)?\\])?");

  /** Where spark-submit says which master it was given. */
  private static final String SUBMITTED_TO = "spark.master";

  /** Of a laptop that is closed, or a run that is halted, and goes on afterwards. */
  private static final String LONGEST_SLEEP = "7d";

  private Sparks() {}

  /**
   * The session of these settings, or the one that already runs in this JVM.
   *
   * @param scratch directory of what need not outlive the run
   */
  public static SparkSession session(PipelineSettings settings, Path scratch) {
    String master =
        master(
            settings.spark().master(),
            Optional.ofNullable(System.getProperty(SUBMITTED_TO)),
            settings.training().workers());
    SparkSession.Builder builder =
        SparkSession.builder().appName("credit-scoring refresh").master(master);
    configuration(settings.spark().shufflePartitions()).forEach(builder::config);
    JavaBlas.choose();
    // XGBoost's native library is unpacked there: that of a killed run would fill the machine's
    // own.
    System.setProperty("java.io.tmpdir", scratch.toString());
    if (master.startsWith("local")) {
      // What is too large for memory is about clients; a cluster has its own place for it.
      builder.config("spark.local.dir", scratch.toString());
      // Nobody else needs to reach the driver of one machine.
      builder.config("spark.driver.host", "127.0.0.1");
      builder.config("spark.driver.bindAddress", "127.0.0.1");
    }
    if (LOCAL.matcher(master).matches()) {
      // The one executor lives in this JVM. Heartbeats that it missed were slept through by both.
      builder.config("spark.storage.blockManagerHeartbeatTimeoutMs", LONGEST_SLEEP);
    }
    return builder.getOrCreate();
  }

  /** What every session of ours is set to, each for a reason. */
  public static Map<String, String> configuration(int shufflePartitions) {
    Map<String, String> conf = new TreeMap<>();
    conf.put("spark.ui.enabled", "false");
    conf.put("spark.ui.showConsoleProgress", "false");
    conf.put("spark.sql.session.timeZone", "UTC");
    conf.put("spark.sql.shuffle.partitions", String.valueOf(shufflePartitions));
    // What a refresh is measured against parses every column.
    conf.put("spark.sql.csv.parser.columnPruning.enabled", "false");
    // Column names are the publisher's; two that differ in case are two columns.
    conf.put("spark.sql.caseSensitive", "true");
    // The JVM leaves methods beyond this many bytes uncompiled, tens of times slower; Spark then
    // generates several small ones instead.
    conf.put("spark.sql.codegen.hugeMethodLimit", "8000");
    // Partition counts are part of what makes two runs alike.
    conf.put("spark.sql.adaptive.enabled", "false");
    return conf;
  }

  /** Tasks that a master runs at once, as far as its URL says so. */
  static int slots(String master) {
    Matcher local = LOCAL.matcher(master);
    if (!local.matches()) {
      return Integer.MAX_VALUE;
    }
    String slots = local.group(1);
    if (slots == null) {
      return 1;
    }
    return slots.equals("*") ? Runtime.getRuntime().availableProcessors() : Integer.parseInt(slots);
  }

  /**
   * The setting; when that is auto, the master that spark-submit was given, or else this machine.
   * Training needs all its workers at once, so there are never fewer slots than workers.
   */
  static String master(String setting, Optional<String> submittedTo, int workers) {
    if (!setting.equals("auto")) {
      return setting;
    }
    if (submittedTo.isPresent()) {
      return submittedTo.get();
    }
    return "local[" + Math.max(Runtime.getRuntime().availableProcessors(), workers) + "]";
  }
}
