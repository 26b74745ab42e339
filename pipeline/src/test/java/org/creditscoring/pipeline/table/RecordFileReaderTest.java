package org.creditscoring.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordFileReaderTest {
  @TempDir Path directory;

  /** Every type that a column may have. */
  public record Row(
      boolean yes,
      byte small,
      int whole,
      long large,
      float number,
      double exact,
      String text,
      float[] numbers,
      int[] wholes,
      String[] texts) {}

  /** A column fewer, and in another order. */
  public record Fewer(String text, int whole) {}

  /** A column that came later. */
  public record Later(int whole, double later) {}

  /** A column that is not there. */
  public record Other(int whole, String other) {}

  /** A column of another type. */
  public record Mistaken(String whole) {}

  private Path written() throws IOException {
    Path file = directory.resolve("rows.parquet");
    RecordFile.write(
        file,
        List.of(
            new Row(
                true,
                (byte) -1,
                7,
                1L << 40,
                0.5f,
                0.1,
                "é",
                new float[] {1, Float.NaN},
                new int[40],
                new String[] {"a", "b"}),
            new Row(
                false,
                (byte) 1,
                -7,
                0,
                -0.5f,
                Double.NaN,
                "",
                new float[0],
                new int[] {3},
                new String[0])),
        Row.class);
    return file;
  }

  @Test
  void readsWhatRecordFileWrites() throws IOException {
    List<Row> rows = RecordFileReader.all(written(), Row.class);

    assertThat(rows).hasSize(2);
    Row first = rows.get(0);
    assertThat(first.yes()).isTrue();
    assertThat(first.small()).isEqualTo((byte) -1);
    assertThat(first.whole()).isEqualTo(7);
    assertThat(first.large()).isEqualTo(1L << 40);
    assertThat(first.number()).isEqualTo(0.5f);
    assertThat(first.exact()).isEqualTo(0.1);
    assertThat(first.text()).isEqualTo("é");
    assertThat(first.numbers()).containsExactly(1, Float.NaN);
    assertThat(first.wholes()).hasSize(40).containsOnly(0);
    assertThat(first.texts()).containsExactly("a", "b");
    Row second = rows.get(1);
    assertThat(second.exact()).isNaN();
    assertThat(second.numbers()).isEmpty();
    assertThat(second.wholes()).containsExactly(3);
    assertThat(second.texts()).isEmpty();
  }

  @Test
  void columnsAreFoundByTheirNames() throws IOException {
    assertThat(RecordFileReader.all(written(), Fewer.class))
        .containsExactly(new Fewer("é", 7), new Fewer("", -7));
  }

  @Test
  void aDoubleThatCameLaterIsUnknown() throws IOException {
    assertThat(RecordFileReader.all(written(), Later.class))
        .extracting(Later::later)
        .containsExactly(Double.NaN, Double.NaN);
  }

  @Test
  void aColumnThatIsMissingOrOfAnotherTypeIsNamed() throws IOException {
    Path file = written();

    assertThatThrownBy(() -> RecordFileReader.all(file, Other.class))
        .isInstanceOf(IOException.class)
        .hasMessage("it has no column other");
    assertThatThrownBy(() -> RecordFileReader.all(file, Mistaken.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("its column whole is 'required int32 whole'");
  }

  @Test
  void whatIsNoParquetIsRefused() throws IOException {
    Path file = Files.writeString(directory.resolve("text.parquet"), "no Parquet, but long enough");

    assertThatThrownBy(() -> RecordFileReader.all(file, Fewer.class))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("is not a Parquet file");
  }
}
