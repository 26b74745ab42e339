package org.creditscoring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GenerateCommandTest {
  private final Map<String, String> environment = new HashMap<>();
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;

  private int run(String... args) {
    return GenerateCommand.run(
        environment,
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private String raw() {
    return directory.resolve("raw").toString();
  }

  @Test
  void writesEveryTableAndSaysSo() {
    int code = run("--clients", "70", "--seed", "5", "--raw", raw());
    assertThat(err.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(code).isZero();
    for (Table table : HomeCredit.all()) {
      assertThat(directory.resolve("raw").resolve(table.fileName())).exists();
      assertThat(out.toString(StandardCharsets.UTF_8)).contains(table.name());
    }
    // 70 × 48,744 / 307,511 = 11.1
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("70 past and 11 current clients");
    assertThat(Synthetic.isMarked(directory.resolve("raw"))).isTrue();
  }

  @Test
  void doesNotOverwriteTablesUnlessForced() throws IOException {
    Path raw = Files.createDirectory(directory.resolve("raw"));
    Path mine = Files.writeString(raw.resolve("bureau.csv.gz"), "mine");
    Path other = Files.writeString(raw.resolve("notes.csv"), "not a raw table");
    assertThat(run("--clients", "20", "--raw", raw())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(raw(), "--force");
    assertThat(mine).hasContent("mine");
    assertThat(Synthetic.isMarked(raw)).isFalse();

    assertThat(run("--clients", "20", "--raw", raw(), "--force")).isZero();
    assertThat(mine).doesNotExist();
    assertThat(other).hasContent("not a raw table");
    assertThat(raw.resolve("bureau.csv")).exists();
  }

  @ParameterizedTest
  @CsvSource({
    "--clients,0,clients is 0",
    "--clients,many,many",
    "--current,-1,--current is -1",
    "--seed,x,x",
    "--clients,30000000,20 million",
    "--colour,red,--colour"
  })
  void badArgumentsAreNamed(String option, String value, String said) {
    assertThat(run(option, value, "--raw", raw())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(said).doesNotContain("\tat ");
    assertThat(directory.resolve("raw")).doesNotExist();
  }

  @Test
  void aFileInTheDirectorysPlaceIsNamed() throws IOException {
    Files.writeString(directory.resolve("raw"), "a file");
    assertThat(run("--clients", "20", "--raw", raw())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains(raw(), "a file, not a directory");
  }

  @Test
  void theEnvironmentComesBeforeTheFileWhichComesBeforeTheDefaults() throws IOException {
    Path conf = directory.resolve("some.conf");
    Files.writeString(conf, "credit.generator { clients = 30, current = 4, seed = 9 }");
    environment.put("CREDIT_CONF", conf.toString());
    environment.put("CREDIT_GENERATOR_CLIENTS", "25");
    environment.put("CREDIT_HOME", directory.toString());
    assertThat(run()).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("25 past and 4 current clients", "seed 9");
    assertThat(directory.resolve("data/raw/bureau.csv")).exists();
  }

  @Test
  void aSettingsFileThatWasNamedMustBeThere() {
    environment.put("CREDIT_CONF", directory.resolve("none.conf").toString());
    assertThat(run("--raw", raw())).isEqualTo(2);
    assertThat(err.toString(StandardCharsets.UTF_8)).contains("none.conf, which is not there");
  }

  @Test
  void helpNamesTheExitCodes() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString(StandardCharsets.UTF_8)).contains("--clients", "Exit codes");
  }

  @Test
  void aSettingThatThereIsNotIsNamed() throws IOException {
    Path conf = directory.resolve("some.conf");
    Files.writeString(conf, "credit.generator {\n  client = 30\n}");
    environment.put("CREDIT_CONF", conf.toString());

    assertThat(run("--raw", raw())).isEqualTo(2);

    assertThat(err.toString(StandardCharsets.UTF_8))
        .contains("some.conf: 2: there is no setting credit.generator.client;")
        .contains("clients, current, gzip, raw, seed, threads");
    assertThat(directory.resolve("raw")).doesNotExist();
  }
}
