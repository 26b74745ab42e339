package org.creditscoring.data.fidelity;

import com.carrotsearch.hppc.IntByteHashMap;
import com.carrotsearch.hppc.cursors.IntByteCursor;
import java.util.List;
import java.util.function.IntConsumer;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** The ids of all clients, and of the past ones the outcome. */
final class Clients {
  private static final byte CURRENT = -1;

  private final IntByteHashMap outcomes = new IntByteHashMap();

  /** Which clients a figure is about. */
  enum Part {
    ALL,
    PAST,
    CURRENT
  }

  /** What a table of applications tells; nothing of another. */
  List<Carrier> carriers(Table table) {
    if (table == HomeCredit.APPLICATION_TRAIN) {
      return List.of(
          Carrier.ofAll(
              List.of(Quantity.number("SK_ID_CURR"), Quantity.number("TARGET")),
              (numbers, rows) -> {
                for (int i = 0; i < rows; i++) {
                  outcomes.put((int) numbers[0][i], (byte) numbers[1][i]);
                }
              }));
    }
    if (table == HomeCredit.APPLICATION_TEST) {
      return List.of(
          Carrier.ofAll(
              List.of(Quantity.number("SK_ID_CURR")),
              (numbers, rows) -> {
                for (int i = 0; i < rows; i++) {
                  outcomes.put((int) numbers[0][i], CURRENT);
                }
              }));
    }
    return List.of();
  }

  int count(Part part) {
    int[] count = new int[1];
    each(part, id -> count[0]++);
    return count[0];
  }

  void each(Part part, IntConsumer taker) {
    for (IntByteCursor client : outcomes) {
      if (part == Part.ALL || (client.value == CURRENT) == (part == Part.CURRENT)) {
        taker.accept(client.key);
      }
    }
  }

  boolean is(Part part, int id) {
    return outcomes.containsKey(id)
        && (part == Part.ALL || (outcomes.get(id) == CURRENT) == (part == Part.CURRENT));
  }

  /** Of a past client: 1 or 0. */
  int outcome(int id) {
    return outcomes.get(id);
  }
}
