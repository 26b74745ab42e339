package org.creditscoring.notebooks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * The dashboard's part of {@code ./credit doctor}: a line for each finding, level, what, found, and
 * how to mend it, with tabs between them. It makes and changes nothing.
 */
public final class DoctorCommand {
  private DoctorCommand() {}

  /** Takes no arguments: settings come from the file and the environment. */
  public static void main(String[] arguments) {
    findings(System.getenv()).forEach(finding -> System.out.println(finding.line()));
  }

  static List<Finding> findings(Map<String, String> environment) {
    Path folder = Path.of(environment.getOrDefault("CREDIT_HOME", "")).toAbsolutePath();
    try {
      NotebooksSettings settings = NotebooksSettings.load(Map.of(), environment, folder);
      return new Dashboard(settings, environment).findings();
    } catch (NotebooksException e) {
      return List.of(
          Finding.bad(
              "dashboard", e.getMessage(), "mend it in conf/credit.conf or the environment"));
    }
  }
}
