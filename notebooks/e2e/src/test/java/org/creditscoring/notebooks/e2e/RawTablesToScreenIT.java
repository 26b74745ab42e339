package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole way: generate, refresh, serve, HTTP, a Zeppelin paragraph by REST. */
class RawTablesToScreenIT {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          // A schedule that up keeps, due on the next 29 February.
          "CREDIT_SCHEDULE_CRON", "0 30 2 29 2 *",
          // The way is tested here, not the model.
          "CREDIT_PIPELINE_TRAINING_BOOSTER_ETA", "0.1",
          "CREDIT_PIPELINE_TRAINING_BOOSTER_ROUNDS", "100");

  @TempDir private Path folder;

  /** One walk, because each step stands on the one before. */
  @Test
  void aClientGoesFromTheRawTablesToTheScreen() throws IOException, InterruptedException {
    Launcher credit = new Launcher(folder, ENVIRONMENT);
    Launcher.Ended generated = credit.run("generate", "--clients", "4000");
    assertThat(generated.code()).as(generated.output()).isZero();

    Launcher.Ended refreshed = credit.run("refresh");
    assertThat(refreshed.code()).as(refreshed.output()).isZero();
    assertThat(refreshed.output()).contains("there is no model").contains(": 4,634 clients");

    isWholeAndNothingIsMissing(credit);
    serves(credit);
    upReusesWhatIsThereAndEndsWhatItStarted(credit);
  }

  /** Ports are left out: on the machine of a test they may be anybody's. */
  private void isWholeAndNothingIsMissing(Launcher credit)
      throws IOException, InterruptedException {
    Launcher.Ended verified = credit.run("snapshots", "verify");
    assertThat(verified.code()).as(verified.output()).isZero();
    assertThat(verified.output()).contains("4,634 clients, every hash and invariant holds");

    Launcher.Ended examined = credit.run("doctor", "--json");
    Map<String, String> levels = new TreeMap<>();
    for (JsonNode finding : JSON.readTree(examined.output())) {
      levels.put(finding.path("what").asText(), finding.path("level").asText());
    }
    assertThat(levels)
        .as(examined.output())
        .containsEntry("java", "ok")
        .containsEntry("xgboost", "ok")
        .containsEntry("raw tables", "ok")
        .containsEntry("model", "ok")
        .containsEntry("snapshot", "ok")
        .containsEntry("API snapshot", "ok")
        .containsEntry("zeppelin", "ok")
        .containsKeys("memory", "disk", "rights", "API port", "API tokens", "dashboard port");
  }

  private void serves(Launcher credit) throws IOException, InterruptedException {
    int port = EmbeddedZeppelin.freePort();
    Path token = folder.resolve("made-token");
    Process serving =
        credit.start(
            "serving on http",
            "serve",
            "--port",
            Integer.toString(port),
            "--token-file",
            token.toString());
    try {
      answersAgree(
          URI.create("http://127.0.0.1:" + port),
          Files.readString(token).strip(),
          Files.readString(folder.resolve("notebook-token")).strip());
    } finally {
      serving.destroy();
      serving.waitFor();
    }
  }

  private void upReusesWhatIsThereAndEndsWhatItStarted(Launcher credit)
      throws IOException, InterruptedException {
    int port = EmbeddedZeppelin.freePort();
    int notebookPort = EmbeddedZeppelin.freePort();
    Process up =
        credit.start(
            "Ctrl-C ends it all",
            "up",
            "--port",
            Integer.toString(port),
            "--notebook-port",
            Integer.toString(notebookPort));
    List<ProcessHandle> started = up.descendants().toList();
    try {
      assertThat(credit.output("up"))
          .contains("serving the snapshot that is there")
          .contains("http://127.0.0.1:" + port + "/docs")
          .contains("http://localhost:" + notebookPort + "/")
          .containsPattern("client [0-9]{6}")
          .contains("synthetic data")
          .containsPattern("Schedule +0 30 2 29 2 \\* .*; next [0-9]{4}-02-29 02:30:00")
          .contains("token: in " + folder.resolve("run/api-token"))
          .contains("password in " + folder.resolve("run/zeppelin/sign-in.txt"))
          .doesNotContain("[1] read raw tables")
          .as("secrets in a file")
          .doesNotContain(Files.readString(folder.resolve("run/api-token")).strip())
          .doesNotContain(analystsPassword());
      assertThat(status(URI.create("http://127.0.0.1:" + port + "/health/ready"))).isEqualTo(200);
      assertThat(status(URI.create("http://localhost:" + notebookPort + "/"))).isEqualTo(200);
      // The service, the dashboard's launcher, Zeppelin's server and the scheduler.
      assertThat(started).hasSizeGreaterThanOrEqualTo(4);
    } finally {
      up.destroy();
    }
    assertThat(up.waitFor()).isEqualTo(143);
    assertThat(started).noneMatch(ProcessHandle::isAlive);
  }

  private String analystsPassword() throws IOException {
    return Files.readAllLines(folder.resolve("run/zeppelin/sign-in.txt")).stream()
        .filter(line -> line.startsWith("analyst "))
        .map(line -> line.substring("analyst ".length()))
        .findFirst()
        .orElseThrow();
  }

  private static int status(URI address) throws IOException, InterruptedException {
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private void answersAgree(URI api, String token, String notebookToken)
      throws IOException, InterruptedException {
    assertThat(ask(api, "/v1/snapshot", token).path("synthetic").asBoolean()).isTrue();
    int id = ask(api, "/v1/clients?limit=1", token).path("clients").get(0).path("id").asInt();
    JsonNode explanation = ask(api, "/v1/clients/" + id + "/explanation", token);
    double sum = explanation.path("baseValue").asDouble();
    for (JsonNode each : explanation.path("contributions")) {
      sum += each.path("contribution").asDouble();
    }
    double margin = explanation.path("margin").asDouble();
    assertThat(sum).isCloseTo(margin, within(1e-4));
    assertThat(explanation.path("probability").asDouble())
        .isCloseTo(1 / (1 + Math.exp(-margin)), within(1e-6));

    String decision = ask(api, "/v1/clients/" + id, token).path("decision").asText();
    try (EmbeddedZeppelin zeppelin = EmbeddedZeppelin.start(folder, api, notebookToken)) {
      Analyst modeller = Analyst.signIn(zeppelin, "modeller");
      for (String note : modeller.notes()) {
        for (JsonNode paragraph : modeller.note(note).path("paragraphs")) {
          String text = paragraph.path("text").asText();
          JsonNode result =
              modeller.run(
                  note,
                  paragraph.path("id").asText(),
                  Map.of("client", Integer.toString(id), "lang", "fr"));
          assertThat(result.path("code").asText()).as(text + ": " + result).isEqualTo("SUCCESS");
          if (text.startsWith("%credit decision")) {
            assertThat(result.toString())
                .contains("ACCEPTED".equals(decision) ? "Crédit accordé" : "Crédit refusé")
                .contains("client " + id);
          }
        }
      }
    }
  }

  private static JsonNode ask(URI api, String path, String token)
      throws IOException, InterruptedException {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(api.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(path + ": " + answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body());
  }
}
