package org.creditscoring.pipeline.feature.history;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.CachedTable;
import org.creditscoring.pipeline.cache.CodeVersion;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawTable;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.Together;
import org.creditscoring.pipeline.table.Records;

/**
 * The stage from the raw tables of the history to each client's features of them. What a table
 * gives is kept in the cache by the fingerprints of the files that it comes from, so that only a
 * table of which one has changed is aggregated anew.
 */
public final class HistoryStage {
  /** Who changes how features are computed computes them anew. */
  private static final String VERSION = CodeVersion.of(HistoryStage.class, Records.class);

  private static final String PREFIX = "history_";

  private final SparkSession spark;
  private final Cache cache;

  public HistoryStage(SparkSession spark, Cache cache) {
    this.spark = spark;
    this.cache = cache;
  }

  /** The features of every table that is there, by the table's name; several tables at once. */
  public Map<String, Dataset<ClientHistory>> tables(RawData raw, Stages.Stage stage) {
    Map<String, RawTable> files =
        raw.history().stream()
            .collect(Collectors.toMap(table -> table.file().table().name(), table -> table));
    List<HistoryTable> tables = History.tables(files.keySet());
    stage.expect(
        Stages.Measure.ROWS_READ, files.values().stream().mapToLong(RawTable::count).sum());
    List<CachedTable> features =
        Together.each(spark, largestFirst(tables, files), table -> features(table, files, stage));
    Map<String, Dataset<ClientHistory>> byName = new HashMap<>();
    long clients = 0;
    for (CachedTable table : features) {
      byName.put(
          table.entry().name().substring(PREFIX.length()),
          table.rows().as(Records.encoder(ClientHistory.class)));
      clients += table.entry().rows();
    }
    stage.rows(clients);
    return byName;
  }

  private static List<HistoryTable> largestFirst(
      List<HistoryTable> tables, Map<String, RawTable> files) {
    List<HistoryTable> sorted = new ArrayList<>(tables);
    sorted.sort(
        (left, right) ->
            Long.compare(
                files.get(right.table().name()).count(), files.get(left.table().name()).count()));
    return sorted;
  }

  private CachedTable features(HistoryTable table, Map<String, RawTable> files, Stages.Stage stage)
      throws IOException {
    List<String> sources = new ArrayList<>(List.of(VERSION, spark.version()));
    for (Table source : table.sources()) {
      RawTable file = files.get(source.name());
      sources.add(source.name() + " " + (file == null ? "absent" : file.key()));
    }
    String name = PREFIX + table.table().name();
    String key = Cache.key(sources.toArray(String[]::new));
    Optional<CachedTable> kept = cache.find(spark, name, key);
    CachedTable features = kept.isPresent() ? kept.get() : aggregate(table, files, name, key);
    stage.say(
        String.format(
            Locale.ROOT,
            "%s: %d features of %,d clients%s",
            table.table().name(),
            table.features().size(),
            features.entry().rows(),
            kept.isPresent() ? ", unchanged and not computed again" : ""));
    return features;
  }

  private CachedTable aggregate(
      HistoryTable table, Map<String, RawTable> files, String name, String key) throws IOException {
    Map<String, Dataset<Row>> raw = new HashMap<>();
    files.forEach((source, file) -> raw.put(source, file.rows()));
    Cache.Draft draft = cache.write(name, key, History.aggregated(table, raw).toDF());
    return draft.keep(spark, draft.rows(spark).count(), 0, List.of());
  }
}
