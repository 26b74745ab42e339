package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two {@code ./credit schedule} on one directory for five minutes, a refresh due every twenty
 * seconds; the one that runs a refresh is killed at half time. Part of {@code mvn verify -Pfault};
 * the pipeline's ScheduleIT is its short form.
 */
@EnabledIfSystemProperty(
    named = "fault.full",
    matches = "true",
    disabledReason = "mvn verify -Pfault")
class TwoSchedulersIT {
  private static final Duration LASTS = Duration.ofMinutes(5);
  private static final int EVERY = 20;
  private static final int ENDED_BY_SIGTERM = 128 + 15;
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir Path folder;
  private Path run;

  @Test
  void neverTwoRefreshesAtOnceAndEveryDueTimeIsRunOrOverrun()
      throws IOException, InterruptedException {
    Launcher credit = new Launcher(Files.createDirectory(folder.resolve("shared")));
    assertThat(credit.run("generate", "--clients", "4000").code()).isZero();
    Launcher.Ended trained = credit.run("refresh");
    assertThat(trained.code()).as(trained.output()).isZero();
    run = folder.resolve("shared/run");
    Files.delete(run.resolve("refresh.jsonl"));

    Process first = scheduler("first").begin("schedule");
    Process second = scheduler("second").begin("schedule");
    Process left;
    try {
      pass(LASTS.dividedBy(2));
      JsonNode open = waitForARefresh();
      Process killed = open.path("pid").asLong() == first.pid() ? first : second;
      left = killed == first ? second : first;
      killed.destroyForcibly().waitFor();
      pass(LASTS.dividedBy(2));
      left.destroy();
      assertThat(left.waitFor()).isEqualTo(ENDED_BY_SIGTERM);
    } finally {
      first.destroy();
      second.destroy();
    }

    List<JsonNode> ledger = lines("schedule.jsonl");
    List<Instant> accounted = accounted(ledger);
    assertThat(accounted).isEqualTo(due(ledger, accounted.get(accounted.size() - 1)));
    assertThat(ofKind(ledger, "missed")).isEmpty();
    assertThat(ofKind(ledger, "ended")).hasSameSizeAs(ofKind(ledger, "started"));
    assertThat(ofKind(ledger, "started"))
        .anyMatch(started -> started.path("pid").asLong() == left.pid());
    int refreshes = neverTwoAtOnce();
    System.out.printf(
        "two schedulers: %d due times in %d s, %d run (%s), %d overrun, none missed, none twice;"
            + " %d refreshes by their own log, never two at once; one scheduler killed%n",
        accounted.size(),
        LASTS.toSeconds(),
        ofKind(ledger, "started").size(),
        outcomes(ledger),
        ofKind(ledger, "overrun").size(),
        refreshes);
  }

  /** In folders of their own, on the data and the directory of one. */
  private Launcher scheduler(String name) throws IOException {
    Path shared = folder.resolve("shared");
    Map<String, String> environment = new HashMap<>();
    environment.put("CREDIT_RUN", run.toString());
    for (String place : List.of("raw", "snapshots", "models", "cache")) {
      environment.put(
          "CREDIT_PIPELINE_" + place.toUpperCase(Locale.ROOT), shared.resolve(place).toString());
    }
    environment.put("CREDIT_SCHEDULE_CRON", "*/" + EVERY + " * * * * *");
    environment.put("CREDIT_SCHEDULE_ZONE", "Europe/Paris");
    return new Launcher(Files.createDirectory(folder.resolve(name)), environment);
  }

  /** A refresh that has begun and not ended. */
  private JsonNode waitForARefresh() throws IOException, InterruptedException {
    while (true) {
      List<JsonNode> ledger = lines("schedule.jsonl");
      List<JsonNode> started = ofKind(ledger, "started");
      if (started.size() > ofKind(ledger, "ended").size()) {
        return started.get(started.size() - 1);
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
  }

  private static List<Instant> accounted(List<JsonNode> ledger) {
    return Stream.concat(ofKind(ledger, "started").stream(), ofKind(ledger, "overrun").stream())
        .map(line -> Instant.parse(line.path("due").asText()))
        .sorted()
        .toList();
  }

  /** What the expression means, counted by hand: whole multiples of twenty seconds. */
  private static List<Instant> due(List<JsonNode> ledger, Instant last) {
    long began = Instant.parse(ledger.get(0).path("at").asText()).getEpochSecond();
    Instant first = Instant.ofEpochSecond((began / EVERY + 1) * EVERY);
    return Stream.iterate(first, due -> !due.isAfter(last), due -> due.plusSeconds(EVERY)).toList();
  }

  /** By what the refreshes themselves have logged of their stages. */
  private int neverTwoAtOnce() throws IOException {
    Map<String, Instant[]> spans = new TreeMap<>();
    for (JsonNode stage : lines("refresh.jsonl")) {
      Instant begin = Instant.parse(stage.path("started").asText());
      Instant end = begin.plusMillis((long) (stage.path("seconds").asDouble() * 1000));
      spans.merge(
          stage.path("refresh").asText(),
          new Instant[] {begin, end},
          (one, other) ->
              new Instant[] {
                one[0].isBefore(other[0]) ? one[0] : other[0],
                one[1].isAfter(other[1]) ? one[1] : other[1]
              });
    }
    List<Instant[]> inOrder = new ArrayList<>(spans.values());
    inOrder.sort((one, other) -> one[0].compareTo(other[0]));
    for (int i = 1; i < inOrder.size(); i++) {
      assertThat(inOrder.get(i)[0]).isAfterOrEqualTo(inOrder.get(i - 1)[1]);
    }
    return inOrder.size();
  }

  private static Map<String, Integer> outcomes(List<JsonNode> ledger) {
    Map<String, Integer> outcomes = new TreeMap<>();
    ofKind(ledger, "ended")
        .forEach(ended -> outcomes.merge(ended.path("outcome").asText(), 1, Integer::sum));
    return outcomes;
  }

  private static List<JsonNode> ofKind(List<JsonNode> ledger, String event) {
    return ledger.stream().filter(line -> line.path("event").asText().equals(event)).toList();
  }

  private List<JsonNode> lines(String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(run.resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }

  private static void pass(Duration time) throws InterruptedException {
    TimeUnit.MILLISECONDS.sleep(time.toMillis());
  }
}
