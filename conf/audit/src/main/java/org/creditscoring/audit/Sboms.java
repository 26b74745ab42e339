package org.creditscoring.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The bills of materials that a build leaves beside what it packages (CycloneDX, JSON). */
final class Sboms {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private Sboms() {}

  /**
   * Every library, with the artefacts that carry it.
   *
   * @throws BadInputException if a file is no bill of materials, or tells of no library
   */
  static Map<Component, Set<String>> read(List<Path> files) throws IOException {
    Map<Component, Set<String>> carried =
        new TreeMap<>(Comparator.comparing(Component::name).thenComparing(Component::version));
    for (Path file : files) {
      JsonNode bom = MAPPER.readTree(Files.readAllBytes(file));
      if (!bom.path("bomFormat").asText().equals("CycloneDX")) {
        throw new BadInputException(file + " is no CycloneDX bill of materials");
      }
      String artefact = bom.path("metadata").path("component").path("name").asText();
      for (JsonNode component : bom.path("components")) {
        Component.of(component.path("purl").asText())
            .ifPresent(one -> carried.computeIfAbsent(one, none -> new TreeSet<>()).add(artefact));
      }
    }
    if (carried.isEmpty()) {
      throw new BadInputException("the bills of materials name no library: " + files);
    }
    return carried;
  }
}
