package org.creditscoring.pipeline;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.feature.FullCatalogue;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.training.FeatureChoice;
import org.creditscoring.pipeline.training.ParameterSearch;

/** One search for parameters: raw tables in, a record out. */
final class Search {
  private final SparkSession spark;
  private final PipelineSettings settings;
  private final Stages stages;

  Search(SparkSession spark, PipelineSettings settings, Stages stages) {
    this.spark = spark;
    this.settings = settings;
    this.stages = stages;
  }

  void run(Path record, Caching caching) throws IOException {
    Path directory = record.toAbsolutePath().getParent();
    Durable.directory(directory, "search records");
    ParameterSearch.Found found = found(caching);
    Durable.replace(record.toAbsolutePath(), csv(found));
    stages.table();
    stages.say("record: " + record);
    ParameterSearch.Point best = found.best();
    stages.say(
        String.format(
            Locale.ROOT,
            "best %s logloss %.5f folds %d/%d",
            told(best.booster()),
            best.mean(),
            found.agreeing(),
            best.loss().length));
  }

  private ParameterSearch.Found found(Caching caching) throws IOException {
    try (ClientReader reader = new ClientReader(spark, settings, stages, caching)) {
      RawData raw = reader.read(settings.raw(), "read raw tables");
      Catalogue catalogue = FullCatalogue.without(raw.absent());
      Dataset<ClientValues> clients = reader.values(raw, catalogue, "compute features");
      int[] columns = FeatureChoice.columns(catalogue, feature -> true);
      return stages.run(
          "measure parameters inside the training folds",
          stage -> new ParameterSearch(clients, columns, stage).run(settings.training()));
    }
  }

  private static String told(BoosterSettings booster) {
    return booster.settings().entrySet().stream()
        .map(setting -> setting.getKey() + " " + setting.getValue())
        .collect(Collectors.joining(" "));
  }

  /** A line for each point, in the order in which they were measured. */
  private static String csv(ParameterSearch.Found found) {
    List<String> lines = new ArrayList<>();
    ParameterSearch.Point first = found.points().get(0);
    StringBuilder head = new StringBuilder(String.join(",", first.booster().settings().keySet()));
    head.append(",logLoss");
    for (int fold = 0; fold < first.loss().length; fold++) {
      head.append(",withoutFold").append(fold);
    }
    lines.add(head.toString());
    for (ParameterSearch.Point point : found.points()) {
      StringBuilder line =
          new StringBuilder(
              point.booster().settings().values().stream()
                  .map(String::valueOf)
                  .collect(Collectors.joining(",")));
      line.append(',').append(point.mean());
      Arrays.stream(point.loss()).forEach(loss -> line.append(',').append(loss));
      lines.add(line.toString());
    }
    return String.join("\n", lines) + "\n";
  }
}
