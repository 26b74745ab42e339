package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Sparks;
import org.creditscoring.pipeline.run.Stages;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code search}: looks for better parameters of the training; changes nothing but a record. */
@Command(
    name = "search",
    mixinStandardHelpOptions = true,
    description = {
      "Measures the neighbours of the training's parameters, one after the other, inside the training folds only, and keeps a record.",
      "",
      "Settings are not changed: put what was found into conf/credit.conf. The last line is 'best NAME VALUE … logloss L folds K/N', K of N folds choosing the same by themselves."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:our fault",
      "2:wrong use",
      "3:the raw tables or a directory do not allow it"
    })
public final class SearchCommand extends BatchCommand {
  @Option(
      names = "--record",
      paramLabel = "FILE",
      description =
          "Where the record is written (default: search.csv in the directory of the models).")
  private Optional<Path> record = Optional.empty();

  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(SearchCommand::onItsOwnSpark).execute(args));
  }

  /** Runs a search on some Spark. */
  @FunctionalInterface
  interface Runner {
    void run(PipelineSettings settings, Path record, Caching caching) throws IOException;
  }

  private SearchCommand(Runner runner) {
    this.runner = runner;
  }

  /** The command with our exit codes. */
  static CommandLine commandLine(Runner runner) {
    return commandLine(new SearchCommand(runner));
  }

  @Override
  void run(PipelineSettings settings) throws IOException {
    runner.run(settings, record.orElse(settings.models().resolve("search.csv")), caching());
  }

  @Override
  String untouched() {
    return "Models and snapshots are as they were.";
  }

  private static void onItsOwnSpark(PipelineSettings settings, Path record, Caching caching)
      throws IOException {
    try (Scratch scratch = Scratch.in(settings.cache());
        SparkSession spark = Sparks.session(settings, scratch.path());
        Interruption interruption = Interruption.toldTo(System.err)) {
      new Search(spark, settings, new Stages(System.out)).run(record, caching);
    }
  }
}
