package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunDirectoryTest {
  @TempDir Path folder;
  private Path shipped;
  private Path installed;
  private RunDirectory run;
  private NotebooksSettings settings;

  @BeforeEach
  void layOut() throws IOException {
    shipped = Files.createDirectories(folder.resolve("home/notes")).resolve("Client_N1.zpln");
    Files.writeString(shipped, "{\"name\":\"first\"}");
    installed = folder.resolve("run/notebook/Client_N1.zpln");
    Path conf = Files.createDirectories(folder.resolve("conf/zeppelin"));
    Files.copy(Path.of("../../conf/zeppelin/shiro.ini"), conf.resolve("shiro.ini"));
    run = new RunDirectory(folder.resolve("run"));
    settings =
        NotebooksSettings.load(
            Map.of("home", "home", "run-dir", "run", "port", "18081"), Map.of(), folder);
  }

  @Test
  void theFirstStartMakesASignInThatOnlyItsOwnerReads() throws IOException {
    SignIn signIn = run.prepare(settings).orElseThrow();

    assertThat(Files.readString(run.signIn()))
        .contains("analyst " + signIn.password("analyst"), "admin " + signIn.password("admin"))
        .contains("modeller " + signIn.password("modeller"));
    assertThat(permissions("run/sign-in.txt")).isEqualTo("rw-------");
    assertThat(Files.readString(folder.resolve("run/conf/shiro.ini")))
        .contains("analyst = $shiro1$SHA-256$500000$")
        .doesNotContain(signIn.password("analyst"));
  }

  @Test
  void nobodyElseReadsTheRunDirectory() throws IOException {
    run.prepare(settings);

    assertThat(permissions("run")).isEqualTo("rwx------");
    assertThat(permissions("run/conf/shiro.ini")).isEqualTo("rw-------");
  }

  @Test
  void aRunDirectoryThatOthersReadIsClosed() throws IOException {
    run.prepare(settings);
    for (String open : new String[] {"run", "run/conf/shiro.ini"}) {
      Files.setPosixFilePermissions(
          folder.resolve(open), PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    run.prepare(settings);

    assertThat(permissions("run")).isEqualTo("rwx------");
    assertThat(permissions("run/conf/shiro.ini")).isEqualTo("rw-------");
  }

  private String permissions(String path) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(path)));
  }

  @Test
  void aSecondStartKeepsUsersAndFollowsTheSettings() throws IOException {
    run.prepare(settings);
    Path users = folder.resolve("run/conf/shiro.ini");
    Files.writeString(users, Files.readString(users) + "# mine\n");
    NotebooksSettings moved =
        NotebooksSettings.load(
            Map.of("home", "home", "run-dir", "run", "port", "18082"), Map.of(), folder);

    Optional<SignIn> made = run.prepare(moved);

    assertThat(made).isEmpty();
    assertThat(Files.readString(users)).endsWith("# mine\n");
    assertThat(Files.readString(folder.resolve("run/conf/zeppelin-site.xml")))
        .contains("<name>zeppelin.server.port</name><value>18082</value>")
        .contains("<value>http://localhost:18082,http://127.0.0.1:18082</value>");
  }

  /** Where a proxy stands before the dashboard, its address is an origin too. */
  @Test
  void peopleMaySignInFromTheOriginsThatAreSet() throws IOException {
    run.prepare(
        NotebooksSettings.load(
            Map.of("home", "home", "run-dir", "run", "port", "18081"),
            Map.of("CREDIT_NOTEBOOKS_ORIGINS", "https://analysts.example"),
            folder));

    assertThat(Files.readString(folder.resolve("run/conf/zeppelin-site.xml")))
        .contains(
            "<name>zeppelin.server.allowed.origins</name>"
                + "<value>http://localhost:18081,http://127.0.0.1:18081,https://analysts.example</value>");
  }

  @Test
  void aNewVersionOfANoteReplacesTheOldOne() throws IOException {
    run.prepare(settings);
    Files.writeString(shipped, "{\"name\":\"second\"}");

    run.prepare(settings);

    assertThat(installed).hasContent("{\"name\":\"second\"}");
  }

  @Test
  void aNoteThatSomebodyChangedIsKept() throws IOException {
    run.prepare(settings);
    Files.writeString(installed, "{\"name\":\"mine\"}");
    Files.writeString(shipped, "{\"name\":\"second\"}");

    run.prepare(settings);

    assertThat(installed).hasContent("{\"name\":\"mine\"}");
  }

  @Test
  void analystsMayRunAndNotChangeTheNotes() throws IOException {
    run.prepare(settings);

    Config rights =
        ConfigFactory.parseFile(folder.resolve("run/conf/notebook-authorization.json").toFile())
            .getConfig("authInfo.N1");

    assertThat(rights.getStringList("writers")).containsExactly("modeller", "admin");
    assertThat(rights.getStringList("owners")).containsExactly("admin");
    assertThat(rights.getStringList("runners")).containsExactly("analyst", "modeller", "admin");
  }

  @Test
  void aPlaceThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "");

    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> new RunDirectory(file).prepare(settings))
        .withMessageContaining("cannot make the run directory " + file)
        .withMessageContaining("--run-dir");
  }

  @Test
  void freeAnalysisIsNotTheAnalysts() throws IOException {
    Files.writeString(shipped.resolveSibling("Free analysis_CREDIT008.zpln"), "{}");
    run.prepare(settings);

    Config rights =
        ConfigFactory.parseFile(folder.resolve("run/conf/notebook-authorization.json").toFile())
            .getConfig("authInfo.CREDIT008");

    assertThat(rights.getStringList("runners")).containsExactly("modeller", "admin");
    assertThat(rights.getStringList("readers")).containsExactly("modeller", "admin");
  }

  @Test
  void rulesWithoutAPlaceForUsersAreRefused() throws IOException {
    Files.writeString(folder.resolve("conf/zeppelin/shiro.ini"), "[users]\n");

    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> run.prepare(settings))
        .withMessageContaining("%USERS%");
  }
}
