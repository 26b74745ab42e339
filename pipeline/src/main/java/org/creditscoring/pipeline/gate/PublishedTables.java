package org.creditscoring.pipeline.gate;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.ScoreCounts;
import org.creditscoring.pipeline.table.Records;

/** Reads from the tables of a snapshot what it can be compared by; also of one that is older. */
final class PublishedTables {
  private static final String RANGE = "range";
  private static final List<String> NO_AND_YES = List.of("0", "1");

  private final SparkSession spark;
  private final Path snapshot;

  PublishedTables(SparkSession spark, Path snapshot) {
    this.spark = spark;
    this.snapshot = snapshot;
  }

  /** A bin of a feature in the table {@code distributions}. */
  public record BinRow(
      String feature,
      int bin,
      String kind,
      double lower,
      long repaid,
      long defaulted,
      long unknown) {}

  /** What the table {@code features} says of a feature. */
  public record ValueRow(
      String name,
      String kind,
      String[] categories,
      double mean,
      double meanRepaid,
      double meanDefaulted) {}

  /** A row of the table {@code cutoff}. */
  public record StepRow(double lower, long current, long repaid, long defaulted) {}

  /** A past client's score by the fold model that never saw the client. */
  public record PastMargin(int id, byte outcome, float margin) {}

  /** How each feature is spread, by its name. */
  Map<String, Counted> values() {
    Map<String, List<BinRow>> bins = new LinkedHashMap<>();
    for (BinRow row :
        read(
                Layout.DISTRIBUTIONS,
                col("feature"),
                col("bin"),
                col("kind"),
                col("lower"),
                col("repaid"),
                col("defaulted"),
                col("unknown"))
            .as(Records.encoder(BinRow.class))
            .collectAsList()) {
      bins.computeIfAbsent(row.feature(), feature -> new ArrayList<>()).add(row);
    }
    Map<String, Counted> values = new HashMap<>();
    for (ValueRow value : valueRows()) {
      if (bins.containsKey(value.name())) {
        values.put(value.name(), counted(value, bins.get(value.name())));
      }
    }
    return values;
  }

  private List<ValueRow> valueRows() {
    List<String> there = List.of(table(Layout.FEATURES).columns());
    return read(
            Layout.FEATURES,
            col("name"),
            col("kind"),
            col("categories"),
            col("mean"),
            later("meanRepaid", there),
            later("meanDefaulted", there))
        .as(Records.encoder(ValueRow.class))
        .collectAsList();
  }

  private static Column later(String column, List<String> there) {
    return there.contains(column) ? col(column) : lit(Double.NaN).as(column);
  }

  /** The probability; empty of a snapshot that has no such table. */
  Optional<Counted> score() {
    if (!Files.exists(snapshot.resolve(Layout.CUT_OFF))) {
      return Optional.empty();
    }
    List<StepRow> rows =
        read(Layout.CUT_OFF, col("lower"), col("current"), col("repaid"), col("defaulted"))
            .as(Records.encoder(StepRow.class))
            .collectAsList();
    return Optional.of(
        ScoreCounts.ofRows(
            rows.stream().mapToDouble(StepRow::lower).toArray(),
            rows.stream().mapToLong(row -> row.repaid() + row.defaulted()).toArray(),
            rows.stream().mapToLong(StepRow::current).toArray()));
  }

  /** Every client's, rising. */
  int[] ids() throws IOException {
    int[] ids =
        clients(col(Layout.Client.ID)).as(Encoders.INT()).collectAsList().stream()
            .mapToInt(Integer::intValue)
            .toArray();
    Arrays.sort(ids);
    return ids;
  }

  /** Of every client of known outcome that a fold model scored. */
  List<PastMargin> outOfFold() throws IOException {
    return clients(
            col(Layout.Client.ID),
            col(Layout.Client.OUTCOME),
            col(Layout.Client.MARGIN),
            col(Layout.Client.FOLD))
        .filter(col(Layout.Client.FOLD).geq(0).and(col(Layout.Client.OUTCOME).geq(0)))
        .drop(Layout.Client.FOLD)
        .as(Records.encoder(PastMargin.class))
        .collectAsList();
  }

  private Dataset<Row> clients(Column... columns) throws IOException {
    try (Stream<Path> parts = Files.list(snapshot.resolve(Layout.CLIENTS))) {
      return spark
          .read()
          .parquet(parts.map(PublishedTables::uri).sorted().toArray(String[]::new))
          .select(columns);
    }
  }

  private Dataset<Row> read(String file, Column... columns) {
    return table(file).select(columns);
  }

  private Dataset<Row> table(String file) {
    return spark.read().parquet(uri(snapshot.resolve(file)));
  }

  private static String uri(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  private static Counted counted(ValueRow value, List<BinRow> bins) {
    long repaid = known(bins, Kinds.REPAID);
    long defaulted = known(bins, Kinds.DEFAULTED);
    long current = known(bins, Kinds.CURRENT);
    double meanPast = mean(value.meanRepaid(), repaid, value.meanDefaulted(), defaulted);
    return new Counted(
        value.name(),
        bins.stream()
            .filter(bin -> bin.kind().equals(RANGE))
            .skip(1)
            .mapToDouble(BinRow::lower)
            .toArray(),
        codes(value),
        padded(value, bins, bin -> bin.repaid() + bin.defaulted()),
        padded(value, bins, BinRow::unknown),
        meanPast,
        rest(value.mean(), repaid + defaulted + current, meanPast, repaid + defaulted));
  }

  private static List<String> codes(ValueRow value) {
    return switch (Kind.valueOf(value.kind())) {
      case NUMBER -> List.of();
      case CATEGORY -> List.of(value.categories());
      case FLAG -> NO_AND_YES;
    };
  }

  /** A number that nobody has is published without a range, and counted in one. */
  private static long[] padded(
      ValueRow value, List<BinRow> bins, java.util.function.ToLongFunction<BinRow> count) {
    long[] counts = bins.stream().mapToLong(count).toArray();
    boolean never = Kind.valueOf(value.kind()) == Kind.NUMBER && counts.length == 1;
    return never ? new long[] {0, counts[0]} : counts;
  }

  private enum Kinds {
    REPAID,
    DEFAULTED,
    CURRENT
  }

  /** Clients of a group in whom the value is known: all bins but the last. */
  private static long known(List<BinRow> bins, Kinds kind) {
    return bins.subList(0, bins.size() - 1).stream()
        .mapToLong(
            bin ->
                switch (kind) {
                  case REPAID -> bin.repaid();
                  case DEFAULTED -> bin.defaulted();
                  case CURRENT -> bin.unknown();
                })
        .sum();
  }

  private static double mean(double first, long firsts, double second, long seconds) {
    return ((firsts == 0 ? 0 : first * firsts) + (seconds == 0 ? 0 : second * seconds))
        / (firsts + seconds);
  }

  /** The mean of those of all who are not among some. */
  private static double rest(double all, long clients, double some, long among) {
    return clients == among
        ? Double.NaN
        : (all * clients - (among == 0 ? 0 : some * among)) / (clients - among);
  }
}
