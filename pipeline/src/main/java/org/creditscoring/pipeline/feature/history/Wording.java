package org.creditscoring.pipeline.feature.history;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.creditscoring.model.feature.Text;

/** Puts names and texts of features together from those of their parts. */
final class Wording {
  private static final String ELIDES = "aeiouyéèêàâhœ";

  private Wording() {}

  /** The parts that are not empty, joined by underscores. */
  static String name(String... parts) {
    return Arrays.stream(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining("_"));
  }

  static Text join(Text before, String en, String fr) {
    return new Text(before.en() + en, before.fr() + fr);
  }

  /** A sentence pattern, its {@code %s} filled in each language by the same parts in order. */
  static Text fill(String en, String fr, Text... parts) {
    return new Text(
        en.formatted(Arrays.stream(parts).map(Text::en).toArray()),
        fr.formatted(Arrays.stream(parts).map(Text::fr).toArray()));
  }

  /** The noun with the French "de" before it, elided where it must be. */
  static Text of(Text noun) {
    boolean elided = ELIDES.indexOf(Character.toLowerCase(noun.fr().charAt(0))) >= 0;
    return new Text("of " + noun.en(), (elided ? "d'" : "de ") + noun.fr());
  }
}
