package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hourly, by a clock that a test sets, with a shell script in the place of the refresh. */
class SchedulerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  @TempDir Path home;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private final Map<String, Object> set = new HashMap<>(Map.of("cron", "0 0 * * * *"));
  private Instant now = at("01:30");
  private Scheduler scheduler;

  @AfterEach
  void end() throws IOException {
    if (scheduler != null) {
      scheduler.close();
    }
  }

  @Test
  void aDueTimeIsRunAndWhatCameOfItIsOnRecord() throws Exception {
    refresh(
        "echo \"$@\" > arguments; echo hello",
        "echo '{\"outcome\":\"published\",\"snapshotId\":\"20260501T020500Z-0a\"}' > \"$2\"");
    begin();
    scheduler.look();
    assertThat(entries()).hasSize(1);

    now = at("02:00");
    scheduler.look();
    Entry.Ended ended = ended();

    assertThat(ended.due()).isEqualTo(at("02:00"));
    assertThat(ended.exitCode()).isZero();
    assertThat(ended.outcome()).isEqualTo("published");
    assertThat(ended.snapshotId()).isEqualTo("20260501T020500Z-0a");
    Path report = home.resolve("run/reports/20260501T020000Z.json");
    assertThat(home.resolve("arguments")).hasContent("--report " + report + "\n");
    Path output = home.resolve("run/reports/20260501T020000Z.log");
    assertThat(output).hasContent("hello\n");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(output)))
        .isEqualTo("rw-------");
    assertThat(told.toString(StandardCharsets.UTF_8))
        .contains("due 2026-05-01 02:00:00Z: a refresh runs")
        .contains("due 2026-05-01 02:00:00Z: published 20260501T020500Z-0a, exit code 0 after");
    // Looked at again, the due time is not run again.
    scheduler.look();
    assertThat(entries()).filteredOn(Entry.Started.class::isInstance).hasSize(1);
  }

  @Test
  void theHooksAreToldWhatCameOfIt() throws Exception {
    refresh("exit 3");
    set.put("onSuccess", List.of("./hook", "good"));
    set.put("onFailure", List.of("./hook", "bad"));
    script("hook", "env | grep ^CREDIT_REFRESH_ | sort > facts; echo \"$1\" > called");
    begin();
    now = at("02:00");
    scheduler.look();
    ended();

    waitFor(() -> Files.exists(home.resolve("called")) && Files.size(home.resolve("called")) > 0);
    assertThat(home.resolve("called")).hasContent("bad\n");
    assertThat(Files.readAllLines(home.resolve("facts")))
        .contains(
            "CREDIT_REFRESH_DUE=2026-05-01T02:00:00Z",
            "CREDIT_REFRESH_EXIT_CODE=3",
            "CREDIT_REFRESH_OUTCOME=failed",
            "CREDIT_REFRESH_REPORT=" + home.resolve("run/reports/20260501T020000Z.json"));
  }

  @Test
  void aHookThatFailsOrTakesTooLongIsOnRecordAndChangesNothing() throws Exception {
    refresh("true");
    set.put("onSuccess", List.of("./hook"));
    set.put("hookTimeout", "1s");
    script("hook", "exit 9");
    begin();
    now = at("02:00");
    scheduler.look();
    assertThat(find(Entry.HookFailed.class::isInstance))
        .isEqualTo(new Entry.HookFailed(now, now, "onSuccess", "exit code 9"));

    script("hook", "sleep 60");
    now = at("03:00");
    scheduler.look();
    assertThat(find(entry -> entry instanceof Entry.HookFailed failed && failed.due().equals(now)))
        .asString()
        .contains("ended after 1 s, as credit.schedule.hookTimeout says");

    Files.delete(home.resolve("hook"));
    now = at("04:00");
    scheduler.look();
    assertThat(find(entry -> entry instanceof Entry.HookFailed failed && failed.due().equals(now)))
        .asString()
        .contains("cannot be started");
  }

  @Test
  void aRefreshThatTakesTooLongIsEndedWithAllThatItStarted() throws Exception {
    refresh("sleep 600 & echo $! > child; wait");
    set.put("timeout", "1s");
    begin();
    now = at("02:00");
    scheduler.look();

    Entry.Ended ended = ended();

    assertThat(ended.exitCode()).isEqualTo(128 + 15);
    assertThat(ended.outcome()).isEqualTo("failed");
    assertThat(ended.note()).isEqualTo("ended after 1 s, as credit.schedule.timeout says");
    long child = Long.parseLong(Files.readString(home.resolve("child")).strip());
    waitFor(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
  }

  @Test
  void oneThatCannotBeStartedIsAFailedRunAndTheNextOneIsTried() throws Exception {
    begin();
    now = at("02:00");
    scheduler.look();
    assertThat(ended())
        .extracting(Entry.Ended::exitCode, Entry.Ended::outcome)
        .containsExactly(127, "failed");
    assertThat(ended().note()).contains("could not be started").contains("refresh");

    refresh("true");
    now = at("03:00");
    scheduler.look();
    assertThat(find(entry -> entry instanceof Entry.Ended ended && ended.due().equals(now)))
        .extracting(entry -> ((Entry.Ended) entry).exitCode())
        .isEqualTo(0);
  }

  @Test
  void toldToStopItEndsTheRefreshFirst() throws Exception {
    refresh("sleep 600");
    begin();
    now = at("02:00");
    scheduler.look();

    scheduler.close();

    assertThat(ended().note()).isEqualTo("the scheduler was told to stop");
    assertThat(ended().exitCode()).isEqualTo(128 + 15);
    scheduler = null;
  }

  @Test
  void aRefreshThatOutlivesItsSchedulerKeepsOthersFromRunning() throws Exception {
    refresh("true");
    Process orphan = new ProcessBuilder("sleep", "600").start();
    Ledger ledger = ledger();
    Files.createDirectories(home.resolve("run"));
    settings();
    ledger.append(new Entry.Began(at("01:00"), settings().schedule().toString(), host(), 1));
    ledger.append(new Entry.Started(at("01:00"), at("01:00"), host(), 1));
    ledger.append(
        new Entry.Running(
            at("01:00"), at("01:00"), orphan.pid(), orphan.info().startInstant().orElseThrow()));
    set.put("timeout", "0s");
    begin();
    now = at("02:00");
    scheduler.look();
    assertThat(entries())
        .contains(new Entry.Overrun(now, now, at("01:00"), ScheduleSettings.Overrun.SKIP));

    orphan.destroyForcibly().waitFor();
    now = at("03:00");
    scheduler.look();

    assertThat(entries())
        .anySatisfy(
            entry -> {
              assertThat(entry).isInstanceOf(Entry.Ended.class);
              assertThat(((Entry.Ended) entry).due()).isEqualTo(at("01:00"));
              assertThat(((Entry.Ended) entry).note()).contains("died with its scheduler");
            });
    assertThat(find(entry -> entry instanceof Entry.Ended ended && ended.due().equals(now)))
        .isNotNull();
  }

  @Test
  void whatCannotBePutOnRecordIsTakenUpWhenItCan() throws Exception {
    refresh("true");
    begin();
    Path ledger = Scheduler.ledger(home.resolve("run"));
    Path away = home.resolve("away");
    Files.move(ledger, away);
    Files.createDirectory(ledger);
    now = at("02:00");

    scheduler.look();
    scheduler.look();

    assertThat(told.toString(StandardCharsets.UTF_8).lines())
        .filteredOn(line -> line.startsWith("the schedule cannot go on for now"))
        .hasSize(1);
    Files.delete(ledger);
    Files.move(away, ledger);
    scheduler.look();
    assertThat(ended().due()).isEqualTo(at("02:00"));
  }

  @Test
  void onlySoManyReportsAreKept() throws Exception {
    refresh("touch \"$2\"");
    set.put("keepReports", 2);
    begin();
    for (int hour = 2; hour <= 5; hour++) {
      now = at("0" + hour + ":00");
      scheduler.look();
      find(entry -> entry instanceof Entry.Ended ended && ended.due().equals(now));
    }

    try (var files = Files.list(home.resolve("run/reports"))) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "20260501T040000Z.json",
              "20260501T040000Z.log",
              "20260501T050000Z.json",
              "20260501T050000Z.log");
    }
  }

  private void begin() throws IOException {
    scheduler =
        new Scheduler(settings(), () -> now, new PrintStream(told, true, StandardCharsets.UTF_8));
    scheduler.begin();
  }

  private ScheduleSettings settings() {
    Map<String, Object> all = new HashMap<>();
    set.forEach((key, value) -> all.put("credit.schedule." + key, value));
    all.put("credit.schedule.command", List.of("./refresh"));
    all.put("credit.schedule.zone", "UTC");
    return ScheduleSettings.of(
        ConfigFactory.parseMap(all).withFallback(ConfigFactory.defaultReference()).resolve(), home);
  }

  private void refresh(String... lines) throws IOException {
    script("refresh", lines);
  }

  private void script(String name, String... lines) throws IOException {
    // Renamed into place: a program that still runs cannot be written.
    Path aside =
        Files.writeString(home.resolve("aside"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(aside, PosixFilePermissions.fromString("rwx------"));
    Files.move(aside, home.resolve(name), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
  }

  private Entry.Ended ended() throws Exception {
    return (Entry.Ended) find(Entry.Ended.class::isInstance);
  }

  /** Looks until there is such an entry. */
  private Entry find(Predicate<Entry> wanted) throws Exception {
    waitFor(
        () -> {
          scheduler.look();
          return entries().stream().anyMatch(wanted);
        });
    return entries().stream().filter(wanted).findFirst().orElseThrow();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private static void waitFor(Condition condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now()).as("waited in vain").isBefore(end);
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  private List<Entry> entries() throws IOException {
    return ledger().entries();
  }

  private Ledger ledger() {
    return new Ledger(Scheduler.ledger(home.resolve("run")), told -> {});
  }

  private static String host() throws IOException {
    return java.net.InetAddress.getLocalHost().getHostName();
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-01T" + time + ":00Z");
  }
}
