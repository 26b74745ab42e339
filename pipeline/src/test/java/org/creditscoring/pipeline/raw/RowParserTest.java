package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.abs;
import static org.apache.spark.sql.functions.coalesce;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.not;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.TinyRaw;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Spark's own reader of CSV is the judge. */
class RowParserTest extends SparkTest {
  private static final Table TABLE = HomeCredit.BUREAU;
  private static final String BAD = "_bad";

  /** Numbers and texts as somebody may write them, fields as they stand in the file. */
  private static final List<String> FIELDS =
      List.of(
          "",
          "0",
          "-0",
          "1",
          "-1",
          "+1",
          "1.",
          ".5",
          "-.5",
          ".",
          "-",
          "--1",
          "1-",
          "00012",
          "1e3",
          "1E-5",
          "1e400",
          "1e-400",
          "0x1p3",
          "1d",
          "1f",
          "1L",
          " 12",
          "12 ",
          " ",
          "1 2",
          "\t1",
          "NaN",
          "-NaN",
          "nan",
          "Infinity",
          "-Infinity",
          "Inf",
          "null",
          "1_000",
          "１",
          "é1",
          "1é",
          "9007199254740991",
          "9007199254740992",
          "9007199254740993",
          "-9007199254740993",
          "0.1234567890123456789",
          "123456789012345678",
          "1234567890123456789",
          "12345678901234567890",
          "0.000000000000000001",
          "0.0000000000000000000000001",
          "3.4028235e38",
          "3.5e38",
          "\"12\"",
          "\"-1.5\"",
          "\"\"",
          "\" \"",
          "\"",
          "\"\"\"\"",
          "\"1",
          "1\"",
          "1\"2",
          "\"1\"2",
          "\"1\"2\"",
          "\"1\" ",
          " \"1\"",
          "\"1,5\"",
          "\"1,5",
          "1,5",
          "a",
          "a b",
          "a ",
          " a",
          "\"a\"",
          "\"a, b\"",
          "\"a \"\"b\"\" c\"",
          "\"a \"b\" c\"",
          "a\"b",
          "a\"b\"",
          "\"a\"b",
          "é",
          "\"é, è\"",
          "'",
          "'a'",
          "\\",
          "\\\"",
          "\"\\\"",
          "#",
          "a\u0001b",
          "\uFFFD",
          "a\uFFFDb");

  @TempDir Path directory;
  @TempDir Path kept;
  @TempDir Path own;

  @Test
  void everyLineIsReadAsSparkReadsIt() throws IOException {
    List<String> lines = new ArrayList<>();
    for (String field : FIELDS) {
      for (String column : List.of("AMT_CREDIT_SUM", "CREDIT_TYPE", "AMT_ANNUITY")) {
        lines.add(line(lines.size(), Map.of(column, field)));
      }
    }
    String whole = line(lines.size(), Map.of());
    lines.addAll(
        List.of(
            "",
            " ",
            "\t",
            ",",
            whole + ",",
            whole + ",1",
            whole.substring(2),
            whole + "\"",
            "\"" + whole));

    assertSameAsSpark(lines);
  }

  @Test
  void everyNumberIsReadAsSparkReadsIt() throws IOException {
    Random random = new Random(7);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 5_000; i++) {
      String number =
          switch (i % 5) {
            case 0 -> Double.toString(random.nextGaussian());
            case 1 -> Float.toString(random.nextFloat() * 1e9f);
            case 2 -> Long.toString(random.nextLong() >> random.nextInt(64));
            case 3 -> random.nextInt() + "." + Math.abs(random.nextLong() >> random.nextInt(64));
            default -> new BigDecimal(random.nextDouble()).toPlainString();
          };
      lines.add(line(i, Map.of("AMT_CREDIT_SUM", number)));
    }

    assertSameAsSpark(lines);
  }

  private void assertSameAsSpark(List<String> lines) throws IOException {
    TinyRaw raw = new TinyRaw(directory);
    raw.write(HomeCredit.APPLICATION_TRAIN, Map.of("SK_ID_CURR", "100001"));
    raw.lines(
        TABLE.fileName(),
        Stream.concat(Stream.of(String.join(",", TABLE.header())), lines.stream()).toList());

    Dataset<Row> bySpark = bySpark();
    RawTable ours = read();

    List<Row> expected =
        bySpark
            .filter(col(BAD).isNull().and(finite()).and(utf8()))
            .drop(BAD)
            .orderBy("SK_ID_BUREAU")
            .collectAsList();
    assertThat(ours.rows().orderBy("SK_ID_BUREAU").collectAsList())
        .isEqualTo(expected)
        .hasSizeGreaterThan(lines.size() / 3);
    assertThat(ours.setAside()).isEqualTo(bySpark.cache().count() - expected.size());
  }

  private static Column utf8() {
    return coalesce(not(col("CREDIT_TYPE").contains(RowRules.NO_TEXT)), lit(true));
  }

  private static Column finite() {
    return Stream.of("AMT_CREDIT_SUM", "AMT_ANNUITY")
        .map(name -> col(name).isNull().or(abs(col(name)).leq((double) Float.MAX_VALUE)))
        .reduce(Column::and)
        .orElseThrow();
  }

  private Dataset<Row> bySpark() {
    StructType schema = new StructType();
    for (org.creditscoring.data.Column column : TABLE.columns()) {
      schema =
          schema.add(
              column.name(),
              column.type() == ColumnType.TEXT ? DataTypes.StringType : DataTypes.DoubleType);
    }
    return spark()
        .read()
        .options(CsvLine.SPARK_OPTIONS)
        .option("mode", "PERMISSIVE")
        .option("columnNameOfCorruptRecord", BAD)
        .schema(schema.add(BAD, DataTypes.StringType))
        .csv(directory.resolve(TABLE.fileName()).toUri().toString());
  }

  private RawTable read() throws IOException {
    InputSettings inputs = SmallSettings.inputs(own, "maxBadShare = 1");
    try (Cache cache = Cache.of(Caching.UNCHANGED_TABLES, kept, line -> {})) {
      SetAside aside = SetAside.of(inputs, "20260101T000000Z-000001", line -> {});
      RawReader reader = new RawReader(spark(), inputs, cache, aside);
      return new Stages(
              new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8))
          .run("read", stage -> RawData.read(new RawDirectory(directory), reader, stage))
          .history()
          .get(0);
    }
  }

  private static String line(int number, Map<String, String> fields) {
    List<String> row = new ArrayList<>();
    for (org.creditscoring.data.Column column : TABLE.columns()) {
      row.add(
          column.name().equals("SK_ID_BUREAU")
              ? String.valueOf(number + 1)
              : fields.getOrDefault(
                  column.name(), column.type() == ColumnType.TEXT ? "text" : "1"));
    }
    return String.join(",", row);
  }
}
