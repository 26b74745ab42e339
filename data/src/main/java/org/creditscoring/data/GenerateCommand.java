package org.creditscoring.data;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.creditscoring.data.synthetic.Generator;
import org.creditscoring.data.synthetic.RawDirectory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code generate}: writes synthetic raw tables. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description =
        "Writes synthetic raw tables: the same files, columns and habits as the real ones.",
    footer = "Exit codes: 0 done, 2 wrong use, 1 our fault or a full or read-only disk.")
public final class GenerateCommand implements Callable<Integer> {
  private static final int DONE = 0;
  private static final int OUR_FAULT = 1;
  private static final int WRONG_USE = 2;

  @Spec private CommandSpec spec;

  @Option(names = "--clients", paramLabel = "N", description = "Past clients, outcome known.")
  private Integer clients;

  @Option(
      names = "--current",
      paramLabel = "M",
      description = "Current clients; by default N x 48744 / 307511.")
  private Integer current;

  @Option(names = "--raw", paramLabel = "DIR", description = "Directory of the raw tables.")
  private Path raw;

  @Option(names = "--seed", paramLabel = "S", description = "The same seed gives the same bytes.")
  private Long seed;

  @Option(names = "--gzip", description = "Write .csv.gz files.")
  private boolean gzip;

  @Option(names = "--force", description = "Replace the tables that are already there.")
  private boolean force;

  private final Map<String, String> environment;
  private final PrintStream out;
  private final PrintStream err;

  GenerateCommand(Map<String, String> environment, PrintStream out, PrintStream err) {
    this.environment = environment;
    this.out = out;
    this.err = err;
  }

  public static void main(String[] args) {
    System.exit(run(System.getenv(), System.out, System.err, args));
  }

  static int run(
      Map<String, String> environment, PrintStream out, PrintStream err, String... args) {
    return new CommandLine(new GenerateCommand(environment, out, err))
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
    GeneratorSettings settings;
    try {
      settings = settings();
    } catch (IllegalArgumentException | ConfigException e) {
      err.println(e.getMessage());
      return WRONG_USE;
    }
    if (!force && !RawDirectory.tables(settings.raw()).isEmpty()) {
      err.printf(
          "%s already holds raw tables: nothing was written.%n"
              + "Give another directory with --raw, or --force to replace them.%n",
          settings.raw());
      return WRONG_USE;
    }
    try {
      generate(settings);
      return DONE;
    } catch (FileAlreadyExistsException e) {
      err.printf("%s is a file, not a directory: give another one with --raw.%n", e.getFile());
      return WRONG_USE;
    } catch (AccessDeniedException e) {
      err.printf("No right to write %s: give another directory with --raw.%n", e.getFile());
      return WRONG_USE;
    } catch (IOException e) {
      err.printf("The tables could not be written to %s: %s%n", settings.raw(), e.getMessage());
      return OUR_FAULT;
    }
  }

  private GeneratorSettings settings() {
    Path home = Path.of(environment.getOrDefault("CREDIT_HOME", ""));
    Config config = GeneratorSettings.load(environment, home);
    int past = clients == null ? config.getInt("clients") : clients;
    int asked = current == null ? config.getInt("current") : current;
    if (current != null && current < 0) {
      throw new IllegalArgumentException("--current is " + current + "; give 0 or more.");
    }
    int threads = config.getInt("threads");
    return new GeneratorSettings(
        past,
        asked < 0 ? GeneratorSettings.currentFor(past) : asked,
        raw == null ? home.resolve(config.getString("raw")) : raw,
        seed == null ? config.getLong("seed") : seed,
        threads == 0 ? Runtime.getRuntime().availableProcessors() : threads,
        gzip || config.getBoolean("gzip") ? Compression.GZIP : Compression.NONE);
  }

  private void generate(GeneratorSettings settings) throws IOException {
    out.printf(
        "Generating %,d past and %,d current clients into %s (seed %d, %d threads): synthetic rows.%n",
        settings.clients(),
        settings.current(),
        settings.raw(),
        settings.seed(),
        settings.threads());
    new Generator(settings, out).run();
  }
}
