package org.creditscoring.audit;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What an audit comes to, as lines for a person.
 *
 * @param wrong vulnerable libraries without an exception that holds
 * @param excepted those with one
 * @param unused exceptions about nothing that is shipped
 */
record Audit(List<String> wrong, List<String> excepted, List<String> unused) {

  static Audit of(
      Map<Component, Set<String>> shipped, Feed feed, Exceptions exceptions, LocalDate today) {
    List<Finding> findings = findings(shipped, feed);
    List<String> wrong = new ArrayList<>();
    List<String> excepted = new ArrayList<>();
    for (Finding finding : findings) {
      Optional<Exceptions.Entry> exception =
          exceptions.entries().stream().filter(entry -> entry.about(finding)).findFirst();
      if (exception.isEmpty()) {
        wrong.add(finding.toString());
      } else if (exception.get().expired(today)) {
        wrong.add("%s; its exception expired on %s".formatted(finding, exception.get().expires()));
      } else {
        excepted.add(
            "%s; until %s: %s"
                .formatted(finding, exception.get().expires(), exception.get().reason()));
      }
    }
    List<String> unused =
        exceptions.entries().stream()
            .filter(entry -> findings.stream().noneMatch(entry::about))
            .map(entry -> entry.id() + " for " + entry.pack())
            .toList();
    return new Audit(wrong, excepted, unused);
  }

  private static List<Finding> findings(Map<Component, Set<String>> shipped, Feed feed) {
    List<Finding> findings = new ArrayList<>();
    shipped.forEach(
        (component, carriers) ->
            feed.advisories().stream()
                .filter(advisory -> advisory.affects(component))
                .forEach(advisory -> findings.add(new Finding(component, advisory, carriers))));
    return findings;
  }
}
