package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The command as processes of their own, with a shell script in the place of the refresh. */
class ScheduleIT {
  private static final int EVERY = 1;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int KILLED_BY_SIGTERM = 128 + 15;

  /** What the launcher gives the scheduler: neither Spark nor Scala is among it. */
  private static final List<String> LIBRARIES =
      List.of(
          "picocli",
          "config",
          "jackson-core",
          "jackson-databind",
          "jackson-annotations",
          "cron-utils",
          "slf4j-api");

  @TempDir Path home;
  private final List<Process> schedulers = new ArrayList<>();

  @AfterEach
  void end() throws InterruptedException {
    for (Process scheduler : schedulers) {
      scheduler.destroyForcibly().waitFor();
    }
  }

  /**
   * A due time each second, and a refresh that takes longer. The scheduler that runs one is killed
   * while it runs, so that its refresh outlives it.
   */
  @Test
  void ofTwoSchedulersOneRunsEachDueTimeAndOneThatIsKilledIsReplacedByTheOther() throws Exception {
    refresh("mkdir busy || touch two-at-once", "sleep 1.3", "rmdir busy");
    Process first = start();
    Process second = start();
    waitForEntries(Entry.Ended.class, 2);
    waitForEntries(Entry.Overrun.class, 1);
    Entry.Started open = waitForOpen();
    Process killed = first.pid() == open.pid() ? first : second;
    Process left = killed == first ? second : first;

    killed.destroyForcibly().waitFor();
    Instant death = Instant.now();
    waitFor(() -> runsAfter(death).size() >= 2);
    left.toHandle().destroy();
    assertThat(left.waitFor()).isEqualTo(KILLED_BY_SIGTERM);

    assertThat(home.resolve("two-at-once")).doesNotExist();
    assertThat(runsAfter(death)).extracting(Entry.Started::pid).containsOnly(left.pid());
    List<Entry> entries = entries();
    assertThat(entries)
        .filteredOn(Entry.Ended.class::isInstance)
        .extracting(entry -> ((Entry.Ended) entry).due())
        .contains(open.due());
    everyDueTimeIsAccountedForOnce(entries);
  }

  @Test
  void toldToStopItEndsItsRefreshAndWhatThatStarted() throws Exception {
    refresh("sleep 600 & echo $! > child.new; mv child.new child; wait");
    Process scheduler = start();
    waitFor(() -> Files.exists(home.resolve("child")));
    waitForEntries(Entry.Running.class, 1);
    long child = Long.parseLong(Files.readString(home.resolve("child")).strip());

    scheduler.toHandle().destroy();

    assertThat(scheduler.waitFor()).isEqualTo(KILLED_BY_SIGTERM);
    waitFor(() -> ProcessHandle.of(child).filter(ProcessHandle::isAlive).isEmpty());
    assertThat(entries())
        .filteredOn(Entry.Ended.class::isInstance)
        .singleElement()
        .extracting(entry -> ((Entry.Ended) entry).note())
        .isEqualTo("the scheduler was told to stop");
  }

