package org.creditscoring.serving.load;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What a service has put on record. */
final class AuditLines {
  private AuditLines() {}

  /**
   * The lines of every file of the audit log: a full one is put away and another begun.
   *
   * @param home the service's {@code CREDIT_HOME}
   */
  static List<String> of(Path home) throws IOException {
    List<String> lines = new ArrayList<>();
    try (Stream<Path> files = Files.list(home.resolve("run/audit"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).sorted().toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    return lines;
  }
}
