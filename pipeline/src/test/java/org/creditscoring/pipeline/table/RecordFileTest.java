package org.creditscoring.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Row;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileTest extends SparkTest {
  public record Every(
      boolean yes,
      byte small,
      int whole,
      long big,
      float single,
      double wide,
      String text,
      String[] texts,
      double[] numbers,
      float[] floats) {}

  public record Wrong(short odd) {}

  @TempDir Path directory;

  /** Spark is another reader. */
  @Test
  void whatIsWrittenIsReadBySpark() throws IOException {
    Path file = directory.resolve("every.parquet");
    RecordFile.write(
        file,
        List.of(
            new Every(
                true,
                (byte) -1,
                Integer.MIN_VALUE,
                1L << 40,
                0.1f,
                Double.NaN,
                "Âge ×",
                new String[] {"a", ""},
                new double[0],
                new float[] {Float.NaN, 2}),
            new Every(
                false, (byte) 1, 2, 3, 4, 5, "", new String[0], new double[] {6}, new float[0])),
        Every.class);

    List<Row> rows = spark().read().parquet(file.toString()).collectAsList();

    assertThat(rows)
        .extracting(Row::toString)
        .containsExactly(
            "[true,-1,-2147483648,1099511627776,0.1,NaN,Âge ×,WrappedArray(a,"
                + " ),WrappedArray(),WrappedArray(NaN, 2.0)]",
            "[false,1,2,3,4.0,5.0,,WrappedArray(),WrappedArray(6.0),WrappedArray()]");
  }

  /** As the contract has it: required, three levels, annotated. */
  @Test
  void theSchemaIsTheContracts() {
    assertThat(RecordFile.schema(Every.class))
        .hasToString(
            """
            message spark_schema {
              required boolean yes;
              required int32 small (INTEGER(8,true));
              required int32 whole;
              required int64 big;
              required float single;
              required double wide;
              required binary text (STRING);
              required group texts (LIST) {
                repeated group list {
                  required binary element (STRING);
                }
              }
              required group numbers (LIST) {
                repeated group list {
                  required double element;
                }
              }
              required group floats (LIST) {
                repeated group list {
                  required float element;
                }
              }
            }
            """);
  }

  @Test
  void nothingIsWrittenOver() throws IOException {
    Path file = Files.createFile(directory.resolve("there.parquet"));
    assertThatThrownBy(() -> RecordFile.write(file, List.of(), Every.class))
        .isInstanceOf(FileAlreadyExistsException.class);
  }

  @Test
  void aTypeThatIsNoColumnIsNamed() {
    assertThatThrownBy(() -> RecordFile.schema(Wrong.class))
        .hasMessage("odd cannot be a column: short");
  }
}
