package org.creditscoring.data.fidelity;

import com.carrotsearch.hppc.IntIntHashMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** How many rows each client and each credit has in each table of the history. */
final class Keys {
  static final String CLIENT = "SK_ID_CURR";
  private static final String BUREAU_CREDIT = "SK_ID_BUREAU";
  private static final String CREDIT = "SK_ID_PREV";

  private static final IntIntHashMap NONE = new IntIntHashMap();

  private final Map<String, IntIntHashMap> rows = new HashMap<>();
  private final IntIntHashMap owners = new IntIntHashMap();

  /** What a table of the history tells; nothing of an application. */
  List<Carrier> carriers(Table table) {
    List<Carrier> carriers = new ArrayList<>();
    if (table == HomeCredit.APPLICATION_TRAIN || table == HomeCredit.APPLICATION_TEST) {
      return carriers;
    }
    for (String key : List.of(CLIENT, BUREAU_CREDIT, CREDIT)) {
      if (table.header().contains(key)) {
        IntIntHashMap counts = new IntIntHashMap();
        rows.put(table.name() + " " + key, counts);
        carriers.add(Carrier.ofAll(List.of(Quantity.number(key)), counter(counts)));
      }
    }
    if (table == HomeCredit.BUREAU) {
      carriers.add(
          Carrier.ofAll(
              List.of(Quantity.number(BUREAU_CREDIT), Quantity.number(CLIENT)),
              (numbers, size) -> {
                for (int i = 0; i < size; i++) {
                  owners.put((int) numbers[0][i], (int) numbers[1][i]);
                }
              }));
    }
    return carriers;
  }

  private static Carrier.Taker counter(IntIntHashMap counts) {
    return (numbers, size) -> {
      for (int i = 0; i < size; i++) {
        counts.addTo((int) numbers[0][i], 1);
      }
    };
  }

  /** Rows of each client; empty for a table that was not read or does not name clients. */
  IntIntHashMap perClient(Table table) {
    return rows.getOrDefault(table.name() + " " + CLIENT, NONE);
  }

  /** Rows of each credit; empty for a table that was not read. */
  IntIntHashMap perCredit(Table table) {
    boolean elsewhere = table == HomeCredit.BUREAU || table == HomeCredit.BUREAU_BALANCE;
    return rows.getOrDefault(table.name() + " " + (elsewhere ? BUREAU_CREDIT : CREDIT), NONE);
  }

  /** The client of each credit with another lender. */
  IntIntHashMap owners() {
    return owners;
  }
}
