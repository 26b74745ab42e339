package org.creditscoring.pipeline.schedule;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.RootCause;
import org.creditscoring.pipeline.run.WrongSettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code schedule}: runs a refresh at each due time, until it is told to stop. */
@Command(
    name = "schedule",
    mixinStandardHelpOptions = true,
    description = {
      "Runs a refresh at each time that credit.schedule.cron names, one at a time, until it is told to stop.",
      "Several may watch one directory; each due time is on record in its schedule.jsonl."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:shown what was asked for",
      "1:our fault",
      "2:wrong use, or no schedule is set",
      "3:the directory of the schedule cannot be used",
      "143:told to stop (130 by Ctrl-C)"
    })
public final class ScheduleCommand implements Callable<Integer> {
  private static final int OUR_FAULT = 1;
  private static final int WRONG_USE = 2;
  private static final int BAD_DATA = 3;

  @Option(
      names = "--cron",
      paramLabel = "EXPRESSION",
      description =
          "Second, minute, hour, day of the month, month, day of the week: \"0 30 2 * * *\" is every night at 2:30 (setting credit.schedule.cron).")
  private Optional<String> cron = Optional.empty();

  @Option(
      names = "--zone",
      paramLabel = "ZONE",
      description = "Time zone, such as Europe/Paris (setting credit.schedule.zone).")
  private Optional<String> zone = Optional.empty();

  @Option(
      names = "--next",
      arity = "0..1",
      fallbackValue = "5",
      paramLabel = "N",
      description = "Show the next N due times (default 5) and run nothing.")
  private Optional<Integer> next = Optional.empty();

  @Option(
      names = "--history",
      arity = "0..1",
      fallbackValue = "20",
      paramLabel = "N",
      description = "Show what became of the last N due times (default 20) and run nothing.")
  private Optional<Integer> history = Optional.empty();

  @Option(
      names = "--if-set",
      hidden = true,
      description = "If no schedule is set, say so and end well.")
  private boolean ifSet;

  private final PrintStream out = System.out;

  public static void main(String[] args) {
    System.exit(
        new CommandLine(new ScheduleCommand())
            .setExecutionExceptionHandler(
                (failure, line, parsed) -> explain(failure, line.getErr()))
            .execute(args));
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    ScheduleSettings settings = settings();
    if (history.isPresent()) {
      Ledger ledger = new Ledger(Scheduler.ledger(settings.directory()), System.err::println);
      History.of(ledger.entries()).lines(history.get(), settings.zone()).forEach(out::println);
      return CommandLine.ExitCode.OK;
    }
    if (!settings.scheduled()) {
      String none =
          "schedule: none is set; credit.schedule.cron = \"0 30 2 * * *\" in conf/credit.conf would be every night at 2:30";
      (ifSet ? out : System.err).println(none);
      return ifSet ? CommandLine.ExitCode.OK : WRONG_USE;
    }
    CronSchedule schedule = schedule(settings);
    Instant now = Instant.now();
    Instant first =
        schedule
            .next(now)
            .orElseThrow(
                () ->
                    new WrongSettingException(
                        new IllegalArgumentException(
                            "'" + settings.cron() + "' is due at no time that will come")));
    if (next.isPresent()) {
      show(schedule, now);
      return CommandLine.ExitCode.OK;
    }
    out.printf(
        "schedule: %s; next %s; ledger %s%n",
        schedule, Lines.time(first, schedule.zone()), Scheduler.ledger(settings.directory()));
    watch(settings);
    return CommandLine.ExitCode.OK;
  }

  private void show(CronSchedule schedule, Instant now) {
    out.println(schedule);
    Optional<Instant> due = schedule.next(now);
    for (int i = 0; i < next.orElseThrow() && due.isPresent(); i++) {
      out.println(Lines.time(due.get(), schedule.zone()));
      due = schedule.next(due.get());
    }
  }

  private void watch(ScheduleSettings settings) throws IOException, InterruptedException {
    Scheduler scheduler = new Scheduler(settings, InstantSource.system(), out);
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(scheduler), "stop"));
    scheduler.begin();
    scheduler.watch();
  }

  private static void stop(Scheduler scheduler) {
    try {
      scheduler.close();
    } catch (IOException e) {
      System.err.println("the end could not be put on record: " + RootCause.of(e));
    }
  }

  private ScheduleSettings settings() {
    ScheduleSettings settings = ScheduleSettings.load(System.getenv());
    try {
      return settings.at(
          cron.map(String::strip).orElse(settings.cron()),
          zone.map(ScheduleSettings::zone).orElse(settings.zone()));
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  private static CronSchedule schedule(ScheduleSettings settings) {
    try {
      return settings.schedule();
    } catch (IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  private static int explain(Exception failure, PrintWriter err) {
    if (failure instanceof WrongSettingException) {
      err.println(failure.getMessage());
      return WRONG_USE;
    }
    if (failure instanceof BadDataException) {
      err.println("schedule stopped: " + failure.getMessage());
      return BAD_DATA;
    }
    err.println("schedule failed, and it is our fault: " + RootCause.of(failure));
    return OUR_FAULT;
  }
}
