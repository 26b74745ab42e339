package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.parquet.bytes.HeapByteBufferAllocator;
import org.apache.parquet.column.values.rle.RunLengthBitPackingHybridEncoder;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;

/** Pages of lists of three, their levels written by parquet-java's own encoder. */
class ListLevelsTest {
  private static final int[] PRESENT = {1, 1, 1, 1, 1, 1};

  private final ListLevels levels =
      new ListLevels(
          MessageTypeParser.parseMessageType(
                  "message m { required group l (LIST) { repeated group list { required int32 element; } } }")
              .getColumns()
              .get(0),
          3);

  @Test
  void listsOfTheLengthPass() {
    assertThatCode(
            () -> {
              levels.require(page(new int[] {0, 1, 1, 0, 1, 1}, PRESENT));
              levels.require(page(new int[] {0, 1, 1, 0, 1, 1}, PRESENT));
              levels.require(page(new int[] {0, 1, 1}, new int[] {1, 1, 1}));
            })
        .doesNotThrowAnyException();
  }

  /** As many values as two lists of three have, and the page before it was as it should be. */
  @Test
  void aLongListDoesNotMakeUpForAShortOne() throws IOException {
    levels.require(page(new int[] {0, 1, 1, 0, 1, 1}, PRESENT));

    refuses(page(new int[] {0, 1, 1, 1, 0, 1}, PRESENT));
    refuses(page(new int[] {0, 1, 0, 1, 1, 1}, PRESENT));
  }

  @Test
  void aNullIsRefused() throws IOException {
    refuses(page(new int[] {0, 1, 1, 0, 1, 1}, new int[] {1, 1, 1, 1, 0, 1}));
  }

  @Test
  void aListMayGoOnInTheNextPageAndEndsThere() throws IOException {
    levels.require(page(new int[] {0, 1, 1, 0}, new int[] {1, 1, 1, 1}));

    refuses(page(new int[] {0, 1}, new int[] {1, 1}));
    refuses(page(new int[] {1, 1, 1}, new int[] {1, 1, 1}));
    levels.require(page(new int[] {1, 1}, new int[] {1, 1}));
  }

  private void refuses(PlainPage page) {
    assertThatThrownBy(() -> levels.require(page))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "a list of its column l has not the 3 elements of the contract, or a null among them");
  }

  private static PlainPage page(int[] repetition, int[] definition) throws IOException {
    return new PlainPage(
        repetition.length, encoded(repetition), encoded(definition), ByteBuffer.allocate(0));
  }

  private static ByteBuffer encoded(int[] levels) throws IOException {
    try (RunLengthBitPackingHybridEncoder encoder =
        new RunLengthBitPackingHybridEncoder(1, 16, 64, HeapByteBufferAllocator.getInstance())) {
      for (int level : levels) {
        encoder.writeInt(level);
      }
      return ByteBuffer.wrap(encoder.toBytes().toInputStream().readAllBytes());
    }
  }
}
