package org.creditscoring.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.Util;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FooterTest {
  public record Pair(int number, String text) {}

  @TempDir Path directory;

  @Test
  void encodingsStandInTheOrderOfTheFormat() throws IOException {
    Path file = written();

    assertThat(encodings(Files.readAllBytes(file)))
        .hasSize(2)
        .allSatisfy(
            encodings -> assertThat(encodings).hasSizeGreaterThan(1).isSortedAccordingTo(order()));
  }

  /** As another JVM might have left it. */
  @Test
  void aFileOfAnotherOrderBecomesTheSameBytes() throws IOException {
    Path file = written();
    byte[] settled = Files.readAllBytes(file);
    byte[] other = reversed(settled);
    Files.write(file, other);

    Footer.settle(file);

    assertThat(other).isNotEqualTo(settled);
    assertThat(file).hasBinaryContent(settled);
  }

  private Path written() throws IOException {
    Path file = directory.resolve("pairs.parquet");
    RecordFile.write(
        file,
        IntStream.range(0, 100).mapToObj(i -> new Pair(i % 3, "text " + i % 5)).toList(),
        Pair.class);
    return file;
  }

  private static Comparator<Encoding> order() {
    return Comparator.comparingInt(Encoding::getValue);
  }

  private static List<List<Encoding>> encodings(byte[] file) throws IOException {
    return metadata(file).getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .map(column -> column.getMeta_data().getEncodings())
        .toList();
  }

  private static FileMetaData metadata(byte[] file) throws IOException {
    return Util.readFileMetaData(
        new ByteArrayInputStream(file, start(file), file.length - start(file)));
  }

  /** The footer's bytes are counted in the four before the last four of the file. */
  private static int start(byte[] file) {
    int counted = file.length - 8;
    return counted - ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(counted);
  }

  private static byte[] reversed(byte[] file) throws IOException {
    FileMetaData metadata = metadata(file);
    metadata.getRow_groups().stream()
        .flatMap(group -> group.getColumns().stream())
        .forEach(column -> Collections.reverse(column.getMeta_data().getEncodings()));
    ByteArrayOutputStream footer = new ByteArrayOutputStream();
    Util.writeFileMetaData(metadata, footer);
    byte[] bytes = Arrays.copyOf(file, file.length);
    System.arraycopy(footer.toByteArray(), 0, bytes, start(file), footer.size());
    return bytes;
  }
}
