package org.creditscoring.pipeline;

import java.io.IOException;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Sparks;
import picocli.CommandLine.Command;

/** {@code bench refresh}: measures a refresh against merely reading its tables. */
@Command(
    name = "bench refresh",
    mixinStandardHelpOptions = true,
    description = {
      "Measures a refresh without training, and a second one on unchanged raw tables, against the time in which the same Spark reads every column of the same files.",
      "",
      "Nothing of it stays but a model, if there was none that could score. The last line is 'ratio N again M'."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:our fault",
      "2:wrong use",
      "3:the raw tables, a directory or a model do not allow it"
    })
public final class BenchRefreshCommand extends BatchCommand {
  public static void main(String[] args) {
    System.exit(commandLine(new BenchRefreshCommand()).execute(args));
  }

  private BenchRefreshCommand() {}

  @Override
  void run(PipelineSettings settings) throws IOException {
    try (Scratch scratch = Scratch.in(settings.cache());
        SparkSession spark = Sparks.session(settings, scratch.path());
        Interruption interruption = Interruption.toldTo(System.err)) {
      new BenchRefresh(spark, settings, System.out).run();
    }
  }

  @Override
  String untouched() {
    return "Models and snapshots are as they were.";
  }
}
