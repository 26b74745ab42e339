package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.count;
import static org.apache.spark.sql.functions.count_distinct;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.struct;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import com.univocity.parsers.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.data.ColumnType;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Stages;

/** Reads raw tables with the schema that the dictionary declares; nothing is inferred. */
public final class RawReader {
  private static final String RAW_LINE = "_raw_line";
  private static final String IGNORED = "_ignored_";
  private static final int SHOWN = 5;

  private final SparkSession spark;
  private final double maxBadShare;

  /**
   * @param maxBadShare share of a table's rows that may be set aside, 0 to 1
   */
  public RawReader(SparkSession spark, double maxBadShare) {
    this.spark = spark;
    this.maxBadShare = maxBadShare;
  }

  /** Whether the parsed rows are kept, for a table that is read more than once. */
  public enum Keep {
    NOTHING,
    PARSED_ROWS
  }

  /**
   * @throws BadDataException if the header is not the table's, the file is broken, there is no row,
   *     or too many rows are bad
   */
  public RawTable read(RawFile file, Keep keep, Stages.Stage stage) {
    Header header = Header.read(file);
    List<String> unknown = header.unknown(file.table());
    if (!unknown.isEmpty()) {
      stage.warn(file.name() + ": columns not known are ignored: " + String.join(", ", unknown));
    }
    RowRules rules = new RowRules(file.table(), header);
    Column bad = col(RAW_LINE).isNotNull().or(rules.broken());
    Dataset<Row> all = parsed(file, header);
    if (keep == Keep.PARSED_ROWS) {
      all = all.persist(StorageLevel.MEMORY_AND_DISK());
    }
    List<String> key = file.table().key();
    Row counts = counts(file, all, bad, key);
    long rows = counts.getLong(0);
    long badRows = counts.getLong(1);
    if (rows == 0) {
      throw new BadDataException(
          file.path() + " has a header and no rows. Remove the file if the table is absent.");
    }
    if (badRows > 0) {
      report(file, rules, rows, badRows, stage);
    }
    if (!key.isEmpty() && counts.getLong(2) < rows - badRows) {
      Keys.requireUnique(
          all.filter(bad.equalTo(false)), key, String.join("/", key), file.table().name());
    }
    stage.say(String.format(Locale.ROOT, "%s: %,d rows", file.name(), rows - badRows));
    Column[] columns = file.table().header().stream().map(name -> col(name)).toArray(Column[]::new);
    return new RawTable(file, all.filter(bad.equalTo(false)).select(columns), rows - badRows);
  }

  private Dataset<Row> parsed(RawFile file, Header header) {
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
    return spark
        .read()
        .options(CsvLine.SPARK_OPTIONS)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", RAW_LINE)
        .schema(schema.add(RAW_LINE, DataTypes.StringType))
        .csv(file.path().toAbsolutePath().toUri().toString());
  }

  private static Row counts(RawFile file, Dataset<Row> all, Column bad, List<String> key) {
    try {
      return all.agg(
              count(lit(1)),
              coalesce(sum(bad.cast(DataTypes.LongType)), lit(0L)),
              distinct(bad, key))
          .first();
    } catch (Exception e) {
      // Spark throws checked exceptions that its Java signatures do not declare.
      if (causedByFile(e)) {
        throw file.unreadable(e);
      }
      throw e;
    }
  }

  /** How many keys the good rows hold, counted in the same pass. */
  private static Column distinct(Column bad, List<String> key) {
    if (key.isEmpty()) {
      return lit(0L);
    }
    Column[] columns = key.stream().map(name -> col(name)).toArray(Column[]::new);
    return count_distinct(when(bad.equalTo(false), struct(columns)));
  }

  private static boolean causedByFile(Throwable failure) {
    return failure != null && (failure instanceof IOException || causedByFile(failure.getCause()));
  }

  private void report(RawFile file, RowRules rules, long rows, long badRows, Stages.Stage stage) {
    List<BadRow> first = first(file, rules);
    if (badRows > maxBadShare * rows) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows cannot be read (%.2f %%), more than the %.2f %% that credit.pipeline.maxBadShare allows. The first: %s",
              file.name(),
              badRows,
              rows,
              100.0 * badRows / rows,
              100 * maxBadShare,
              String.join("; ", first.stream().map(BadRow::toString).toList())));
    }
    first.forEach(row -> stage.warn("set aside " + row));
    if (badRows > first.size()) {
      stage.warn(
          String.format(
              Locale.ROOT, "set aside %,d more rows of %s", badRows - first.size(), file.name()));
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
