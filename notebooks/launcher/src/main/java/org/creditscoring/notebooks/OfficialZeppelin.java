package org.creditscoring.notebooks;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigRenderOptions;
import com.typesafe.config.ConfigValueFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The bank's own Zeppelin. We put files of ours into two of its folders, list them, and take
 * exactly those out again; its configuration is never touched.
 */
final class OfficialZeppelin {
  private static final Pattern NOTEBOOK_DIRECTORY =
      Pattern.compile("<name>\\s*zeppelin\\.notebook\\.dir\\s*</name>\\s*<value>([^<]*)</value>");

  private final Path home;
  private final Path interpreter;
  private final Path notes;

  private OfficialZeppelin(Path home, Path notes) {
    this.home = home;
    this.interpreter = home.resolve("interpreter").resolve("credit");
    this.notes = notes;
  }

  /**
   * @throws NotebooksException where there is no Zeppelin
   */
  static OfficialZeppelin at(Path home, Map<String, String> environment) {
    if (!Files.isRegularFile(home.resolve("bin/zeppelin-daemon.sh"))
        || !Files.isDirectory(home.resolve("interpreter"))) {
      throw NotebooksException.wrongUse(
          "ZEPPELIN_HOME is "
              + home
              + ", which holds no Zeppelin: bin/zeppelin-daemon.sh and interpreter/ are looked for");
    }
    return new OfficialZeppelin(home, notebookDirectory(home, environment));
  }

  /** As Zeppelin finds it: environment, site configuration, default. */
  private static Path notebookDirectory(Path home, Map<String, String> environment) {
    String named = environment.getOrDefault("ZEPPELIN_NOTEBOOK_DIR", "");
    Path conf = home.resolve(environment.getOrDefault("ZEPPELIN_CONF_DIR", "conf"));
    Path site = conf.resolve("zeppelin-site.xml");
    if (named.isBlank() && Files.isReadable(site)) {
      try {
        Matcher matcher =
            NOTEBOOK_DIRECTORY.matcher(Files.readString(site).replaceAll("(?s)<!--.*?-->", ""));
        named = matcher.find() ? matcher.group(1).trim() : "";
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return home.resolve(named.isBlank() ? "notebook" : named).normalize();
  }

  /**
   * Puts interpreter and notes in their places; a second time changes nothing but what is newer.
   *
   * @return what was done, for whoever asked
   * @throws NotebooksException where a file that is not ours lies where one of ours belongs;
   *     nothing is written then
   */
  List<String> install(NotebooksSettings settings) {
    try {
      InstalledFiles installed = InstalledFiles.of(interpreter);
      Map<Path, byte[]> wanted = wanted(settings);
      for (Path file : wanted.keySet()) {
        if (Files.exists(file) && !installed.holds(file)) {
          throw NotebooksException.wrongUse(
              file + " is there already and is not ours: move it away, and install again");
        }
      }
      List<Path> gone = new ArrayList<>(installed.files());
      gone.removeAll(wanted.keySet());
      // First the list: whatever happens next, all that is ours can be taken out.
      installed.add(wanted.keySet());
      for (Map.Entry<Path, byte[]> file : wanted.entrySet()) {
        put(file.getKey(), file.getValue(), installed);
      }
      for (Path file : gone) {
        Files.deleteIfExists(file);
      }
      installed.keepOnly(wanted.keySet());
      return List.of(
          "installed %credit and "
              + Notes.list(settings.home().resolve("notes")).size()
              + " notes into "
              + home,
          "restart that Zeppelin; its notes then draw from " + settings.api(),
          "users and roles: conf/zeppelin/README.md says how to use ours");
    } catch (IOException e) {
      throw NotebooksException.wrongUse("cannot write into " + home + ": " + e);
    }
  }

  /**
   * Takes out what {@link #install} put in. A note that somebody rewrote is his, and stays.
   *
   * @return what was done, for whoever asked
   */
  List<String> uninstall() {
    try {
      InstalledFiles installed = InstalledFiles.of(interpreter);
      List<String> done = new ArrayList<>();
      for (Path file : installed.files()) {
        if (Fingerprint.isNote(file) && !installed.isUntouched(file)) {
          done.add("kept " + file + ", which somebody rewrote");
        } else {
          Files.deleteIfExists(file);
        }
      }
      installed.forget();
      done.add("took %credit and its notes out of " + home + "; restart that Zeppelin");
      return done;
    } catch (IOException e) {
      throw NotebooksException.wrongUse("cannot write into " + home + ": " + e);
    }
  }

  private Map<Path, byte[]> wanted(NotebooksSettings settings) throws IOException {
    Map<Path, byte[]> wanted = new LinkedHashMap<>();
    Path shipped = settings.home().resolve("interpreter/credit");
    try (Stream<Path> files = Files.list(shipped)) {
      for (Path file : files.sorted().toList()) {
        wanted.put(interpreter.resolve(file.getFileName()), Files.readAllBytes(file));
      }
    }
    String setting = setting(settings);
    wanted.put(
        interpreter.resolve("interpreter-setting.json"),
        setting.getBytes(java.nio.charset.StandardCharsets.UTF_8));
    for (Path note : Notes.list(settings.home().resolve("notes"))) {
      wanted.put(notes.resolve(note.getFileName()), Files.readAllBytes(note));
    }
    return wanted;
  }

  /** The interpreter's own settings with this installation's addresses as defaults. */
  private static String setting(NotebooksSettings settings) throws IOException {
    Path shipped = settings.home().resolve("interpreter-setting.json");
    Map<String, String> values =
        Map.of(
            "credit.api.url", settings.api().toString(),
            "credit.token.file", settings.tokenFile().toString(),
            "credit.language", settings.language(),
            "credit.snapshots", settings.snapshots().toString());
    try {
      List<Config> interpreters = new ArrayList<>();
      Config list = ConfigFactory.parseString("interpreters = " + Files.readString(shipped));
      for (Config interpreter : list.getConfigList("interpreters")) {
        for (Map.Entry<String, String> value : values.entrySet()) {
          String path = "properties.\"" + value.getKey() + "\"";
          if (interpreter.hasPath(path)) {
            interpreter =
                interpreter.withValue(
                    path + ".defaultValue", ConfigValueFactory.fromAnyRef(value.getValue()));
          }
        }
        interpreters.add(interpreter);
      }
      return ConfigValueFactory.fromIterable(interpreters.stream().map(Config::root).toList())
          .render(ConfigRenderOptions.concise().setFormatted(true));
    } catch (ConfigException e) {
      throw NotebooksException.ourFault(shipped + " of this build cannot be read", e);
    }
  }

  /**
   * Somebody else's version of a note stays, and so do the results in one that is as we would write
   * it.
   */
  private static void put(Path file, byte[] bytes, InstalledFiles installed) throws IOException {
    if (Files.exists(file)) {
      byte[] there = Files.readAllBytes(file);
      boolean same = Fingerprint.of(file, there).equals(Fingerprint.of(file, bytes));
      if (!same && Fingerprint.isNote(file) && !installed.isUntouched(file)) {
        return;
      }
      if (same) {
        installed.written(file, bytes);
        return;
      }
    }
    Path aside = file.resolveSibling("." + file.getFileName() + ".new");
    Files.write(aside, bytes);
    Files.move(aside, file, StandardCopyOption.ATOMIC_MOVE);
    installed.written(file, bytes);
  }
}
