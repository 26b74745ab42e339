package org.creditscoring.notebooks;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Puts the shipped notes into a run directory, as files because Zeppelin's import would drop their
 * look.
 */
final class Notes {
  private static final List<String> EDITORS = List.of("modeller", "admin");

  /** In it whoever may run it may ask whatever he likes of the snapshot. */
  private static final String FREE_ANALYSIS = "CREDIT008";

  private final Path shipped;
  private final RunDirectory run;

  Notes(Path shipped, RunDirectory run) {
    this.shipped = shipped;
    this.run = run;
  }

  void install() throws IOException {
    Path originals = run.configuration().resolve("notes-as-installed");
    Files.createDirectories(originals);
    for (Path note : list()) {
      install(note, originals.resolve(note.getFileName()));
    }
    grant();
  }

  /** A note that somebody changed is his: it is kept, and a new version is not put over it. */
  private void install(Path note, Path original) throws IOException {
    Path installed = run.notes().resolve(note.getFileName());
    boolean changed =
        Files.exists(installed)
            && Files.exists(original)
            && Files.mismatch(installed, original) >= 0;
    if (changed) {
      return;
    }
    Files.write(installed, Files.readAllBytes(note));
    Files.write(original, Files.readAllBytes(note));
  }

  /**
   * Analysts read and run the shipped notes, but for the one of free analysis; modellers and
   * administrators change them. Other notes keep the rights they have.
   */
  private void grant() throws IOException {
    Path file = run.configuration().resolve("notebook-authorization.json");
    Config rights =
        Files.exists(file) ? ConfigFactory.parseFile(file.toFile()) : ConfigFactory.empty();
    for (Path note : list()) {
      List<String> readers =
          id(note).equals(FREE_ANALYSIS) ? EDITORS : List.of("analyst", "modeller", "admin");
      rights =
          rights.withValue(
              "authInfo." + id(note),
              ConfigValueFactory.fromMap(
                  Map.of(
                      "owners", List.of("admin"),
                      "writers", EDITORS,
                      "runners", readers,
                      "readers", readers)));
    }
    Files.writeString(file, rights.root().render(ConfigRenderOptions.concise().setFormatted(true)));
  }

  private List<Path> list() throws IOException {
    return list(shipped);
  }

  /** The note files of a folder, by name. */
  static List<Path> list(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".zpln"))
          .sorted()
          .collect(Collectors.toList());
    }
  }

  /** NAME_ID.zpln, as Zeppelin names its files. */
  private static String id(Path note) {
    String name = note.getFileName().toString();
    return name.substring(name.lastIndexOf('_') + 1, name.length() - ".zpln".length());
  }
}
