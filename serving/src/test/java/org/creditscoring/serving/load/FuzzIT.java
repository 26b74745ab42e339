package org.creditscoring.serving.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestTokens;
import org.creditscoring.serving.http.Limits;
import org.creditscoring.serving.http.ServerSettings;
import org.creditscoring.serving.load.RawHttp.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Requests from the OpenAPI document, right and wrong: each is answered, and none is our fault. */
class FuzzIT {
  private static final long SEED = 20_261_125;
  private static final ObjectMapper MAPPER = new ObjectMapper();

  @TempDir Path snapshots;

  @Test
  @Timeout(900)
  void everyRequestIsAnsweredAndNoneIsOurFault() throws IOException {
    SampleSnapshot.standard().publish(snapshots);
    Map<Integer, Integer> answers = new TreeMap<>();
    int cutOff = 0;
    try (TestService service = TestService.start(snapshots, unlimited());
        RawHttp http = new RawHttp(service.port())) {
      Fuzz fuzz = new Fuzz(service.get("/openapi.json").json(), SEED);
      for (int i = 0; i < Effort.requests(); i++) {
        Fuzz.Request request = fuzz.next();
        try {
          Response response = http.send(request.bytes(), request.head());
          check(request, response);
          answers.merge(response.status(), 1, Integer::sum);
        } catch (SocketTimeoutException e) {
          throw new AssertionError("left hanging:\n" + request, e);
        } catch (IOException e) {
          // The answer to a body that is too large may be lost as its rest arrives.
          assertThat(request.large()).as(e + "\n" + request).isTrue();
          cutOff++;
        }
      }
    }
    System.out.printf(
        "%,d fuzzed requests, answers by status: %s, connections cut off in a large body: %d%n",
        Effort.requests(), answers, cutOff);
    assertThat(answers.keySet()).contains(200, 400, 401, 403, 404, 405, 413, 415);
    assertThat(answers.get(200)).isGreaterThan(Effort.requests() / 10);
    assertThat(cutOff).isLessThan(Effort.requests() / 100);
  }

  private static ServerSettings unlimited() {
    return new ServerSettings(
        "127.0.0.1",
        0,
        new Access.WithTokens(TestTokens::all),
        new Limits(16, 64, 1_000_000, Duration.ofSeconds(30)),
        Optional.empty(),
        Set.of());
  }

  private static void check(Fuzz.Request request, Response response) throws IOException {
    assertThat(response.status()).as(request + response.body()).isBetween(200, 499);
    assertThat(response.header("x-content-type-options"))
        .as(request + "\n" + response)
        .isEqualTo("nosniff");
    if (request.head() || response.status() == 204) {
      return;
    }
    if (response.status() >= 400) {
      assertThat(response.header("content-type"))
          .as(request + response.body())
          .isEqualTo("application/problem+json");
      JsonNode problem = MAPPER.readTree(response.body());
      assertThat(problem.path("status").intValue()).isEqualTo(response.status());
      assertThat(problem.path("detail").asText())
          .as(request.toString())
          .isNotBlank()
          .doesNotContain("Exception")
          .doesNotContain("org.")
          .doesNotContain("com.fasterxml")
          .hasSizeLessThan(1_000);
    } else if (response.header("content-type").equals("application/json")) {
      assertThat(MAPPER.readTree(response.body())).as(request.toString()).isNotNull();
    }
  }
}
