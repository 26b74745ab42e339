package org.creditscoring.pipeline.table;

import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.internal.column.columnindex.OffsetIndex;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AddressableFileTest extends SparkTest {
  private static final int ROWS = 45_000;
  private static final int LENGTH = 200;

  public record Line(int id, byte kind, float score, String word, int[] places, float[] values) {}

  @TempDir Path directory;

  @Test
  void everyRowComesBackAsItWent() throws IOException {
    Dataset<Row> rows = write(ROWS);

    List<Line> lines = rows.as(Records.encoder(Line.class)).collectAsList();
    assertThat(lines).hasSize(ROWS);
    for (int id = 0; id < ROWS; id++) {
      Line line = lines.get(id);
      Line expected = line(id);
      assertThat(line.id()).isEqualTo(id);
      assertThat(line.kind()).isEqualTo(expected.kind());
      assertThat(Float.compare(line.score(), expected.score())).isZero();
      assertThat(line.word()).isEqualTo(expected.word());
      assertThat(line.places()).isEqualTo(expected.places());
      assertThat(Arrays.equals(line.values(), expected.values())).isTrue();
    }
  }

  @Test
  void whatPagesHoldIsSaidOfThemTruly() throws IOException {
    Dataset<Row> rows = write(ROWS);

    assertThat(rows.filter(col("id").equalTo(31_234)).count()).isEqualTo(1);
    assertThat(rows.filter(col("id").geq(ROWS - 5)).count()).isEqualTo(5);
    assertThat(rows.filter(col("kind").equalTo(-3)).count()).isEqualTo(ROWS / 7 + 1);
    assertThat(rows.filter(col("score").gt(ROWS - 3).and(col("score").lt(1e9))).count())
        .isEqualTo(2);
    assertThat(rows.filter(col("word").equalTo("é")).count()).isEqualTo(ROWS / 2);
  }

  @Test
  void pagesBeginAtARowAndAreNotLarge() throws IOException {
    write(ROWS);

    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(file(ROWS).toUri()),
                new org.apache.hadoop.conf.Configuration()))) {
      assertThat(reader.getFooter().getBlocks()).hasSizeGreaterThan(1);
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        ColumnChunkMetaData values = block.getColumns().get(5);
        OffsetIndex index = reader.readOffsetIndex(values);
        assertThat(index.getPageCount()).isGreaterThan(1);
        assertThat(index.getCompressedPageSize(0)).isBetween(1_000_000, 1_100_000);
        assertThat(index.getFirstRowIndex(1)).isEqualTo((1 << 20) / LENGTH / Float.BYTES);
      }
    }
  }

  @Test
  void aListOfAnotherLengthIsRefused() throws IOException {
    try (AddressableFile<Line> out =
        new AddressableFile<>(directory.resolve("odd.parquet"), Line.class)) {
      out.write(line(1));
      Line odd = new Line(2, (byte) 0, 0, "", new int[] {1}, new float[] {1});

      assertThatThrownBy(() -> out.write(odd))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a list of 1 in the column places, whose lists have 3");
    }
  }

  private Dataset<Row> write(int rows) throws IOException {
    try (AddressableFile<Line> out = new AddressableFile<>(file(rows), Line.class)) {
      for (int id = 0; id < rows; id++) {
        out.write(line(id));
      }
      assertThat(out.finish()).isEqualTo(file(rows).toFile().length());
    }
    return spark().read().parquet(file(rows).toUri().toString());
  }

  private Path file(int rows) {
    return directory.resolve(rows + ".parquet");
  }

  private static Line line(int id) {
    float[] values = new float[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      values[i] = i % 11 == 3 ? Float.NaN : (float) id / (i + 1);
    }
    return new Line(
        id,
        (byte) (id % 7 - 3),
        id % 100 == 0 ? Float.NaN : id,
        id % 2 == 0 ? "" : "é",
        new int[] {id, -id, 7},
        values);
  }
}
