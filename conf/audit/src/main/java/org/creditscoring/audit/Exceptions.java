package org.creditscoring.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;

/** Vulnerabilities that somebody has looked at and lives with, for a reason and for a time. */
record Exceptions(List<Entry> entries) {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /**
   * @param id of the advisory, or one of its aliases
   * @param pack the library, {@code group:artifact}
   * @param reason why it does no harm here, or what is being done
   * @param expires the last day on which it holds, {@code yyyy-MM-dd}
   */
  record Entry(String id, String pack, String reason, LocalDate expires) {
    boolean about(Finding finding) {
      return finding.component().name().equals(pack)
          && (finding.advisory().id().equals(id) || finding.advisory().aliases().contains(id));
    }

    boolean expired(LocalDate today) {
      return today.isAfter(expires);
    }
  }

  /** An entry as it is written. */
  private record Written(
      String id,
      @com.fasterxml.jackson.annotation.JsonProperty("package") String pack,
      String reason,
      String expires) {}

  /**
   * @throws BadInputException if an entry lacks something, or has something unknown
   */
  static Exceptions read(Path file) throws IOException {
    try {
      return new Exceptions(
          List.of(MAPPER.readValue(Files.readAllBytes(file), Written[].class)).stream()
              .map(written -> entry(file, written))
              .toList());
    } catch (JsonProcessingException e) {
      throw new BadInputException(
          "%s, line %d: %s"
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getOriginalMessage()));
    }
  }

  private static Entry entry(Path file, Written written) {
    require(file, written, "id", written.id());
    require(file, written, "package", written.pack());
    require(file, written, "reason", written.reason());
    require(file, written, "expires", written.expires());
    try {
      LocalDate expires = LocalDate.parse(written.expires());
      return new Entry(written.id(), written.pack(), written.reason(), expires);
    } catch (DateTimeParseException e) {
      throw new BadInputException(
          "%s: the exception for %s expires '%s'; give a day as 2027-01-31"
              .formatted(file, written.id(), written.expires()));
    }
  }

  private static void require(Path file, Written written, String field, String value) {
    if (value == null || value.isBlank()) {
      throw new BadInputException("%s: an exception has no %s: %s".formatted(file, field, written));
    }
  }
}
