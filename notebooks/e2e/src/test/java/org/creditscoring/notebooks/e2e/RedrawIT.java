package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.api.io.TempDir;

/** Prints how fast the Client note is over the snapshots that an environment variable names. */
class RedrawIT {
  private static final String SNAPSHOTS = "CREDIT_REDRAW_SNAPSHOTS";
  private static final int CLIENTS = 20;

  /** After the first ones, in which both JVMs compile what they run. */
  private static final int WARM_UP = 10;

  @TempDir private Path folder;

  @Test
  @EnabledIfEnvironmentVariable(
      named = SNAPSHOTS,
      matches = ".+",
      disabledReason = "set CREDIT_REDRAW_SNAPSHOTS to a directory of snapshots to measure redraws")
  void fromTheChangeOfClientToTheLastCard() throws Exception {
    assumeTrue(Browser.installed(), "no chromium and chromedriver: redraws not measured");
    int port = EmbeddedZeppelin.freePort();
    Path token = folder.resolve("made-token");
    Process serving =
        new Launcher(folder)
            .start(
                "serving on http",
                "serve",
                "--snapshots",
                System.getenv(SNAPSHOTS),
                "--port",
                Integer.toString(port),
                "--token-file",
                token.toString());
    URI api = URI.create("http://127.0.0.1:" + port);
    String notebookToken = Files.readString(folder.resolve("notebook-token")).strip();
    try (EmbeddedZeppelin zeppelin = EmbeddedZeppelin.start(folder, api, notebookToken)) {
      List<Integer> clients = clients(api, Files.readString(token).strip());
      assertThat(clients).hasSize(1 + WARM_UP + CLIENTS);
      Redraw.measure(zeppelin, clients.subList(0, 1 + WARM_UP));
      System.out.println(Redraw.measure(zeppelin, clients.subList(WARM_UP, clients.size())));
    } finally {
      serving.destroy();
      serving.waitFor();
    }
  }

  private static List<Integer> clients(URI api, String token) throws Exception {
    String path = "/v1/clients?limit=" + (1 + WARM_UP + CLIENTS);
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(api.resolve(path))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                HttpResponse.BodyHandlers.ofString());
    List<Integer> clients = new ArrayList<>();
    for (JsonNode client : new ObjectMapper().readTree(answer.body()).path("clients")) {
      clients.add(client.path("id").asInt());
    }
    return clients;
  }
}
