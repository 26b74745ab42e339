package org.creditscoring.serving.snapshot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Finds clients in the arrays of {@link Scores}. Each order but that of ids is an array of rows, 4
 * bytes a client, which is sorted when it is first asked for; a search counts by one pass over the
 * arrays and collects a page along the order. Safe for use by many threads.
 */
public final class ClientSearch {
  private final Scores scores;
  private final double cutOff;
  private final Map<ClientOrder, int[]> orders = new EnumMap<>(ClientOrder.class);

  ClientSearch(Scores scores, double cutOff) {
    this.scores = scores;
    this.cutOff = cutOff;
  }

  /**
   * A page of what is searched for.
   *
   * @param rows places of the clients found, for {@link Clients#at}
   * @param next place in the order from which the next page goes on, −1 when there is none
   * @param total clients that are found on all pages
   */
  public record Page(List<Integer> rows, int next, int total) {}

  /** In which sense an order is gone through. */
  public record Sorting(ClientOrder order, boolean falling) {}

  /**
   * @param from place in the order, 0 for the first page
   * @param limit clients on the page, at most
   */
  public Page page(ClientFilter filter, Sorting sorting, int from, int limit) {
    int[] order = sorting.order() == ClientOrder.ID ? null : order(sorting.order());
    int size = scores.size();
    List<Integer> rows = new ArrayList<>(limit);
    int place = from;
    for (; place < size && rows.size() < limit; place++) {
      int row = row(order, sorting.falling() ? size - 1 - place : place);
      if (filter.holds(scores, row)) {
        rows.add(row);
      }
    }
    // Whether another page has anything on it is known only when one more is found.
    while (place < size
        && !filter.holds(scores, row(order, sorting.falling() ? size - 1 - place : place))) {
      place++;
    }
    return new Page(rows, place < size ? place : -1, count(filter));
  }

  private static int row(int[] order, int place) {
    return order == null ? place : order[place];
  }

  private int count(ClientFilter filter) {
    if (filter.any()) {
      return scores.size();
    }
    int count = 0;
    for (int row = 0; row < scores.size(); row++) {
      if (filter.holds(scores, row)) {
        count++;
      }
    }
    return count;
  }

  private synchronized int[] order(ClientOrder order) {
    return orders.computeIfAbsent(order, this::sorted);
  }

  /** Rows sorted by a float above and the row itself, which rises with the id, below. */
  private int[] sorted(ClientOrder order) {
    long[] keys = new long[scores.size()];
    for (int row = 0; row < keys.length; row++) {
      keys[row] = (long) sortable(key(order, row)) << Integer.SIZE | row;
    }
    Arrays.sort(keys);
    int[] rows = new int[keys.length];
    for (int place = 0; place < rows.length; place++) {
      rows[place] = (int) keys[place];
    }
    return rows;
  }

  private float key(ClientOrder order, int row) {
    return switch (order) {
      case ID -> 0;
      case PROBABILITY -> scores.probabilities[row];
      case POINTS -> scores.points[row];
      case DISTANCE -> (float) Math.abs(scores.probabilities[row] - cutOff);
    };
  }

  /** A whole number that rises with the float. */
  private static int sortable(float value) {
    int bits = Float.floatToIntBits(value);
    return bits < 0 ? bits ^ Integer.MAX_VALUE : bits;
  }
}
