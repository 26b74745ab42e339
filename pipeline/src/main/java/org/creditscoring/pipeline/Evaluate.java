package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.evaluation.Ranked;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FullCatalogue;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.training.Evaluations;
import org.creditscoring.pipeline.training.Evaluator;
import org.creditscoring.pipeline.training.FeatureChoice;

/** One evaluation: raw tables in, figures out. */
final class Evaluate {
  private static final String PLAIN_SCORE = "EXT_SOURCE_MEAN";

  private final SparkSession spark;
  private final PipelineSettings settings;
  private final Stages stages;

  Evaluate(SparkSession spark, PipelineSettings settings, Stages stages) {
    this.spark = spark;
    this.settings = settings;
    this.stages = stages;
  }

  /**
   * What is measured.
   *
   * @param salts of the folds, each one split
   * @param features that a model may use
   * @param narrowed whether that leaves some out, so that no card may show the result
   * @param application whether those of the application alone are measured too
   * @param locked tenths of the clients that are kept from the folds, one after another
   * @param test other clients to measure on, instead of folds
   * @param caching of the raw tables
   */
  record Request(
      List<Long> salts,
      Predicate<Feature> features,
      boolean narrowed,
      boolean application,
      int locked,
      Optional<Path> test,
      Caching caching) {}

  /**
   * @throws BadDataException if the input does not allow it
   */
  void run(Request request) throws IOException {
    try (ClientReader reader = new ClientReader(spark, settings, stages, request.caching())) {
      RawData raw = reader.read(settings.raw(), "read raw tables");
      if (request.test().isPresent()) {
        elsewhere(reader, raw, request);
      } else {
        here(reader, raw, request);
      }
    }
  }

  private void here(ClientReader reader, RawData raw, Request request) throws IOException {
    Catalogue catalogue = FullCatalogue.without(raw.absent());
    int[] columns = columns(catalogue, request.features());
    Dataset<ClientValues> clients = reader.values(raw, catalogue, "compute features");
    Map<Long, Figures> measured = new LinkedHashMap<>();
    List<Figures> application = new ArrayList<>();
    for (long salt : request.salts()) {
      measured.put(salt, outOfFold(clients, columns, salt, "out of fold, salt " + salt));
      if (request.application()) {
        int[] own = columns(catalogue, request.features().and(FeatureChoice.application()));
        application.add(
            outOfFold(clients, own, salt, "application alone, out of fold, salt " + salt));
      }
    }
    Locked locked = locked(clients, columns, request.locked());
    stages.table();
    stages.say(told("locked", locked));
    if (!request.narrowed()) {
      Path file =
          new Evaluations(settings.models())
              .write(raw.fingerprint(), settings.training(), measured, locked);
      stages.say("kept for the cards of models trained on these tables: " + file);
    }
    List<Figures> figures = List.copyOf(measured.values());
    stages.say(
        told(
            "auc %.4f slope %.3f ece %.4f",
            mean(figures, Figures::auc),
            mean(figures, Figures::slope),
            mean(figures, Figures::ece)));
    if (request.application()) {
      double ours = mean(figures, Figures::auc);
      double alone = mean(application, Figures::auc);
      stages.say(told("auc %.4f application %.4f gain %.4f", ours, alone, ours - alone));
    }
  }

  private void elsewhere(ClientReader reader, RawData raw, Request request) {
    RawData other = reader.read(request.test().orElseThrow(), "read the tables to test on");
    if (other.fingerprint().equals(raw.fingerprint())) {
      throw new BadDataException(
          "--test "
              + request.test().orElseThrow()
              + " holds the same tables as "
              + settings.raw()
              + ", and a model knows the clients it learned from; without --test they are measured out of fold");
    }
    List<String> absent = new ArrayList<>(raw.absent());
    absent.addAll(other.absent());
    Catalogue catalogue = FullCatalogue.without(absent);
    int[] columns = columns(catalogue, request.features());
    Dataset<ClientValues> clients = reader.values(raw, catalogue, "compute features");
    Dataset<ClientValues> others = reader.values(other, catalogue, "compute features to test on");
    Locked tested =
        stages.run(
            "learn from the one, measure on the other",
            stage ->
                new Evaluator(settings.training(), stage)
                    .elsewhere(clients, others, columns)
                    .locked());
    double plain = Evaluator.aucOf(others, catalogue.position(PLAIN_SCORE).orElseThrow());
    stages.table();
    stages.say(told("the plain mean of the EXT_SOURCE columns there: auc %.4f", plain));
    stages.say(told("tested", tested));
    stages.say(
        told("test auc %.4f slope %.3f ece %.4f", tested.auc(), tested.slope(), tested.ece()));
  }

  /** Over all tenths, each of them by models that were trained on the other nine. */
  private Locked locked(Dataset<ClientValues> clients, int[] columns, int tenths) {
    List<Ranked> locked = new ArrayList<>();
    for (int tenth = 0; tenth < tenths; tenth++) {
      locked.add(lockedTenth(clients, columns, tenth));
    }
    return locked.stream().reduce(Ranked::and).orElseThrow().locked();
  }

  private Ranked lockedTenth(Dataset<ClientValues> clients, int[] columns, int tenth) {
    String name = "tenth " + (tenth + 1);
    return stages.run(
        "one client in ten that no fold saw, " + name,
        stage -> {
          Ranked kept = new Evaluator(settings.training(), stage).locked(clients, columns, tenth);
          Locked figures = kept.locked();
          stage.rows(figures.clients());
          stage.say(told(name, figures));
          return kept;
        });
  }

  private Figures outOfFold(Dataset<ClientValues> clients, int[] columns, long salt, String name) {
    return stages.run(
        name,
        stage -> {
          CutOff policy = new CutOff(settings.costRatio());
          Evaluator.Measured measured =
              new Evaluator(settings.training(), stage).outOfFold(clients, columns, salt, policy);
          Figures figures = measured.figures();
          stage.rows(figures.clients());
          stage.say(
              told(
                  "auc %.4f slope %.3f intercept %.3f ece %.4f brier %.4f",
                  figures.auc(),
                  figures.slope(),
                  figures.intercept(),
                  figures.ece(),
                  figures.brier()));
          Optimum cheapest = measured.cheapest();
          stage.say(
              told(
                  "least cost at %.3f %% (95 %% interval %.3f to %.3f %%); the policy's cut-off is %.3f %%",
                  100 * cheapest.cutOff(),
                  100 * cheapest.low(),
                  100 * cheapest.high(),
                  100 * policy.probability()));
          return figures;
        });
  }

  private static int[] columns(Catalogue catalogue, Predicate<Feature> features) {
    int[] columns = FeatureChoice.columns(catalogue, features);
    if (columns.length == 0) {
      throw new BadDataException(
          "no feature is left: there is none that --only and --without allow in these tables");
    }
    return columns;
  }

  private static double mean(List<Figures> figures, ToDoubleFunction<Figures> of) {
    return figures.stream().mapToDouble(of).average().orElseThrow();
  }

  private static String told(String name, Locked figures) {
    return told(
        "%s: %,d clients, auc %.4f slope %.3f (95 %% interval %.3f to %.3f) intercept %.3f ece %.4f mean probability %.4f default rate %.4f",
        name,
        figures.clients(),
        figures.auc(),
        figures.slope(),
        figures.slopeLow(),
        figures.slopeHigh(),
        figures.intercept(),
        figures.ece(),
        figures.meanProbability(),
        figures.defaultRate());
  }

  private static String told(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
