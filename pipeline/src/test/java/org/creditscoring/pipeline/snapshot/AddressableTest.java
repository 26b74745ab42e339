package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The part files as {@code model/SNAPSHOT.md} wants them, seen in their footers. */
class AddressableTest extends SparkTest {
  private static final String SCHEMA =
      """
      message spark_schema {
        required int32 id;
        required int32 fold (INTEGER(8,true));
        required int32 outcome (INTEGER(8,true));
        required float margin;
        required float baseValue;
        required float probability;
        required int32 points;
        required float percentile;
        required binary decision (STRING);
        required group reasons (LIST) {
          repeated group list {
            required int32 element;
          }
        }
        required group values (LIST) {
          repeated group list {
            required float element;
          }
        }
        required group contributions (LIST) {
          repeated group list {
            required float element;
          }
        }
      }
      """;

  @TempDir Path directory;

  @Test
  void partsAreCutAtFixedIdsAndSorted() throws IOException {
    List<Path> parts = write(131_071, 7, 65_536, 131_072, 65_535);

    assertThat(parts)
        .extracting(part -> directory.relativize(part).toString())
        .containsExactly(
            "clients/part-00000.parquet",
            "clients/part-00001.parquet",
            "clients/part-00002.parquet");
    assertThat(spark().read().parquet(ParquetFiles.uri(parts.get(1))).select("id").collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactly(65_536, 131_071);
    ClientsCheck.verify(spark(), parts, directory, 5);
  }

  @Test
  void everyChunkIsPlainUncompressedAndIndexed() throws IOException {
    Path part = write(1, 2, 3).get(0);

    try (ParquetFileReader reader =
        ParquetFileReader.open(
            HadoopInputFile.fromPath(
                new org.apache.hadoop.fs.Path(part.toUri()), new Configuration()))) {
      assertThat(reader.getFileMetaData().getSchema()).hasToString(SCHEMA);
      for (BlockMetaData block : reader.getFooter().getBlocks()) {
        for (ColumnChunkMetaData chunk : block.getColumns()) {
          assertThat(chunk.getCodec()).isEqualTo(CompressionCodecName.UNCOMPRESSED);
          assertThat(chunk.hasDictionaryPage()).isFalse();
          assertThat(chunk.getEncodings())
              .contains(Encoding.PLAIN)
              .doesNotContain(Encoding.RLE_DICTIONARY, Encoding.PLAIN_DICTIONARY);
          assertThat(chunk.getStatistics().getNumNulls()).isZero();
          assertThat(reader.readOffsetIndex(chunk).getPageCount()).isPositive();
        }
      }
    }
  }

  /** The rows written here have two values, one contribution and five reasons. */
  @Test
  void theGateSeesInTheFootersWhatALookUpNeeds() throws IOException {
    List<Path> parts = write(1, 2, 70_000);

    assertThat(AddressableCheck.wrong(parts, 2, 1)).isEmpty();
    assertThat(AddressableCheck.wrong(parts, 3, 2))
        .hasValueSatisfying(
            wrong ->
                assertThat(wrong)
                    .startsWith("part-00000.parquet, column ")
                    .contains(" values in 2 rows of "));

    Path compressed = directory.resolve("compressed");
    spark()
        .read()
        .parquet(ParquetFiles.uri(parts.get(0)))
        .coalesce(1)
        .write()
        .parquet(ParquetFiles.uri(compressed));
    try (var files = java.nio.file.Files.list(compressed)) {
      Path file =
          files.filter(each -> each.toString().endsWith(".parquet")).findFirst().orElseThrow();
      assertThat(AddressableCheck.wrong(List.of(file), 2, 1))
          .hasValueSatisfying(
              wrong -> assertThat(wrong).endsWith("column id: compressed by SNAPPY"));
    }
  }

  private List<Path> write(int... ids) throws IOException {
    List<ScoredClient> clients = new ArrayList<>();
    for (int id : ids) {
      clients.add(
          new ScoredClient(
              id,
              (byte) -1,
              (byte) -1,
              -2,
              -2,
              0.12f,
              600,
              50,
              "ACCEPTED",
              new int[] {-1, -1, -1, -1, -1},
              new float[] {Float.NaN, id},
              new float[] {0}));
    }
    Dataset<ScoredClient> rows =
        spark()
            .createDataset(clients, Records.encoder(ScoredClient.class))
            .coalesce(1)
            .sortWithinPartitions("id");
    return new ParquetFiles(directory).writeClients(rows);
  }
}
