package org.creditscoring.serving.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class MainTest {
  @TempDir Path directory;

  private record Outcome(int code, String out, String err) {}

  private Outcome run(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine commandLine = Main.commandLine(arguments);
    commandLine.setOut(new PrintWriter(out));
    commandLine.setErr(new PrintWriter(err));
    int code = commandLine.execute(arguments);
    return new Outcome(code, out.toString(), err.toString());
  }

  private String snapshots() {
    return directory.resolve("snapshots").toString();
  }

  private String token() {
    return directory.resolve("run/api-token").toString();
  }

  @Test
  void nothingToServeIs4AndSaysWhatPublishes() throws IOException {
    Outcome absent = run("serve", "--snapshots", snapshots(), "--token-file", token());
    assertThat(absent.code()).isEqualTo(4);
    assertThat(absent.err()).contains(snapshots()).contains("./credit refresh");
    Files.createDirectories(Path.of(snapshots()));
    Outcome empty = run("client", "100002", "--snapshots", snapshots());
    assertThat(empty.code()).isEqualTo(4);
    assertThat(empty.err()).contains("./credit refresh");
  }

  @Test
  void aSnapshotThatCannotBeServedIs3() throws IOException {
    Path written = SampleSnapshot.standard().publish(Path.of(snapshots()));
    Files.delete(written.resolve("features.parquet"));
    Outcome outcome = run("serve", "--snapshots", snapshots(), "--token-file", token());
    assertThat(outcome.code()).isEqualTo(3);
    assertThat(outcome.err()).contains("features.parquet is missing");
    Files.writeString(Path.of(snapshots()).resolve("CURRENT"), "nonsense\n");
    Outcome current = run("client", "100002", "--snapshots", snapshots());
    assertThat(current.code()).isEqualTo(3);
    assertThat(current.err()).contains("CURRENT names no snapshot: 'nonsense'");
  }

  @Test
  void helpNamesEveryCommandAndEachCommandHelps() {
    assertThat(run("--help").out()).contains("serve", "client", "token", "doctor");
    assertThat(run("serve", "--help").out()).contains("--no-auth").contains("Exit codes:");
    assertThat(run("token", "create", "--help").out()).contains("credit token create");
  }

  @Test
  void aPortInUseIs2AndNamesIt() throws IOException {
    SampleSnapshot.standard().publish(Path.of(snapshots()));
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      String port = Integer.toString(taken.getLocalPort());
      Outcome outcome =
          run("serve", "--snapshots", snapshots(), "--token-file", token(), "--port", port);
      assertThat(outcome.code()).isEqualTo(2);
      assertThat(outcome.err()).contains("port " + port).contains("take another with --port");
      assertThat(outcome.err()).doesNotContain("Exception");
    }
  }

  @Test
  void noAuthIsForThisMachineOnly() {
    SampleSnapshot.standard().publish(Path.of(snapshots()));
    Outcome outcome = run("serve", "--snapshots", snapshots(), "--no-auth", "--host", "0.0.0.0");
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains("host 0.0.0.0 needs a token");
  }

  @Test
  void tokensAreMadeNamedAndTakenBack() {
    String registry = directory.resolve("tokens.json").toString();
    Outcome created =
        run(
            "token",
            "create",
            "--name",
            "batch",
            "--role",
            "reader",
            "--expires",
            "90d",
            "--tokens",
            registry);
    assertThat(created.code()).isZero();
    assertThat(created.out()).matches("[A-Za-z0-9_-]{43}\\R");
    assertThat(created.err()).contains("token batch, role reader, expires ");
    Outcome again =
        run("token", "create", "--name", "batch", "--role", "admin", "--tokens", registry);
    assertThat(again.code()).isEqualTo(2);
    assertThat(again.err()).contains("there is a token named batch already");
    Outcome listed = run("token", "list", "--tokens", registry);
    assertThat(listed.code()).isZero();
    assertThat(listed.out())
        .containsPattern("batch +reader +\\S+Z +\\S+Z\\R")
        .doesNotContain(created.out().strip());
    assertThat(run("token", "revoke", "batch", "--tokens", registry).code()).isZero();
    Outcome gone = run("token", "revoke", "batch", "--tokens", registry);
    assertThat(gone.code()).isEqualTo(2);
    assertThat(gone.err()).contains("there is no token named 'batch'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "token create --name A --role reader | begins with a letter or digit, is 'A'",
        "token create --name a --role king | --role must be one of reader, notebook, analyst, admin, is 'king'",
        "token create --name a --role reader --expires soon | --expires must be a span such as 90d, 12h or 30m, is 'soon'",
        "token create --name a | --role",
        "token list | there is no token registry",
        "token nonsense | nonsense"
      })
  void wrongUseOfTokensIs2AndNamesWhat(String arguments, String words) {
    List<String> all = new ArrayList<>(List.of(arguments.split(" ")));
    all.addAll(List.of("--tokens", directory.resolve("tokens.json").toString()));
    Outcome outcome = run(all.toArray(String[]::new));
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(words).doesNotContain("Exception");
    assertThat(directory.resolve("tokens.json")).doesNotExist();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "serve --port x | --port",
        "serve --port 70000 | port must be from 0 to 65535, is 70000",
        "serve --nonsense | --nonsense",
        "client abc | abc",
        "client 100002 --lang de | --lang must be en or fr, is 'de'",
        "client 7 | there is no client 7 in snapshot 20261122T193200Z-5f0c9a",
        "nonsense | nonsense"
      })
  void wrongUseIs2AndNamesWhat(String arguments, String words) {
    SampleSnapshot.standard().publish(Path.of(snapshots()));
    String[] split = arguments.split(" ");
    String[] all = split;
    if (!split[0].equals("nonsense")) {
      all = java.util.Arrays.copyOf(split, split.length + 2);
      all[split.length] = "--snapshots";
      all[split.length + 1] = snapshots();
    }
    Outcome outcome = run(all);
    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.err()).contains(words).contains("--help").doesNotContain("\tat ");
  }

  @Test
  void showsAClientInTheTerminal() {
    SampleSnapshot.standard().publish(Path.of(snapshots()));
    Outcome english = run("client", "100002", "--snapshots", snapshots());
    assertThat(english.code()).isZero();
    assertThat(english.out())
        .contains("Client 100002")
        .contains("REFUSED")
        .contains("Synthetic data")
        .contains("Reasons")
        .contains("26.9%")
        .contains("516 points")
        .contains("Age: 26 years (typically 43 years). This raises the risk.")
        .contains("20261122T193200Z-5f0c9a");
    Outcome french = run("client", "100003", "--snapshots", snapshots(), "--lang", "fr");
    assertThat(french.out())
        .contains("ACCORDÉ")
        .contains("Données synthétiques")
        .contains("des anciens clients")
        .contains("Motifs")
        .contains("Scores de sources externes");
  }

  @Test
  void showsSomeClientWhenNoneIsNamed() {
    SampleSnapshot.standard().publish(Path.of(snapshots()));
    Outcome outcome = run("client", "--snapshots", snapshots());
    assertThat(outcome.code()).isZero();
    assertThat(outcome.out()).startsWith("Client 100002  REFUSED");
  }

  @Test
  void realClientsAreNotCalledSynthetic() {
    Path written = SampleSnapshot.standard().publish(Path.of(snapshots()));
    Seal.of(written, 305).with("synthetic", false).write();
    Outcome outcome = run("client", "100002", "--snapshots", snapshots());
    assertThat(outcome.out()).contains("Client 100002").doesNotContainIgnoringCase("synthetic");
  }
}
