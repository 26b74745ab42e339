package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotebooksSettingsTest {
  @TempDir Path folder;

  @Test
  void everyDefaultIsAsDocumented() {
    NotebooksSettings settings = NotebooksSettings.load(Map.of(), Map.of(), folder);

    assertThat(settings)
        .isEqualTo(
            new NotebooksSettings(
                8080,
                "127.0.0.1",
                List.of(),
                URI.create("http://127.0.0.1:7070"),
                folder.resolve("run/notebook-token"),
                "en",
                folder.resolve("run/zeppelin"),
                folder.resolve("notebooks/zeppelin/target/zeppelin-home"),
                folder.resolve("conf/zeppelin"),
                folder.resolve("data/snapshots"),
                Duration.ofSeconds(60),
                "512m",
                "256m"));
    assertThat(settings.browserAddress()).isEqualTo(URI.create("http://localhost:8080/"));
  }

  @Test
  void aFlagBeatsTheEnvironmentWhichBeatsTheFile() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        folder.resolve("conf/credit.conf"),
        "credit.notebooks { port = 1001, run-dir = a, language = fr, address = \"0.0.0.0\" }");
    Map<String, String> environment =
        Map.of("CREDIT_NOTEBOOKS_PORT", "1002", "CREDIT_NOTEBOOKS_RUN_DIR", "b");

    NotebooksSettings settings =
        NotebooksSettings.load(Map.of("port", "1003"), environment, folder);

    assertThat(settings.port()).isEqualTo(1003);
    assertThat(settings.runDirectory()).isEqualTo(folder.resolve("b"));
    assertThat(settings.language()).isEqualTo("fr");
    assertThat(settings.address()).isEqualTo("0.0.0.0");
  }

  @ParameterizedTest
  @CsvSource({
    "port, 0, a number from 1 to 65535",
    "port, 70000, a number from 1 to 65535",
    "api, ftp://x, an address that begins with http:// or https://",
    "language, de, en or fr",
    "server-memory, much, a heap size such as 512m or 1g",
    "interpreter-memory, -1m, a heap size such as 512m or 1g",
    "start-timeout, 0 s, more than 0 s",
    "address, '', an address of this machine",
    "origins, *, 'scheme, host and port as a browser sends them, such as https://analysts.example'",
    "origins, https://a.example/, 'scheme, host and port as a browser sends them, such as https://analysts.example'"
  })
  void aWrongValueIsNamedWithWhatIsAllowed(String setting, String value, String allowed) {
    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> NotebooksSettings.load(Map.of(setting, value), Map.of(), folder))
        .withMessageContaining(setting)
        .withMessageContaining(allowed)
        .satisfies(problem -> assertThat(problem.exitCode()).isEqualTo(2));
  }

  @Test
  void originsAreAListOrWordsOfTheEnvironment() throws IOException {
    Files.createDirectories(folder.resolve("conf"));
    Files.writeString(
        folder.resolve("conf/credit.conf"),
        "credit.notebooks.origins = [\"https://Analysts.Example:8443\"]");

    assertThat(NotebooksSettings.load(Map.of(), Map.of(), folder).origins())
        .containsExactly("https://analysts.example:8443");
    assertThat(
            NotebooksSettings.load(
                    Map.of(),
                    Map.of("CREDIT_NOTEBOOKS_ORIGINS", "https://a.example, https://b.example"),
                    folder)
                .origins())
        .containsExactly("https://a.example", "https://b.example");
  }

  @Test
  void aTextWhereANumberBelongsIsNamedWithTheFlag() {
    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(() -> NotebooksSettings.load(Map.of("port", "80x"), Map.of(), folder))
        .withMessage(
            "settings of the notebooks: --port: port is 80x, but must be a number from 1 to 65535");
  }

  @Test
  void aTextWhereANumberBelongsIsNamedWithTheVariable() {
    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(
            () ->
                NotebooksSettings.load(
                    Map.of(), Map.of("CREDIT_NOTEBOOKS_START_TIMEOUT", "soon"), folder))
        .withMessageContaining("CREDIT_NOTEBOOKS_START_TIMEOUT")
        .withMessageContaining("soon");
  }

  @ParameterizedTest
  @CsvSource({
    "127.0.0.1, http://127.0.0.1:8080, http://localhost:8080/",
    "0.0.0.0, http://127.0.0.1:8080, http://localhost:8080/",
    "127.0.0.2, http://127.0.0.2:8080, http://127.0.0.2:8080/",
    "'::1', 'http://[0:0:0:0:0:0:0:1]:8080', http://localhost:8080/",
    "192.0.2.7, http://192.0.2.7:8080, http://192.0.2.7:8080/"
  })
  void theBoundAddressIsAsked(String address, URI local, URI browser) {
    NotebooksSettings settings =
        NotebooksSettings.load(Map.of("address", address), Map.of(), folder);

    assertThat(settings.localAddress()).isEqualTo(local);
    assertThat(settings.browserAddress()).isEqualTo(browser);
  }

  @Test
  void aNamedFileThatIsNotThereIsNamed() {
    assertThatExceptionOfType(NotebooksException.class)
        .isThrownBy(
            () -> NotebooksSettings.load(Map.of(), Map.of("CREDIT_CONF", "no.conf"), folder))
        .withMessageContaining(folder.resolve("no.conf").toString());
  }
}
