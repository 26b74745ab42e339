package org.creditscoring.pipeline.schedule;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A refresh as a process of its own, with its report and its output. */
final class RefreshRun {
  private final Instant due;
  private final Process process;
  private final Reports reports;
  private final Duration timeout;
  private final long begun = System.nanoTime();
  private String note = "";

  private RefreshRun(Instant due, Process process, Reports reports, Duration timeout) {
    this.due = due;
    this.process = process;
    this.reports = reports;
    this.timeout = timeout;
  }

  /**
   * @param then run in a thread of its own when the process has ended
   * @throws NotStartedException if there is no such program, or its output cannot be written
   */
  static RefreshRun start(
      ScheduleSettings.Refresh refresh, Reports reports, Instant due, Runnable then)
      throws NotStartedException {
    List<String> command = new ArrayList<>(refresh.command());
    command.addAll(List.of("--report", reports.report(due).toString()));
    Process process;
    try {
      ProcessBuilder builder = Commands.builder(command, refresh.home(), reports.fresh(due));
      // A night's refresh runs what was built by day.
      builder.environment().put("CREDIT_SKIP_BUILD", "1");
      process = builder.start();
    } catch (IOException e) {
      throw new NotStartedException(e);
    }
    process.onExit().thenRun(then);
    return new RefreshRun(due, process, reports, refresh.timeout());
  }

  /** The refresh could not even begin. */
  static final class NotStartedException extends Exception {
    private static final long serialVersionUID = 1;

    NotStartedException(IOException cause) {
      super("it could not be started: " + cause.getMessage(), cause);
    }
  }

  Instant due() {
    return due;
  }

  /** Its line in the ledger while it runs. */
  Entry.Running running(Instant now) {
    return new Entry.Running(now, due, process.pid(), process.info().startInstant().orElse(now));
  }

  boolean ended() {
    return !process.isAlive();
  }

  /** Ends it if it has run for too long. */
  void keepTime() {
    Duration ran = Duration.ofNanos(System.nanoTime() - begun);
    if (Commands.keepTime(process.toHandle(), ran, timeout)) {
      note = "ended after %d s, as credit.schedule.timeout says".formatted(timeout.toSeconds());
    }
  }

  /** Ends it and waits for its end. */
  void stop(String why) {
    note = why;
    Commands.terminate(process.toHandle());
    try {
      if (!process.waitFor(Commands.GRACE.toSeconds(), TimeUnit.SECONDS)) {
        Commands.kill(process.toHandle());
        process.waitFor();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** What came of it; it has ended. */
  Entry.Ended result(Instant now) {
    double seconds = (System.nanoTime() - begun) / 1e9;
    return reports.result(now, due, process.exitValue(), seconds, note);
  }
}
