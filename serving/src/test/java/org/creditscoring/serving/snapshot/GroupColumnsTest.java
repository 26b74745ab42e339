package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.Set;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.Encoding;
import org.apache.parquet.column.page.DataPage;
import org.apache.parquet.column.page.DataPageV1;
import org.apache.parquet.column.page.DataPageV2;
import org.apache.parquet.column.page.DictionaryPage;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.column.page.PageReader;
import org.apache.parquet.column.statistics.Statistics;
import org.apache.parquet.hadoop.metadata.BlockMetaData;
import org.apache.parquet.hadoop.metadata.ColumnChunkMetaData;
import org.apache.parquet.hadoop.metadata.ColumnPath;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** Pages made by hand, byte by byte. */
class GroupColumnsTest {
  private static final MessageType NUMBERS =
      MessageTypeParser.parseMessageType("message m { required int32 n; }");
  private static final MessageType TEXTS =
      MessageTypeParser.parseMessageType("message m { required binary t (STRING); }");
  private static final MessageType LISTS =
      MessageTypeParser.parseMessageType(
          "message m { required group l (LIST) { repeated group list { required int32 element; } } }");

  @Test
  void numbersComeFromPagesOfEitherVersion() {
    assertThat(group(NUMBERS, 5, v1(2, ints(7, -1)), v2(3, new byte[0], ints(0, 5, 9))).ints("n"))
        .containsExactly(7, -1, 0, 5, 9);
  }

  /** Two lists of three in two pages that cut the second one: levels are runs of RLE. */
  @Test
  void aListMayGoOnInTheNextPage() {
    byte[] fourRepetitions = {3, 0b1110 ^ 0b1000}; // 0 1 1 0, packed
    byte[] fourPresent = {8, 1}; // four times 1
    byte[] twoPresent = {4, 1};
    DataPage first = v1(4, counted(fourRepetitions), counted(fourPresent), ints(1, 2, 3, 4));
    DataPage second = v1(2, counted(twoPresent), counted(twoPresent), ints(5, 6));

    assertThat(group(LISTS, 2, first, second).lists("l", 3)).containsExactly(1, 2, 3, 4, 5, 6);
  }

  @Test
  void textsAreAskedForTheirMeaningOnce() {
    int[] asked = {0};
    Integer[] lengths = new Integer[3];
    group(TEXTS, 3, v1(3, text("one"), text("three"), text("one")))
        .texts(
            "t",
            text -> {
              asked[0]++;
              return text.length();
            },
            lengths);

    assertThat(lengths).containsExactly(3, 5, 3);
    assertThat(asked[0]).isEqualTo(2);
  }

  @Test
  void aPageThatHoldsOtherThanItSaysIsRefused() {
    refuses(group(NUMBERS, 2, v1(2, ints(1, 2, 3))), "a page has 12 bytes for 2 values");
    refuses(group(NUMBERS, 3, v1(2, ints(1)), v1(1, ints(2, 3))), "a page has 4 bytes for 2");
    refuses(group(NUMBERS, 1, v1(2, ints(1, 2))), "it holds more than the 1 values");
    refuses(group(NUMBERS, 3, v1(2, ints(1, 2))), "has 2 values where a row group of 3 rows");
  }

  @Test
  void aTextThatIsLongerThanItsPageIsRefused() {
    for (int length : new int[] {Integer.MAX_VALUE, 4, -1}) {
      byte[] three = {'a', 'b', 'c'};
      assertThatThrownBy(
              () ->
                  group(TEXTS, 1, v1(1, ints(length), three))
                      .texts("t", text -> text, new String[1]))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("its column t cannot be read: a page ends within the text of value 0");
    }
    assertThatThrownBy(
            () -> group(TEXTS, 1, v1(1, text("a"), text("b"))).texts("t", t -> t, new String[1]))
        .hasMessageContaining("a page goes on after its 1 texts");
  }

  @Test
  void aPageThatEndsWithinItsLevelsIsRefused() {
    assertThatThrownBy(() -> group(LISTS, 1, v1(3, ints(100), ints(1))).lists("l", 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("its column l cannot be read: a page ends within its levels");
  }

  private static void refuses(GroupColumns group, String reason) {
    assertThatThrownBy(() -> group.ints("n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("its column n ")
        .hasMessageContaining(reason);
  }

  private static GroupColumns group(MessageType schema, int rows, DataPage... pages) {
    ColumnDescriptor column = schema.getColumns().get(0);
    BlockMetaData group = new BlockMetaData();
    group.setRowCount(rows);
    group.addColumn(
        ColumnChunkMetaData.get(
            ColumnPath.get(column.getPath()),
            column.getPrimitiveType(),
            CompressionCodecName.UNCOMPRESSED,
            null,
            Set.of(Encoding.PLAIN, Encoding.RLE),
            Statistics.createStats(column.getPrimitiveType()),
            4,
            0,
            rows,
            100,
            100));
    return new GroupColumns(group, schema, new Pages(rows, List.of(pages)), "by hand");
  }

  private static DataPage v1(int count, byte[]... parts) {
    byte[] bytes = joined(parts);
    return new DataPageV1(
        BytesInput.from(bytes),
        count,
        bytes.length,
        null,
        Encoding.RLE,
        Encoding.RLE,
        Encoding.PLAIN);
  }

  private static DataPage v2(int count, byte[] levels, byte[] values) {
    return DataPageV2.uncompressed(
        count,
        0,
        count,
        BytesInput.from(levels),
        BytesInput.from(levels),
        Encoding.PLAIN,
        BytesInput.from(values),
        null);
  }

  private static byte[] counted(byte[] levels) {
    return joined(ints(levels.length), levels);
  }

  private static byte[] text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return joined(ints(bytes.length), bytes);
  }

  private static byte[] ints(int... values) {
    ByteBuffer bytes =
        ByteBuffer.allocate(values.length * Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asIntBuffer().put(values);
    return bytes.array();
  }

  private static byte[] joined(byte[]... parts) {
    ByteBuffer bytes = ByteBuffer.allocate(List.of(parts).stream().mapToInt(p -> p.length).sum());
    for (byte[] part : parts) {
      bytes.put(part);
    }
    return bytes.array();
  }

  private record Pages(long getRowCount, List<DataPage> all) implements PageReadStore {
    @Override
    public long getRowCount() {
      return getRowCount;
    }

    @Override
    public PageReader getPageReader(ColumnDescriptor column) {
      Queue<DataPage> left = new ArrayDeque<>(all);
      return new PageReader() {
        @Override
        public DictionaryPage readDictionaryPage() {
          return null;
        }

        @Override
        public long getTotalValueCount() {
          return all.stream().mapToLong(DataPage::getValueCount).sum();
        }

        @Override
        public DataPage readPage() {
          return left.poll();
        }
      };
    }
  }
}