  @Test
  void withoutAScheduleItSaysWhatToSet() throws Exception {
    Process process = builder().start();

    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(home.resolve("out"))).contains("credit.schedule.cron");
  }

  @Test
  void showsTheNextDueTimesAndWhatAnExpressionLacks() throws Exception {
    Process process = builder("--cron", "0 30 2 29 2 *", "--zone", "UTC", "--next", "2").start();
    assertThat(process.waitFor()).isZero();
    assertThat(Files.readAllLines(home.resolve("out")))
        .satisfiesExactly(
            line -> assertThat(line).isEqualTo("0 30 2 29 2 * UTC"),
            line -> assertThat(line).endsWith("-02-29 02:30:00Z"),
            line -> assertThat(line).endsWith("-02-29 02:30:00Z"));

    assertThat(builder("--cron", "30 2 * * *", "--next").start().waitFor()).isEqualTo(2);
    assertThat(Files.readString(home.resolve("out"))).contains("'0 30 2 * * *'");
  }

  private void everyDueTimeIsAccountedForOnce(List<Entry> entries) {
    List<Instant> accounted =
        entries.stream()
            .flatMap(
                entry ->
                    entry instanceof Entry.Started started
                        ? Stream.of(started.due())
                        : entry instanceof Entry.Overrun overrun
                            ? Stream.of(overrun.due())
                            : Stream.empty())
            .sorted()
            .toList();
    assertThat(entries).noneMatch(Entry.Missed.class::isInstance);
    Instant first = firstDue(entries.get(0).at());
    Instant last = accounted.stream().max(Comparator.naturalOrder()).orElseThrow();
    List<Instant> due =
        Stream.iterate(first, time -> !time.isAfter(last), time -> time.plusSeconds(EVERY))
            .toList();
    assertThat(accounted).isEqualTo(due);
  }

  private static Instant firstDue(Instant began) {
    return Instant.ofEpochSecond(Math.floorDiv(began.getEpochSecond(), EVERY) * EVERY + EVERY);
  }

  private Process start() throws IOException {
    Process scheduler = builder("--cron", "*/" + EVERY + " * * * * *").start();
    schedulers.add(scheduler);
    return scheduler;
  }

  private ProcessBuilder builder(String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx64m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    command.add("-Dslf4j.provider=org.slf4j.helpers.NOP_FallbackServiceProvider");
    command.addAll(List.of("-cp", classPath(), ScheduleCommand.class.getName()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(home.resolve("out").toFile()));
    builder.environment().keySet().removeIf(variable -> variable.startsWith("CREDIT_"));
    builder.environment().put("CREDIT_HOME", home.toString());
    builder.environment().put("CREDIT_SCHEDULE_COMMAND", "./refresh");
    return builder;
  }

  private static String classPath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(
            entry ->
                Stream.of("pipeline", "data", "model").anyMatch(ours -> isOurs(entry, ours))
                    || LIBRARIES.stream()
                        .anyMatch(
                            library ->
                                Path.of(entry)
                                    .getFileName()
                                    .toString()
                                    .matches(library + "-\\d.*\\.jar")))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isOurs(String entry, String module) {
    return entry.endsWith("classes") && entry.contains("/" + module + "/target")
        || Path.of(entry).getFileName().toString().matches(module + "-\\d.*\\.jar");
  }

  private void refresh(String... lines) throws IOException {
    Path script =
        Files.writeString(home.resolve("refresh"), "#!/bin/sh\n" + String.join("\n", lines) + "\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }

  private List<Entry.Started> runsAfter(Instant time) throws IOException {
    return entries().stream()
        .filter(Entry.Started.class::isInstance)
        .map(Entry.Started.class::cast)
        .filter(started -> started.at().isAfter(time))
        .toList();
  }

  /** A refresh that has just begun. */
  private Entry.Started waitForOpen() throws Exception {
    List<Entry.Started> open = new ArrayList<>();
    int before = count(Entry.Running.class);
    waitFor(() -> count(Entry.Running.class) > before);
    entries().stream()
        .filter(Entry.Started.class::isInstance)
        .forEach(entry -> open.add((Entry.Started) entry));
    return open.get(open.size() - 1);
  }

  private void waitForEntries(Class<? extends Entry> kind, int count) throws Exception {
    waitFor(() -> count(kind) >= count);
  }

  private int count(Class<? extends Entry> kind) throws IOException {
    return (int) entries().stream().filter(kind::isInstance).count();
  }

  private List<Entry> entries() throws IOException {
    return new Ledger(Scheduler.ledger(home.resolve("run")), told -> {}).entries();
  }

  private interface Condition {
    boolean holds() throws IOException;
  }

  private void waitFor(Condition condition) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (!condition.holds()) {
      assertThat(Instant.now())
          .as(Files.exists(home.resolve("out")) ? Files.readString(home.resolve("out")) : "")
          .isBefore(end);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }
}
