package org.creditscoring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FidelityCommandTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir Path directory;
  private Path profile;

  @BeforeEach
  void profile() throws IOException {
    profile =
        Files.writeString(
            directory.resolve("profile.json"),
            "{\"bureau\": {\"rows\": 9, \"columns\": {\"CREDIT_ACTIVE\": {\"frequencies\": {\"Sold\": 1}}}}}");
  }

  private int run(String... args) {
    return FidelityCommand.run(
        Map.of("CREDIT_HOME", directory.toString()),
        new PrintStream(out, true, StandardCharsets.UTF_8),
        new PrintStream(err, true, StandardCharsets.UTF_8),
        args);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  private Path raw(String lines) throws IOException {
    Path raw = Files.createDirectories(directory.resolve("data/raw"));
    Files.writeString(raw.resolve("bureau.csv"), lines);
    return raw;
  }

  @Test
  void saysWhatIsWorst() throws IOException {
    raw("SK_ID_CURR,SK_ID_BUREAU,CREDIT_ACTIVE\n1,1,Active\n1,2,Sold\n");
    assertThat(run("--profile", profile.toString())).isZero();
    assertThat(err()).isEmpty();
    // Half of the rows would have to change: 0.5 over 0.02
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("bureau                            2 rows", "25.0  bureau.CREDIT_ACTIVE");
  }

  @Test
  void withoutTablesThereIsNothingToCompare() {
    assertThat(run("--profile", profile.toString(), "--raw", directory.toString())).isEqualTo(2);
    assertThat(err()).contains("holds no raw tables", "--raw");
  }

  @Test
  void wrongUseIsNamed() {
    assertThat(run()).isEqualTo(2);
    assertThat(err()).contains("--profile");
    assertThat(run("--profile", profile.toString(), "--worst", "0")).isEqualTo(2);
    assertThat(err()).contains("--worst is 0");
  }

  @Test
  void aProfileOrATableThatCannotBeReadIsNamed() throws IOException {
    Path raw = raw("SK_ID_CURR,SK_ID_BUREAU\n1,1\n");
    assertThat(run("--profile", profile.toString())).isEqualTo(3);
    assertThat(err()).contains("bureau.csv has no column CREDIT_ACTIVE");
    assertThat(run("--raw", raw.toString(), "--profile", directory + "/none.json")).isEqualTo(3);
    assertThat(err()).contains("none.json").doesNotContain("\tat ");
  }
}
