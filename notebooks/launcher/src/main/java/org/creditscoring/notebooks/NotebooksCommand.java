package org.creditscoring.notebooks;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code ./credit notebooks}: the dashboard in the foreground until Ctrl-C. */
@Command(
    name = "credit notebooks",
    description =
        "Starts the analysts' dashboard (an embedded Apache Zeppelin with the credit notes) and runs it until Ctrl-C.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:Ended by Ctrl-C or SIGTERM, installed or uninstalled.",
      "1:The server failed; the message names its log.",
      "2:Wrong use or wrong settings; the message names which."
    },
    footer = {
      "",
      "The first start makes the users analyst, modeller and admin and prints their passwords once.",
      "With ZEPPELIN_HOME set, the interpreter and the notes go into that Zeppelin instead (0.10 to 0.12),",
      "which is restarted by whoever runs it; --uninstall takes them out again.",
      "Settings: credit.notebooks in conf/credit.conf."
    })
public final class NotebooksCommand implements Callable<Integer> {
  @Option(names = "--port", paramLabel = "P", description = "port on localhost (default 8080)")
  private Optional<String> port = Optional.empty();

  @Option(
      names = "--api",
      paramLabel = "URL",
      description = "the REST service (default http://127.0.0.1:7070)")
  private Optional<String> api = Optional.empty();

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "file with the service's bearer token (default run/notebook-token)")
  private Optional<String> tokenFile = Optional.empty();

  @Option(
      names = "--run-dir",
      paramLabel = "DIR",
      description = "configuration, notes and logs of this installation (default run/zeppelin)")
  private Optional<String> runDirectory = Optional.empty();

  @Option(names = "--home", paramLabel = "DIR", description = "the assembled Zeppelin")
  private Optional<String> home = Optional.empty();

  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "what %%credit.sql reads (default data/snapshots)")
  private Optional<String> snapshots = Optional.empty();

  @Option(
      names = "--uninstall",
      description = "take what was installed out of the Zeppelin in ZEPPELIN_HOME")
  private boolean uninstallWanted;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "this help")
  private boolean helpWanted;

  private final AtomicBoolean ending = new AtomicBoolean();

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(
        new CommandLine(new NotebooksCommand())
            .setExecutionExceptionHandler(NotebooksCommand::explain)
            .execute(arguments));
  }

  @Override
  public Integer call() throws InterruptedException {
    Map<String, String> environment = System.getenv();
    Path folder = Path.of(environment.getOrDefault("CREDIT_HOME", "")).toAbsolutePath();
    NotebooksSettings settings = NotebooksSettings.load(flags(), environment, folder);
    String official = environment.getOrDefault("ZEPPELIN_HOME", "");
    if (!official.isBlank()) {
      return inOfficial(Path.of(official).toAbsolutePath().normalize(), settings, environment);
    }
    if (uninstallWanted) {
      throw NotebooksException.wrongUse("--uninstall wants ZEPPELIN_HOME to name a Zeppelin");
    }
    RunDirectory run = new RunDirectory(settings.runDirectory());
    Optional<SignIn> made = run.prepare(settings);
    long started = System.nanoTime();
    try (ZeppelinProcess zeppelin = ZeppelinProcess.start(settings, run)) {
      endWithUs(zeppelin);
      zeppelin.awaitAnswer(settings);
      announce(settings, run, made, System.nanoTime() - started);
      int code = zeppelin.waitFor();
      if (ending.get()) {
        return 0;
      }
      throw NotebooksException.ourFault(
          "the Zeppelin server ended by itself with code " + code + "; see " + run.logs());
    }
  }

  private int inOfficial(Path home, NotebooksSettings settings, Map<String, String> environment) {
    OfficialZeppelin official = OfficialZeppelin.at(home, environment);
    if (uninstallWanted) {
      official.uninstall().forEach(line -> System.out.println("notebooks: " + line));
    } else {
      official.install(settings).forEach(line -> System.out.println("notebooks: " + line));
    }
    return 0;
  }

  /**
   * Ctrl-C and SIGTERM run the hook, and while it waits for Zeppelin's end the main thread must not
   * call that a failure.
   */
  private void endWithUs(ZeppelinProcess zeppelin) {
    Runnable end =
        () -> {
          ending.set(true);
          zeppelin.close();
        };
    Runtime.getRuntime().addShutdownHook(new Thread(end, "end-of-zeppelin"));
  }

  private static void announce(
      NotebooksSettings settings, RunDirectory run, Optional<SignIn> made, long nanos) {
    System.out.printf(
        "notebooks: Zeppelin answers after %.1f s, drawing from %s%n", nanos / 1e9, settings.api());
    // Into a terminal, never into a log file that others may read.
    if (made.isPresent() && System.console() != null) {
      for (String user : made.get().users()) {
        System.out.printf("sign-in: %s %s%n", user, made.get().password(user));
      }
      System.out.printf("         (shown this once; kept in %s)%n", run.signIn());
    } else {
      System.out.printf("sign-in: analyst, modeller or admin, passwords in %s%n", run.signIn());
    }
    System.out.printf("dashboard: %s%n", settings.browserAddress());
  }

  private Map<String, String> flags() {
    Map<String, String> flags = new LinkedHashMap<>();
    port.ifPresent(value -> flags.put("port", value));
    api.ifPresent(value -> flags.put("api", value));
    tokenFile.ifPresent(value -> flags.put("token-file", absolute(value)));
    runDirectory.ifPresent(value -> flags.put("run-dir", absolute(value)));
    home.ifPresent(value -> flags.put("home", absolute(value)));
    snapshots.ifPresent(value -> flags.put("snapshots", absolute(value)));
    return flags;
  }

  /** A path on the command line counts from where one stands. */
  private static String absolute(String path) {
    return Path.of(path).toAbsolutePath().toString();
  }

  private static int explain(
      Exception problem, CommandLine command, CommandLine.ParseResult arguments) {
    System.err.println("notebooks: " + problem.getMessage());
    return problem instanceof NotebooksException known ? known.exitCode() : 1;
  }
}
