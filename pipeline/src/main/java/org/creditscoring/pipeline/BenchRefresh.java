package org.creditscoring.pipeline;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.run.GateSettings;
import org.creditscoring.pipeline.run.Meter;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.StageLog;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.Together;

/**
 * Measures a refresh against what Spark takes merely to read every column of every file by its own
 * reader of CSV, in the same session, several files at once as the refresh does. That is measured
 * before and after, and the shorter counts, since the first also warms the machine up.
 */
final class BenchRefresh {
  private static final String READ = "read every column of every table, and no more";

  private final SparkSession spark;
  private final PipelineSettings settings;
  private final PrintStream out;
  private final Meter meter;

  BenchRefresh(SparkSession spark, PipelineSettings settings, PrintStream out) {
    this.spark = spark;
    this.settings = settings;
    this.out = out;
    this.meter = Meter.of(spark.sparkContext());
  }

  /** Seconds of the wall clock and of all processors. */
  private record Cost(double seconds, double cpuSeconds) {
    String told(String what) {
      return String.format(
          Locale.ROOT, "%-34s %8.1f s %10.1f s of processor", what, seconds, cpuSeconds);
    }
  }

  /**
   * Publishes nothing that stays: snapshots and cache lie in a directory of this run's own.
   *
   * @throws org.creditscoring.pipeline.run.BadDataException if the input does not allow it
   */
  void run() throws IOException {
    try (Scratch scratch = Scratch.in(settings.cache())) {
      Path own = scratch.path();
      PipelineSettings aside =
          settings
              .at(settings.raw(), own.resolve("snapshots"), settings.models())
              .caching(own.resolve("cache"))
              .settingAside(own.resolve("set-aside"))
              // What is measured may be other clients than those that the model learned from.
              .gated(settings.gates().in(GateSettings.Mode.WARN));
      StageLog log = new StageLog(own.resolve("log.jsonl"), out::println);
      Cost first = read(log);
      Cost whole = refresh(aside, log);
      while (whole.seconds() == 0) {
        out.println("a model had to be trained, which is not to be measured: once more");
        Durable.remove(own.resolve("cache"));
        whole = refresh(aside, log);
      }
      Cost again = refresh(aside, log);
      Cost last = read(log);
      Cost least = first.seconds() < last.seconds() ? first : last;
      out.println(first.told("read every column"));
      out.println(last.told("read every column, once more"));
      out.println(whole.told("refresh"));
      out.println(again.told("refresh, raw tables unchanged"));
      out.printf(
          Locale.ROOT,
          "ratio %.2f again %.2f%n",
          whole.seconds() / least.seconds(),
          again.seconds() / least.seconds());
    }
  }

  private Cost read(StageLog log) {
    Stages stages = new Stages(out, meter, log);
    RawDirectory directory = new RawDirectory(settings.raw());
    stages.run(
        READ,
        stage ->
            Together.each(
                spark,
                directory.files(),
                file -> {
                  RawReader.unchecked(spark, file).write().format("noop").mode("overwrite").save();
                  return file;
                }));
    stages.table();
    return new Cost(stages.seconds(), stages.cpuSeconds());
  }

  /** Of no cost if it trained a model. */
  private Cost refresh(PipelineSettings aside, StageLog log) throws IOException {
    Stages stages = new Stages(out, meter, log);
    new Refresh(spark, aside, stages, Clock.systemUTC())
        .run(Refresh.Training.IF_NEEDED, Caching.UNCHANGED_TABLES);
    return stages.ran(Refresh.TRAIN)
        ? new Cost(0, 0)
        : new Cost(stages.seconds(), stages.cpuSeconds());
  }
}
