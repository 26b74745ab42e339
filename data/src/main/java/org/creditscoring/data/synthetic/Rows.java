package org.creditscoring.data.synthetic;

import java.util.EnumMap;
import java.util.Map;

/** The rows that one part of the clients adds to each file. */
final class Rows {
  private final Map<RawFile, Csv> files = new EnumMap<>(RawFile.class);

  Rows() {
    for (RawFile file : RawFile.values()) {
      files.put(file, new Csv());
    }
  }

  Csv of(RawFile file) {
    return files.get(file);
  }
}
