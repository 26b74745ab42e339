package org.creditscoring.pipeline.feature.history;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/** Computes the features of one client after the other, from rows that are sorted by client. */
final class ClientHistories implements Iterator<ClientHistory> {
  private final Iterator<HistoryRow> sorted;
  private final List<Computed> features;
  private final ClientRows rows = new ClientRows();
  private HistoryRow next;

  ClientHistories(Iterator<HistoryRow> sorted, List<Computed> features) {
    this.sorted = sorted;
    this.features = features;
    this.next = sorted.hasNext() ? sorted.next() : null;
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public ClientHistory next() {
    if (next == null) {
      throw new NoSuchElementException();
    }
    int client = next.client();
    rows.clear();
    while (next != null && next.client() == client) {
      rows.add(next);
      next = sorted.hasNext() ? sorted.next() : null;
    }
    float[] values = new float[features.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = finite(features.get(i).of(rows));
    }
    return new ClientHistory(client, values);
  }

  /** Rounded to a float at the very end; whatever is no finite number is missing. */
  private static float finite(double value) {
    return Math.abs(value) <= Float.MAX_VALUE ? (float) value : Float.NaN;
  }
}
