package org.creditscoring.data;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.creditscoring.data.fidelity.BadTableException;
import org.creditscoring.data.fidelity.Fidelity;
import org.creditscoring.data.fidelity.Profile;
import org.creditscoring.data.fidelity.Report;
import org.creditscoring.data.synthetic.RawDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code fidelity}: how far raw tables are from a profile. */
@Command(
    name = "fidelity",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Compares raw tables, generated ones above all, with a profile of the real ones, column by column, and prints the worst.",
    footer = "Exit codes: 0 done, 2 wrong use, 3 a table or the profile cannot be read.")
public final class FidelityCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int WRONG_USE = 2;
  private static final int BAD_INPUT = 3;

  @Spec private CommandSpec spec;

  @Option(names = "--raw", paramLabel = "DIR", description = "Directory of the raw tables.")
  private Path raw;

  @Option(
      names = "--profile",
      paramLabel = "FILE",
      required = true,
      description = "JSON of aggregates; its form is in data/PROFILE.md.")
  private Path profile;

  @Option(
      names = "--worst",
      paramLabel = "N",
      defaultValue = "10",
      description = "How many of the worst to print (default: ${DEFAULT-VALUE}).")
  private int worst;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  FidelityCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(run(System.getenv(), System.out, System.err, args));
  }

  static int run(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new FidelityCommand(environment, out, err))
        .setErr(new PrintWriter(err, true))
        .setOut(new PrintWriter(out, true))
        .setExecutionExceptionHandler(
            (failure, command, parsed) -> {
              err.printf("This is our fault, please report it: %s%n", failure);
              return OUR_FAULT;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    if (worst < 1) {
      err.printf("--worst is %d; give 1 or more.%n", worst);
      return WRONG_USE;
    }
    Path home = Path.of(environment.getOrDefault("CREDIT_HOME", ""));
    Path directory = raw == null ? home.resolve(defaultRaw(home)) : raw;
    if (RawDirectory.tables(directory).isEmpty()) {
      err.printf("%s holds no raw tables: give their directory with --raw.%n", directory);
      return WRONG_USE;
    }
    try {
      Profile facts = Profile.read(profile);
      out.printf("Comparing %s with %s.%n", directory, profile);
      Report report =
          new Fidelity(facts, Runtime.getRuntime().availableProcessors(), out).run(directory);
      report.print(out, worst);
      return DONE;
    } catch (ConfigException | BadTableException e) {
      err.println(e.getMessage());
      return BAD_INPUT;
    } catch (IOException e) {
      err.printf("The tables in %s could not be read: %s%n", directory, e.getMessage());
      return BAD_INPUT;
    }
  }

  private String defaultRaw(Path home) {
    return GeneratorSettings.load(environment, home).getString("raw");
  }
}
