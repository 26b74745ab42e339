package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.sum;

import com.univocity.parsers.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Observation;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.CachedTable;
import org.creditscoring.pipeline.cache.CodeVersion;
import org.creditscoring.pipeline.cache.Entry;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Stages;

/**
 * Reads raw tables with the schema that the dictionary declares; nothing is inferred. A file is
 * parsed once: its good rows are kept in the cache, by the file's fingerprint.
 */
public final class RawReader {
  private static final String RAW_LINE = "_raw_line";
  private static final String BAD = "_bad";
  private static final String ROWS = "_rows";
  private static final String IGNORED = "_ignored_";
  private static final String SET_ASIDE = "set aside ";
  private static final int SHOWN = 5;

  /** Who changes how rows are read reads them anew. */
  private static final String VERSION = CodeVersion.of(RawReader.class);

  private final SparkSession spark;
  private final double maxBadShare;
  private final Cache cache;

  /**
   * @param maxBadShare share of a table's rows that may be set aside, 0 to 1
   */
  public RawReader(SparkSession spark, double maxBadShare, Cache cache) {
    this.spark = spark;
    this.maxBadShare = maxBadShare;
    this.cache = cache;
  }

  SparkSession spark() {
    return spark;
  }

  /**
   * @throws BadDataException if the header is not the table's, the file is broken or changes under
   *     the reader, there is no row, or too many rows are bad
   */
  RawTable read(RawFile file, Stages.Stage stage) throws IOException {
    Fingerprint fingerprint = Fingerprint.of(file);
    Table table = file.table();
    String key = Cache.key(fingerprint.sha256(), table.toString(), VERSION, spark.version());
    Optional<CachedTable> kept = cache.find(spark, table.name(), key);
    CachedTable rows = kept.isPresent() ? kept.get() : parse(file, fingerprint, key);
    Entry entry = rows.entry();
    requireFew(file, entry);
    entry.notes().forEach(stage::warn);
    stage.say(
        String.format(
            Locale.ROOT,
            "%s: %,d rows%s",
            file.name(),
            entry.rows(),
            kept.isPresent() ? ", unchanged and not parsed again" : ""));
    return new RawTable(file, rows.rows(), entry.rows(), fingerprint, key);
  }

  private CachedTable parse(RawFile file, Fingerprint fingerprint, String key) throws IOException {
    Header header = Header.read(file);
    RowRules rules = new RowRules(file.table(), header);
    Column[] columns = file.table().header().stream().map(name -> col(name)).toArray(Column[]::new);
    // Counted while they are written: a pass over the text of its own would cost as much again.
    Observation seen = new Observation();
    Dataset<Row> good =
        parsed(file, schema(file, header).add(RAW_LINE, DataTypes.StringType))
            .withColumn(BAD, col(RAW_LINE).isNotNull().or(rules.broken()))
            .observe(
                seen,
                count(lit(1)).as(ROWS),
                coalesce(sum(col(BAD).cast(DataTypes.LongType)), lit(0L)).as(BAD))
            .filter(col(BAD).equalTo(false))
            .select(columns);
    Cache.Draft draft = write(file, key, good);
    Map<String, Object> counts = counts(seen);
    long bad = (Long) counts.get(BAD);
    long rows = (Long) counts.get(ROWS) - bad;
    fingerprint.requireUntouched(file);
    if (rows + bad == 0) {
      throw new BadDataException(
          file.path() + " has a header and no rows. Remove the file if the table is absent.");
    }
    List<String> notes = notes(file, header, rules, bad);
    requireFew(file, rows, bad, notes);
    List<String> unique = file.table().key();
    if (!unique.isEmpty()) {
      Keys.requireUnique(draft.rows(spark), unique, String.join("/", unique), file.table().name());
    }
    return draft.keep(spark, rows, bad, notes);
  }

  private Cache.Draft write(RawFile file, String key, Dataset<Row> rows) throws IOException {
    try {
      return cache.write(file.table().name(), key, rows);
    } catch (Exception e) {
      // Spark throws checked exceptions that its Java signatures do not declare.
      if (causedByFile(e)) {
        throw file.unreadable(e);
      }
      throw e;
    }
  }

  /** Every column of a file as Spark parses it, nothing checked: the least that a reader can do. */
  public Dataset<Row> unchecked(RawFile file) {
    return parsed(file, schema(file, Header.read(file)));
  }

  private Dataset<Row> parsed(RawFile file, StructType schema) {
    return spark
        .read()
        .options(CsvLine.SPARK_OPTIONS)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", RAW_LINE)
        .schema(schema)
        .csv(file.path().toAbsolutePath().toUri().toString());
  }

  private static StructType schema(RawFile file, Header header) {
    StructType schema = new StructType();
    for (int i = 0; i < header.names().size(); i++) {
      String name = header.names().get(i);
      if (!file.table().header().contains(name)) {
        schema = schema.add(IGNORED + i, DataTypes.StringType);
      } else if (file.table().column(name).type() == ColumnType.TEXT) {
        schema = schema.add(name, DataTypes.StringType);
      } else {
        // Whole numbers of a column that may miss values are written "12.0": all numbers are read
        // as doubles.
        schema = schema.add(name, DataTypes.DoubleType);
      }
    }
    return schema;
  }

  private static boolean causedByFile(Throwable failure) {
    return failure != null && (failure instanceof IOException || causedByFile(failure.getCause()));
  }

  private static Map<String, Object> counts(Observation seen) {
    try {
      return seen.getAsJava();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  private static List<String> notes(RawFile file, Header header, RowRules rules, long bad) {
    List<String> notes = new ArrayList<>();
    List<String> unknown = header.unknown(file.table());
    if (!unknown.isEmpty()) {
      notes.add(file.name() + ": columns not known are ignored: " + String.join(", ", unknown));
    }
    if (bad > 0) {
      List<BadRow> first = first(file, rules);
      first.forEach(row -> notes.add(SET_ASIDE + row));
      if (bad > first.size()) {
        notes.add(
            String.format(
                Locale.ROOT, SET_ASIDE + "%,d more rows of %s", bad - first.size(), file.name()));
      }
    }
    return notes;
  }

  private void requireFew(RawFile file, Entry entry) {
    requireFew(file, entry.rows(), entry.setAside(), entry.notes());
  }

  private void requireFew(RawFile file, long good, long bad, List<String> notes) {
    long rows = good + bad;
    if (bad > maxBadShare * rows) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows cannot be read (%.2f %%), more than the %.2f %% that credit.pipeline.maxBadShare allows. The first: %s",
              file.name(),
              bad,
              rows,
              100.0 * bad / rows,
              100 * maxBadShare,
              notes.stream()
                  .filter(note -> note.startsWith(SET_ASIDE))
                  .limit(SHOWN)
                  .map(note -> note.substring(SET_ASIDE.length()))
                  .collect(Collectors.joining("; "))));
    }
  }

  /** A second, plain pass over the file: Spark keeps a bad row's text, but not its line number. */
  private static List<BadRow> first(RawFile file, RowRules rules) {
    List<BadRow> found = new ArrayList<>();
    CsvParser parser = CsvLine.parser();
    try (BufferedReader lines = file.lines()) {
      lines.readLine();
      long number = 1;
      for (String line = lines.readLine();
          line != null && found.size() < SHOWN;
          line = lines.readLine()) {
        number++;
        if (!line.isBlank()) {
          rules.judge(file, number, line, parser).ifPresent(found::add);
        }
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return found;
  }
}
