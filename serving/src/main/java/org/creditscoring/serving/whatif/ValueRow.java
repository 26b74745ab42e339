package org.creditscoring.serving.whatif;

import java.util.Set;
import java.util.TreeSet;
import org.creditscoring.model.feature.RawRow;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;
import org.creditscoring.serving.snapshot.Snapshot;

/** A client's values while they are being changed. */
final class ValueRow implements RawRow {
  private final Snapshot snapshot;
  private final float[] values;
  private final Set<String> set = new TreeSet<>();

  /**
   * @param values of a client, which stay as they are
   */
  ValueRow(Snapshot snapshot, float[] values) {
    this.snapshot = snapshot;
    this.values = values.clone();
  }

  boolean has(String name) {
    return snapshot.features().position(name).isPresent();
  }

  @Override
  public float number(String name) {
    return values[place(name)];
  }

  void set(String name, float value) {
    values[place(name)] = value;
    set.add(name);
  }

  /** The values as they are now. */
  float[] values() {
    return values.clone();
  }

  /**
   * Computes those row features anew that read a value which was set, by the batch's own code.
   *
   * @throws WhatIfException if one cannot be computed from what the snapshot holds
   */
  void recompute() {
    for (RowFeature row : RowFeatures.all()) {
      String name = row.feature().name();
      if (has(name) && row.inputs().stream().anyMatch(set::contains)) {
        for (String input : row.inputs()) {
          if (!has(input)) {
            throw new WhatIfException(
                "%s cannot be changed: %s also needs %s, which snapshot %s does not hold"
                    .formatted(String.join(", ", set), name, input, snapshot.id()));
          }
        }
        values[place(name)] = row.value(this);
      }
    }
  }

  private int place(String name) {
    return snapshot
        .features()
        .position(name)
        .orElseThrow(() -> new IllegalArgumentException("the snapshot has no value " + name));
  }
}
