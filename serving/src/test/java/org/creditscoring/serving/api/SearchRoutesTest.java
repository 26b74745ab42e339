package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.creditscoring.serving.fixture.SampleClient;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.fixture.TestService.Answer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against the literal clients of the sample, filtered and sorted by the test itself. */
class SearchRoutesTest {
  private static final List<SampleClient> CLIENTS = SampleSnapshot.standard().clients();
  @TempDir static Path snapshots;
  private static TestService service;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void listsClientsByPrefix() {
    JsonNode answer = service.get("/v1/clients?prefix=1000&limit=20").json();
    assertThat(answer.path("clients").toString())
        .isEqualTo(
            "[{\"id\":100002,\"decision\":\"REFUSED\",\"points\":516,\"probability\":0.26894143,\"kind\":\"past\"},"
                + "{\"id\":100003,\"decision\":\"ACCEPTED\",\"points\":582,\"probability\":0.035743125,\"kind\":\"past\"}]");
    assertThat(answer.path("next").isNull()).isTrue();
    assertThat(answer.path("total").intValue()).isEqualTo(2);
    assertThat(answer.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
    assertThat(ids("prefix=1")).containsExactly(100_002, 100_003, 131_071, 131_072);
    assertThat(ids("prefix=13107&limit=1")).containsExactly(131_071);
    assertThat(ids("prefix=456255")).containsExactly(456_255);
    assertThat(ids("prefix=9")).isEmpty();
    assertThat(ids("prefix=0")).isEmpty();
    assertThat(ids("prefix=0100")).isEmpty();
    assertThat(ids("prefix=4562550")).isEmpty();
    assertThat(ids("prefix=9999999999")).isEmpty();
  }

  @Test
  void withoutConditionsItIsEveryClient() {
    JsonNode answer = service.get("/v1/clients").json();
    assertThat(answer.path("clients").size()).isEqualTo(20);
    assertThat(answer.path("total").intValue()).isEqualTo(305);
  }

  @Test
  void filtersByKindDecisionAndRanges() {
    assertThat(ids("kind=past")).containsExactly(100_002, 100_003);
    assertThat(ids("decision=REFUSED")).containsExactly(100_002);
    assertThat(total("kind=current")).isEqualTo(303);
    assertThat(total("decision=ACCEPTED&kind=past")).isEqualTo(1);
    assertThat(ids("minProbability=0.26894143")).containsExactly(100_002);
    assertThat(ids("minProbability=0.0357431&maxProbability=0.035744")).contains(100_003);
    assertThat(ids("minPoints=516&maxPoints=516")).containsExactly(100_002);
    assertThat(total("minPoints=582&maxPoints=582"))
        .isEqualTo(expected(c -> c.points() == 582, Comparator.comparing(SampleClient::id)).size());
  }

  @Test
  void goesThroughEveryPageOnceInOrder() {
    Comparator<SampleClient> byProbability =
        Comparator.comparing(SampleClient::probability).thenComparing(SampleClient::id);
    assertThat(allPages("sort=probability&limit=7")).isEqualTo(expected(c -> true, byProbability));
    assertThat(allPages("sort=-probability&limit=100"))
        .isEqualTo(expected(c -> true, byProbability.reversed()));
    Comparator<SampleClient> byPoints =
        Comparator.comparing(SampleClient::points).thenComparing(SampleClient::id);
    assertThat(allPages("sort=points&limit=31&minPoints=590"))
        .isEqualTo(expected(c -> c.points() >= 590, byPoints));
    assertThat(allPages("sort=-points&limit=31"))
        .isEqualTo(expected(c -> true, byPoints.reversed()));
    assertThat(allPages("sort=-id&limit=100"))
        .isEqualTo(expected(c -> true, Comparator.comparing(SampleClient::id).reversed()));
    assertThat(allPages("near=cut-off&limit=50"))
        .isEqualTo(
            expected(
                c -> true,
                Comparator.<SampleClient, Float>comparing(
                        c -> (float) Math.abs(c.probability() - 1 / 11.0))
                    .thenComparing(SampleClient::id)));
    assertThat(allPages("prefix=20&kind=current&limit=3"))
        .isEqualTo(expected(c -> c.id() / 10_000 == 20, Comparator.comparing(SampleClient::id)));
  }

  @Test
  void aCursorIsOfItsSearchAndSnapshot() {
    String next = service.get("/v1/clients?limit=1").json().path("next").textValue();
    assertThat(ids("limit=2&cursor=" + next)).containsExactly(100_003, 131_071);
    Answer other = service.get("/v1/clients?kind=past&cursor=" + next);
    assertThat(other.status()).isEqualTo(400);
    assertThat(other.json().path("detail").textValue())
        .startsWith("parameter cursor belongs to a search with other parameters");
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
    Answer later =
        service.get("/v1/clients?snapshot=" + SampleSnapshot.OTHER_ID + "&cursor=" + next);
    assertThat(later.status()).isEqualTo(410);
    assertThat(later.json().path("detail").textValue())
        .isEqualTo(
            "parameter cursor is of snapshot 20261122T193200Z-5f0c9a, this is"
                + " 20261123T060000Z-00beef: begin again without it, or go on with"
                + " snapshot=20261122T193200Z-5f0c9a");
  }

  @Test
  void looksUpManyAtOnce() {
    JsonNode answer =
        service.post("/v1/clients/lookup", "{\"ids\":[131071,7,100002,100002,8]}").json();
    assertThat(answer.path("clients").findValuesAsText("id")).containsExactly("131071", "100002");
    assertThat(answer.path("clients").path(1).toString())
        .isEqualTo(
            "{\"id\":100002,\"probability\":0.26894143,\"decision\":\"REFUSED\",\"points\":516,"
                + "\"percentile\":5.5,\"kind\":\"past\"}");
    assertThat(answer.path("unknown").toString()).isEqualTo("[7,8]");
    assertThat(answer.path("snapshotId").textValue()).isEqualTo("20261122T193200Z-5f0c9a");
  }

  @Test
  void takesAThousandIdsAndNoMore() {
    String ids = "1,".repeat(999);
    assertThat(
            service.post("/v1/clients/lookup", "{\"ids\":[" + ids + "2]}").json().path("unknown"))
        .hasSize(2);
    assertThat(service.post("/v1/clients/lookup", "{\"ids\":[" + ids + "2,3]}").status())
        .isEqualTo(400);
  }

  private static List<Integer> ids(String query) {
    return ids(service.get("/v1/clients?" + query).json());
  }

  private static List<Integer> ids(JsonNode answer) {
    List<Integer> ids = new ArrayList<>();
    answer.path("clients").forEach(client -> ids.add(client.path("id").intValue()));
    return ids;
  }

  private static int total(String query) {
    return service.get("/v1/clients?" + query).json().path("total").intValue();
  }

  private static List<Integer> allPages(String query) {
    List<Integer> all = new ArrayList<>();
    String cursor = "";
    do {
      JsonNode page = service.get("/v1/clients?" + query + cursor).json();
      List<Integer> ids = ids(page);
      assertThat(ids).isNotEmpty();
      all.addAll(ids);
      assertThat(page.path("total").intValue()).isGreaterThanOrEqualTo(all.size());
      cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").textValue();
    } while (!cursor.isEmpty());
    return all;
  }

  private static List<Integer> expected(
      Predicate<SampleClient> filter, Comparator<SampleClient> order) {
    return CLIENTS.stream().filter(filter).sorted(order).map(SampleClient::id).toList();
  }
}
