package org.creditscoring.data;

import java.util.Objects;

/** One text in English and in French. */
public record Words(String en, String fr) {
  public Words {
    Objects.requireNonNull(en, "en");
    Objects.requireNonNull(fr, "fr");
  }
}
