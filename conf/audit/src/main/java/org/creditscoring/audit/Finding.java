package org.creditscoring.audit;

import java.util.Set;

/**
 * A library that is shipped in a version that is known to be vulnerable.
 *
 * @param carriers artefacts that carry it
 */
record Finding(Component component, Advisory advisory, Set<String> carriers) {
  @Override
  public String toString() {
    String names = String.join(", ", advisory.aliases());
    return "%s: %s%s%s%s (in %s)"
        .formatted(
            component,
            advisory.id(),
            names.isEmpty() ? "" : " (" + names + ")",
            advisory.severity().isEmpty() ? "" : ", " + advisory.severity(),
            advisory.summary().isEmpty() ? "" : ": " + advisory.summary(),
            String.join(", ", carriers));
  }
}
