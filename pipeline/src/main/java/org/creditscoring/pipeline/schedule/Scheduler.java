package org.creditscoring.pipeline.schedule;

import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.run.RootCause;

/**
 * Runs a refresh at each due time. Several may watch one directory: they decide one after the
 * other, under a lock, from the same ledger, so that a due time has one line whoever writes it, and
 * one refresh runs at a time. One that dies leaves its locks to the others, who find out what
 * became of its refresh.
 */
final class Scheduler implements AutoCloseable {
  /** A clock that is set, or a machine that slept, is noticed so soon. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  /** While a refresh runs. */
  private static final Duration CLOSE_LOOK = Duration.ofSeconds(1);

  /** As a shell says that there is no such program. */
  private static final int NOT_FOUND = 127;

  private static final long PID = ProcessHandle.current().pid();

  private final ScheduleSettings settings;
  private final CronSchedule schedule;
  private final InstantSource clock;
  private final PrintStream out;
  private final String host = host();
  private final Ledger ledger;
  private final Reports reports;
  private final HookRunner hookRunner;
  private final ProcessLock deciding;
  private final ProcessLock running;
  private final Semaphore wake = new Semaphore(0);
  private final ExecutorService hooks =
      Executors.newSingleThreadExecutor(
          work -> {
            Thread thread = new Thread(work, "hooks");
            thread.setDaemon(true);
            return thread;
          });
  private Optional<Own> own = Optional.empty();
  private String trouble = "";
  private boolean stopping;

  /** The refresh that this scheduler runs, and the lock that says so. */
  private record Own(RefreshRun run, ProcessLock.Held lock) {}

  /**
   * @param out where a person is told what happens
   * @throws org.creditscoring.pipeline.run.BadDataException if the directory cannot be written
   */
  Scheduler(ScheduleSettings settings, InstantSource clock, PrintStream out) throws IOException {
    this.settings = settings;
    this.schedule = settings.schedule();
    this.clock = clock;
    this.out = out;
    Path directory = settings.directory();
    Durable.directory(directory, "the schedule");
    this.ledger = new Ledger(ledger(directory), out::println);
    this.reports = new Reports(directory.resolve("reports"), settings.refresh().keepReports());
    this.hookRunner = new HookRunner(settings.hooks(), settings.refresh().home(), reports);
    this.deciding = ProcessLock.on(directory.resolve(".schedule.lock"));
    this.running = ProcessLock.on(directory.resolve(".schedule-run.lock"));
  }

  /** Where the ledger lies in a directory. */
  static Path ledger(Path directory) {
    return directory.resolve("schedule.jsonl");
  }

  /** Puts on record that it watches from now on. */
  synchronized void begin() throws IOException {
    try (ProcessLock.Held lock = deciding.hold()) {
      ledger.catchUp();
      record(began());
    }
  }

  /** Watches until the process ends. */
  void watch() throws InterruptedException {
    while (true) {
      Duration pause = look();
      wake.tryAcquire(Math.max(1, pause.toMillis()), TimeUnit.MILLISECONDS);
      wake.drainPermits();
    }
  }

  /**
   * Does what is to be done now.
   *
   * @return after how long there may be more
   */
  synchronized Duration look() {
    if (stopping) {
      return LOOK;
    }
    try (ProcessLock.Held lock = deciding.hold()) {
      Duration pause = decide(clock.instant());
      trouble = "";
      return pause;
    } catch (IOException | RuntimeException e) {
      // A full disk, say: what is due is not lost, it is taken up when there is room again.
      String what = "the schedule cannot go on for now: " + RootCause.of(e);
      if (!what.equals(trouble)) {
        trouble = what;
        out.println(what);
      }
      return CLOSE_LOOK;
    }
  }

  /** Ends the refresh that runs, puts that on record, and decides nothing more. */
  @Override
  public synchronized void close() throws IOException {
    stopping = true;
    if (own.isPresent()) {
      own.get().run().stop("the scheduler was told to stop");
      try (ProcessLock.Held lock = deciding.hold()) {
        settleOwn(clock.instant());
      }
    }
    hooks.shutdownNow();
    running.close();
    deciding.close();
  }

