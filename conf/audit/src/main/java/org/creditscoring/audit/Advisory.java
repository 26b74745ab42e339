package org.creditscoring.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.apache.maven.artifact.versioning.ComparableVersion;

/**
 * One record of a feed in OSV's format (https://ossf.github.io/osv-schema/).
 *
 * @param id of the record
 * @param aliases other names of the same vulnerability
 * @param summary in a line; empty if it has none
 * @param severity in the publisher's word; empty if it has none
 * @param modified ISO-8601 instant; empty if it has none
 * @param affected packages and their versions
 */
record Advisory(
    String id,
    Set<String> aliases,
    String summary,
    String severity,
    String modified,
    List<Affected> affected) {

  /**
   * @param versions affected ones, each by itself
   * @param ranges of affected versions
   */
  record Affected(String ecosystem, String name, Set<String> versions, List<List<Event>> ranges) {}

  /**
   * Where a range begins or ends.
   *
   * @param kind {@code introduced} (affected from here on), {@code fixed} (no more from here on),
   *     {@code last_affected} (no more after it), {@code limit} (nothing is said from here on)
   */
  record Event(String kind, String version) {}

  /** Of all versions the first. */
  private static final String FIRST = "0";

  static Advisory of(JsonNode record) {
    List<Affected> affected = new ArrayList<>();
    for (JsonNode one : record.path("affected")) {
      affected.add(
          new Affected(
              // A suffix names the registry, as in Maven:https://repo.example.
              one.path("package").path("ecosystem").asText().split(":", 2)[0],
              one.path("package").path("name").asText(),
              texts(one.path("versions")),
              ranges(one.path("ranges"))));
    }
    return new Advisory(
        record.path("id").asText(),
        texts(record.path("aliases")),
        record.path("summary").asText(""),
        record.path("database_specific").path("severity").asText(""),
        record.path("modified").asText(""),
        affected);
  }

  /** Whether it tells of a package at all. */
  boolean names(Component component) {
    return affected.stream().anyMatch(one -> same(one, component));
  }

  /** Whether this version of a package is affected, by the schema's own algorithm. */
  boolean affects(Component component) {
    return affected.stream()
        .filter(one -> same(one, component))
        .anyMatch(
            one ->
                one.versions().contains(component.version())
                    || one.ranges().stream().anyMatch(range -> within(range, component.version())));
  }

  private static boolean same(Affected one, Component component) {
    return one.ecosystem().equals(component.ecosystem()) && one.name().equals(component.name());
  }

  private static boolean within(List<Event> range, String version) {
    List<Event> limits = range.stream().filter(event -> event.kind().equals("limit")).toList();
    if (!limits.isEmpty()
        && limits.stream().noneMatch(limit -> compare(version, limit.version()) < 0)) {
      return false;
    }
    boolean within = false;
    for (Event event : range) {
      int order = compare(version, event.version());
      switch (event.kind()) {
        case "introduced" -> within |= order >= 0;
        case "fixed" -> within &= order < 0;
        case "last_affected" -> within &= order <= 0;
        default -> {
          // A limit has been looked at.
        }
      }
    }
    return within;
  }

  private static int compare(String one, String other) {
    if (one.equals(FIRST) || other.equals(FIRST)) {
      return Boolean.compare(other.equals(FIRST), one.equals(FIRST));
    }
    return new ComparableVersion(one).compareTo(new ComparableVersion(other));
  }

  private static List<List<Event>> ranges(JsonNode ranges) {
    List<List<Event>> read = new ArrayList<>();
    for (JsonNode range : ranges) {
      // A range of commits says nothing about versions.
      if (!range.path("type").asText().equals("GIT")) {
        List<Event> events = new ArrayList<>();
        for (JsonNode event : range.path("events")) {
          event
              .properties()
              .forEach(one -> events.add(new Event(one.getKey(), one.getValue().asText())));
        }
        events.sort(Comparator.comparing(Event::version, Advisory::compare));
        read.add(events);
      }
    }
    return read;
  }

  private static Set<String> texts(JsonNode list) {
    Set<String> texts = new TreeSet<>();
    list.forEach(text -> texts.add(text.asText()));
    return texts;
  }
}
