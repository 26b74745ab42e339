package org.creditscoring.serving.snapshot;

import java.util.Locale;

/** What a bin holds. */
public enum BinKind {
  RANGE,
  CATEGORY,
  MISSING;

  static BinKind of(String name) {
    for (BinKind kind : values()) {
      if (kind.wireName().equals(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException("no kind of bin: '" + name + "'");
  }

  /** The name in the snapshot and on the wire. */
  public String wireName() {
    return name().toLowerCase(Locale.ROOT);
  }
}