  private Duration decide(Instant now) throws IOException {
    LedgerState state = ledger.catchUp();
    if (state.schedule().isEmpty() || state.ahead(now)) {
      state = record(began());
    }
    settleOwn(now).ifPresent(this::runHook);
    Optional<Instant> busy = running(ledger.catchUp(), now);
    Judgement judgement = Judgement.of(ledger.catchUp(), schedule, settings.policy(), now, busy);
    for (Entry entry : judgement.entries()) {
      record(entry);
    }
    if (judgement.run().isPresent()) {
      start(judgement.run().get(), now);
    }
    state = ledger.catchUp();
    Duration longest = state.open().isPresent() ? CLOSE_LOOK : LOOK;
    return schedule
        .next(state.accounted())
        .map(due -> Duration.between(now, due))
        .filter(until -> until.compareTo(longest) < 0)
        .orElse(longest);
  }

  private Optional<Entry.Ended> settleOwn(Instant now) throws IOException {
    if (own.isEmpty()) {
      return Optional.empty();
    }
    RefreshRun run = own.get().run();
    if (!run.ended()) {
      run.keepTime();
      return Optional.empty();
    }
    Entry.Ended ended = run.result(now);
    record(ended);
    own.get().lock().close();
    own = Optional.empty();
    return Optional.of(ended);
  }

  /** Due time of the refresh that runs, whoever started it; one that has died is put on record. */
  private Optional<Instant> running(LedgerState state, Instant now) throws IOException {
    if (own.isPresent() || state.open().isEmpty()) {
      return own.map(mine -> mine.run().due());
    }
    LedgerState.Open open = state.open().get();
    Optional<ProcessLock.Held> free = running.holdIfFree();
    if (free.isEmpty()) {
      return Optional.of(open.due());
    }
    try (ProcessLock.Held lock = free.get()) {
      Optional<ProcessHandle> orphan = open.process().flatMap(process -> orphan(open, process));
      if (orphan.isPresent() && !reports.ended(open.due())) {
        Duration ran = Duration.between(open.process().orElseThrow().since(), now);
        Commands.keepTime(orphan.get(), ran, settings.refresh().timeout());
        return Optional.of(open.due());
      }
      Entry.Ended found = reports.found(now, open.started());
      record(found);
      runHook(found);
      return Optional.empty();
    }
  }

  /** A refresh that goes on although its scheduler has died. */
  private Optional<ProcessHandle> orphan(LedgerState.Open open, Entry.Running process) {
    return open.started().host().equals(host)
        ? ProcessHandle.of(process.pid())
            .filter(
                handle -> handle.info().startInstant().filter(process.since()::equals).isPresent())
        : Optional.empty();
  }

  private void start(Instant due, Instant now) throws IOException {
    ProcessLock.Held lock =
        running
            .holdIfFree()
            .orElseThrow(() -> new IOException("a refresh runs that is not in the ledger"));
    boolean started = false;
    try {
      record(new Entry.Started(now, due, host, PID));
      RefreshRun run = RefreshRun.start(settings.refresh(), reports, due, wake::release);
      own = Optional.of(new Own(run, lock));
      started = true;
      record(run.running(now));
    } catch (RefreshRun.NotStartedException e) {
      Entry.Ended ended = reports.result(now, due, NOT_FOUND, 0, e.getMessage());
      record(ended);
      runHook(ended);
    } finally {
      if (!started) {
        lock.close();
      }
    }
  }

  private void runHook(Entry.Ended ended) {
    hooks.execute(
        () -> {
          try {
            hookRunner.after(ended).ifPresent(failure -> hookFailed(ended.due(), failure));
          } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
          }
        });
  }

  private synchronized void hookFailed(Instant due, HookRunner.Failure failure) {
    try (ProcessLock.Held lock = deciding.hold()) {
      record(new Entry.HookFailed(clock.instant(), due, failure.hook(), failure.what()));
    } catch (IOException e) {
      out.println("the hook " + failure.hook() + " failed: " + failure.what());
    }
  }

  private LedgerState record(Entry entry) throws IOException {
    ledger.append(entry);
    Lines.of(entry, schedule.zone()).ifPresent(out::println);
    return ledger.catchUp();
  }

  private Entry.Began began() {
    return new Entry.Began(clock.instant(), schedule.toString(), host, PID);
  }

  private static String host() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}
