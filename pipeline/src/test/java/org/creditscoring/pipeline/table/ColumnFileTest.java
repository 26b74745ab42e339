package org.creditscoring.pipeline.table;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.function.IntFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ColumnFileTest extends SparkTest {
  /** More than a group, and no multiple of 8. */
  private static final int ROWS = ColumnFile.ROWS + 1_003;

  private static final StructType SCHEMA =
      new StructType()
          .add("row", DataTypes.DoubleType)
          .add("few", DataTypes.DoubleType)
          .add("some", DataTypes.DoubleType)
          .add("none", DataTypes.DoubleType)
          .add("code", DataTypes.StringType)
          .add("name", DataTypes.StringType)
          .add("nothing", DataTypes.StringType);

  private static final List<IntFunction<Object>> CELLS =
      List.of(
          row -> (double) row,
          row -> row % 2 == 0 ? -0.0 : row % 1000 / 8.0,
          row -> row % 3 == 0 ? null : Math.sqrt(row),
          row -> null,
          row -> row % 5 == 0 ? null : row % 7 == 0 ? "é" : "code " + row % 2,
          row -> "name " + row,
          row -> null);

  @TempDir Path directory;

  @Test
  void sparkReadsEveryCellAsItWasGiven() throws IOException {
    Dataset<Row> read = read(ROWS);

    List<Row> rows = read.collectAsList();
    assertThat(rows).hasSize(ROWS);
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < CELLS.size(); column++) {
        assertThat(rows.get(row).get(column)).isEqualTo(CELLS.get(column).apply(row));
      }
    }
  }

  @Test
  void sparkFiltersByWhatIsThere() throws IOException {
    Dataset<Row> read = read(ROWS);

    assertThat(read.filter(col("row").geq(ROWS - 3)).count()).isEqualTo(3);
    assertThat(read.filter(col("some").isNull()).count()).isEqualTo((ROWS + 2) / 3);
    assertThat(read.filter(col("some").equalTo(3.0)).count()).isZero();
    assertThat(read.filter(col("some").equalTo(4.0)).count()).isEqualTo(1);
    assertThat(read.filter(col("none").isNull()).count()).isEqualTo(ROWS);
    assertThat(read.filter(col("none").isNotNull()).count()).isZero();
    assertThat(read.filter(col("code").isNotNull()).count()).isEqualTo(ROWS - (ROWS + 4) / 5);
    assertThat(read.filter(col("name").equalTo("name 9")).count()).isEqualTo(1);
  }

  @Test
  void aFileMayHoldOneRowOrNone() throws IOException {
    assertThat(read(1).first().getString(5)).isEqualTo("name 0");
    assertThat(read(0).count()).isZero();
  }

  @Test
  void otherColumnsAreRefused() {
    StructType whole = new StructType().add("whole", DataTypes.LongType);

    assertThatThrownBy(() -> new ColumnFile(directory.resolve("whole.parquet"), whole))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("whole is neither a double nor a string");
  }

  private Dataset<Row> read(int rows) throws IOException {
    Path file = directory.resolve(rows + ".parquet");
    try (ColumnFile out = new ColumnFile(file, SCHEMA)) {
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < CELLS.size(); column++) {
          Object cell = CELLS.get(column).apply(row);
          if (cell instanceof Double number) {
            out.number(column, number);
          } else if (cell instanceof String text) {
            byte[] bytes = ("<" + text).getBytes(StandardCharsets.UTF_8);
            out.text(column, bytes, 1, bytes.length - 1);
          }
        }
        out.endRow();
      }
      assertThat(out.finish()).isEqualTo(file.toFile().length());
    }
    return spark().read().schema(SCHEMA).parquet(file.toUri().toString());
  }
}
