package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a directory laid out as an official 0.12.0. */
class OfficialZeppelinTest {
  private static final String NOTE =
      "{\"paragraphs\":[{\"text\":\"%credit decision\"}],\"name\":\"Client\"}";
  @TempDir Path folder;
  private Path zeppelin;
  private NotebooksSettings settings;

  @BeforeEach
  void layOut() throws IOException {
    zeppelin = folder.resolve("zeppelin-0.12.0-bin-all");
    file(zeppelin, "bin/zeppelin-daemon.sh", "#!/bin/bash");
    file(zeppelin, "bin/interpreter.sh", "#!/bin/bash");
    file(zeppelin, "conf/zeppelin-site.xml.template", "<configuration/>");
    file(zeppelin, "conf/interpreter-list", "spark org.apache.zeppelin:zeppelin-spark:0.12.0");
    file(zeppelin, "interpreter/spark/spark-interpreter-0.12.0.jar", "jar");
    file(zeppelin, "interpreter/zeppelin-interpreter-shaded-0.12.0.jar", "jar");
    file(zeppelin, "lib/zeppelin-server-0.12.0.jar", "jar");
    file(zeppelin, "notebook/Python Tutorial/1. Basics_2EYDJKFFY.zpln", "{}");
    file(zeppelin, "zeppelin-web-angular-0.12.0.war", "war");
    Path ours = folder.resolve("home");
    file(ours, "interpreter/credit/notebooks-interpreter.jar", "our jar");
    file(ours, "interpreter/credit/slf4j-api.jar", "a library");
    file(ours, "notes/Client_CREDIT001.zpln", NOTE);
    Files.copy(
        Path.of("../interpreter/src/main/resources/interpreter-setting.json"),
        ours.resolve("interpreter-setting.json"));
    settings =
        NotebooksSettings.load(
            Map.of("home", ours.toString(), "api", "http://scores.bank:7070"), Map.of(), folder);
  }

  private static void file(Path root, String name, String content) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content);
  }

  private OfficialZeppelin official() {
    return OfficialZeppelin.at(zeppelin, Map.of());
  }

  @Test
  void installedTwiceAndTakenOutItIsByteForByteAsItWas() throws IOException {
    Map<String, String> before = everything();

    official().install(settings);
    Map<String, String> once = everything();
    official().install(settings);
    assertThat(everything()).isEqualTo(once);
    assertThat(once).containsAllEntriesOf(before).hasSizeGreaterThan(before.size());

    official().uninstall();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void whatZeppelinWroteIntoOurNoteGoesWithIt() throws IOException {
    Map<String, String> before = everything();
    official().install(settings);
    file(
        zeppelin,
        "notebook/Client_CREDIT001.zpln",
        NOTE.replace("\"}]", "\",\"results\":{\"code\":\"SUCCESS\"}},{\"text\":\"\"}]"));

    official().uninstall();

    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aNoteThatSomebodyRewroteIsNeitherReplacedNorRemoved() throws IOException {
    official().install(settings);
    Path note = zeppelin.resolve("notebook/Client_CREDIT001.zpln");
    Files.writeString(note, NOTE.replace("decision", "reasons"));

    official().install(settings);
    assertThat(note).content().contains("%credit reasons");
    assertThat(official().uninstall()).anyMatch(line -> line.contains("kept " + note));
    assertThat(note).content().contains("%credit reasons");
    assertThat(zeppelin.resolve("interpreter/credit")).doesNotExist();
  }

  @Test
  void theInterpreterKnowsOurAddresses() throws IOException {
    official().install(settings);

    String written =
        Files.readString(zeppelin.resolve("interpreter/credit/interpreter-setting.json"));
    var properties =
        ConfigFactory.parseString("all = " + written)
            .getConfigList("all")
            .get(0)
            .getConfig("properties");
    assertThat(properties.getString("\"credit.api.url\".defaultValue"))
        .isEqualTo("http://scores.bank:7070");
    assertThat(properties.getString("\"credit.token.file\".defaultValue"))
        .isEqualTo(folder.resolve("run/notebook-token").toString());
    assertThat(properties.getString("\"credit.charts.url\".defaultValue")).isEmpty();
  }

  @Test
  void anotherNotebookDirectoryIsFollowed() throws IOException {
    file(
        zeppelin,
        "conf/zeppelin-site.xml",
        "<configuration><!-- <name>zeppelin.notebook.dir</name><value>no</value> --><property>"
            + "<name>zeppelin.notebook.dir</name>\n<value>shared/notes</value></property></configuration>");
    Map<String, String> before = everything();

    official().install(settings);
    assertThat(zeppelin.resolve("shared/notes/Client_CREDIT001.zpln")).exists();

    official().uninstall();
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void nothingIsWrittenWhereSomebodyElsesFileLies() throws IOException {
    file(zeppelin, "notebook/Client_CREDIT001.zpln", "theirs");
    Map<String, String> before = everything();

    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> official().install(settings))
        .withMessageContaining("notebook/Client_CREDIT001.zpln is there already and is not ours");
    assertThat(everything()).isEqualTo(before);
  }

  @Test
  void aFolderOfThatNameWhichIsNotOursIsLeftAlone() throws IOException {
    file(zeppelin, "interpreter/credit/theirs.jar", "theirs");

    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> official().install(settings))
        .withMessageContaining("interpreter/credit is there already");
    assertThatExceptionOfType(NotebooksException.class).isThrownBy(() -> official().uninstall());
  }

  @Test
  void aPlaceWithoutAZeppelinIsNamed() {
    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> OfficialZeppelin.at(folder, Map.of()))
        .withMessageContaining("ZEPPELIN_HOME is " + folder)
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(2));
  }

  /** Path to content, folders included. */
  private Map<String, String> everything() throws IOException {
    Map<String, String> all = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(zeppelin)) {
      paths.forEach(
          path -> {
            try {
              String name = zeppelin.relativize(path).toString();
              all.put(name, Files.isDirectory(path) ? "a folder" : Files.readString(path));
            } catch (IOException e) {
              throw new UncheckedIOException(e);
            }
          });
    }
    return all;
  }
}
