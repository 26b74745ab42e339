package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.file.Scratch;
import org.creditscoring.pipeline.run.Interruption;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Sparks;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.training.Evaluator;
import org.creditscoring.pipeline.training.FeatureChoice;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code evaluate}: measures what a training is worth; publishes nothing. */
@Command(
    name = "evaluate",
    mixinStandardHelpOptions = true,
    description = {
      "Measures what a training with these tables and settings is worth, on clients that it has not seen. No model and no snapshot is written.",
      "",
      "Out of fold, once for each salt; then the mean model on one client in ten that no fold saw (or several tenths in turn, --locked). The result of the second is kept beside the models, so that the card of a model trained on the same tables with the same settings can show it. The last line holds the figures: 'auc A slope B ece C', means over the salts."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:measured",
      "1:our fault",
      "2:wrong use",
      "3:the raw tables or a directory do not allow it"
    })
public final class EvaluateCommand extends BatchCommand {
  @Spec private CommandSpec spec;

  @Option(
      names = "--salts",
      paramLabel = "N",
      split = ",",
      description =
          "Splits into folds to measure on, as 1,2,3 (default: the one of credit.pipeline.training.salt).")
  private List<Long> salts = List.of();

  @Option(
      names = "--compare",
      paramLabel = "application",
      description =
          "Measure the application's features alone too; the last line is then 'auc A application B gain G'.")
  private Optional<Rival> compare = Optional.empty();

  @Option(
      names = "--locked",
      paramLabel = "TENTHS",
      description =
          "Tenths of the clients to lock one after another, 1 to 10 (default: 1). Each is scored by models trained on the other nine; the figures are over all that were locked, so that their luck counts for less. Each tenth takes as long as a training.")
  private Optional<Integer> locked = Optional.empty();

  @Option(
      names = "--test",
      paramLabel = "DIR",
      description =
          "Learn from the past clients of --raw and measure on those of this directory; the last line is then 'test auc A slope B ece C'.")
  private Optional<Path> test = Optional.empty();

  @ArgGroup private Narrowed narrowed = new Narrowed();

  /** Features that are left out. */
  private static final class Narrowed {
    @Option(
        names = "--without",
        paramLabel = "PREFIX",
        description = "Leave out every feature that reads a column whose name begins so.")
    private String without;

    @Option(
        names = "--only",
        paramLabel = "PREFIX",
        description = "Take only features that read such columns and no others.")
    private String only;
  }

  /** What a training is compared with. */
  enum Rival {
    application
  }

  private final Runner runner;

  public static void main(String[] args) {
    System.exit(commandLine(EvaluateCommand::onItsOwnSpark).execute(args));
  }

  /** Runs an evaluation on some Spark. */
  @FunctionalInterface
  interface Runner {
    void run(PipelineSettings settings, Evaluate.Request request) throws IOException;
  }

  private EvaluateCommand(Runner runner) {
    this.runner = runner;
  }

  /** The command with our exit codes. */
  static CommandLine commandLine(Runner runner) {
    return commandLine(new EvaluateCommand(runner));
  }

  @Override
  void run(PipelineSettings settings) throws IOException {
    if (test.isPresent() && (compare.isPresent() || !salts.isEmpty() || locked.isPresent())) {
      throw new ParameterException(
          spec.commandLine(),
          "--test measures one training: it takes neither --salts nor --compare nor --locked");
    }
    int tenths = locked.orElse(1);
    if (tenths < 1 || tenths > Evaluator.LOCKED_PARTS) {
      throw new ParameterException(
          spec.commandLine(),
          "--locked must be from 1 to %d, is %d".formatted(Evaluator.LOCKED_PARTS, tenths));
    }
    runner.run(
        settings,
        new Evaluate.Request(
            salts.isEmpty() ? List.of(settings.training().salt()) : salts,
            features(),
            narrowed.without != null || narrowed.only != null,
            compare.isPresent(),
            tenths,
            test,
            caching()));
  }

  private Predicate<Feature> features() {
    if (narrowed.without != null) {
      return FeatureChoice.without(narrowed.without);
    }
    return narrowed.only == null ? feature -> true : FeatureChoice.only(narrowed.only);
  }

  @Override
  String untouched() {
    return "Models and snapshots are as they were.";
  }

  private static void onItsOwnSpark(PipelineSettings settings, Evaluate.Request request)
      throws IOException {
    try (Scratch scratch = Scratch.in(settings.cache());
        SparkSession spark = Sparks.session(settings, scratch.path());
        Interruption interruption = Interruption.toldTo(System.err)) {
      new Evaluate(spark, settings, new Stages(System.out)).run(request);
    }
  }
}
