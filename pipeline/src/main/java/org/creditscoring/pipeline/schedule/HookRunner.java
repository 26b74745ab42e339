package org.creditscoring.pipeline.schedule;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Runs what an installation wants to be done after a refresh; its failure is told and no more. */
final class HookRunner {
  private final ScheduleSettings.Hooks hooks;
  private final Path home;
  private final Reports reports;

  /**
   * @param home where hooks run, and from where their relative path counts
   */
  HookRunner(ScheduleSettings.Hooks hooks, Path home, Reports reports) {
    this.hooks = hooks;
    this.home = home;
    this.reports = reports;
  }

  /**
   * Runs the hook for what came of a refresh; it is told by variables of the environment.
   *
   * @return what went wrong; empty if nothing did, or there is no hook
   */
  Optional<Failure> after(Entry.Ended ended) throws InterruptedException {
    boolean published = ended.outcome().equals(Entry.Ended.PUBLISHED) && ended.exitCode() == 0;
    List<String> command = published ? hooks.onSuccess() : hooks.onFailure();
    String name = published ? "onSuccess" : "onFailure";
    if (command.isEmpty()) {
      return Optional.empty();
    }
    return run(command, ended).map(what -> new Failure(name, what));
  }

  /** A hook and what was wrong with it. */
  record Failure(String hook, String what) {}

  private Optional<String> run(List<String> command, Entry.Ended ended)
      throws InterruptedException {
    ProcessBuilder builder = Commands.builder(command, home, reports.output(ended.due()));
    builder.environment().putAll(facts(ended));
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      return Optional.of("cannot be started: " + e.getMessage());
    }
    try {
      Duration limit = hooks.timeout();
      if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        return Optional.of(
            "ended after %d s, as credit.schedule.hookTimeout says".formatted(limit.toSeconds()));
      }
      return process.exitValue() == 0
          ? Optional.empty()
          : Optional.of("exit code " + process.exitValue());
    } finally {
      if (process.isAlive()) {
        Commands.kill(process.toHandle());
      }
    }
  }

  private Map<String, String> facts(Entry.Ended ended) {
    return Map.of(
        "CREDIT_REFRESH_OUTCOME", ended.outcome(),
        "CREDIT_REFRESH_EXIT_CODE", String.valueOf(ended.exitCode()),
        "CREDIT_REFRESH_DUE", ended.due().toString(),
        "CREDIT_REFRESH_SECONDS", String.valueOf(ended.seconds()),
        "CREDIT_REFRESH_SNAPSHOT", ended.snapshotId(),
        "CREDIT_REFRESH_REPORT", reports.report(ended.due()).toString(),
        "CREDIT_REFRESH_OUTPUT", reports.output(ended.due()).toString());
  }
}
