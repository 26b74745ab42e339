package org.creditscoring.audit;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code audit}: what this build ships against a feed of known vulnerabilities. */
@Command(
    name = "audit",
    mixinStandardHelpOptions = true,
    description = {
      "Compares the bills of materials of this build with a copy of known vulnerabilities, without a network."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing that is shipped is known to be vulnerable, exceptions apart",
      "1:our fault",
      "2:wrong use, or a file that cannot be used",
      "3:a vulnerable library is shipped, or an exception has expired"
    })
public final class AuditCommand implements Callable<Integer> {
  private static final int OUR_FAULT = 1;
  private static final int WRONG_USE = 2;
  private static final int VULNERABLE = 3;

  /** Folders of the project in which the build leaves a bill of materials. */
  private static final List<String> SHIPPED =
      List.of(
          "data",
          "model",
          "pipeline",
          "serving",
          "notebooks/interpreter",
          "notebooks/zeppelin",
          "notebooks/launcher");

  @Spec private CommandSpec spec;

  @Option(
      names = "--feed",
      required = true,
      paramLabel = "PATH",
      description =
          "Records in OSV's format: a directory of JSON files, or a zip such as OSV's all.zip of the ecosystem Maven.")
  private Path feed;

  @Option(
      names = "--exceptions",
      paramLabel = "FILE",
      description =
          "Vulnerabilities to live with, each with a reason and a last day (default conf/vulnerability-exceptions.json).")
  private Optional<Path> exceptions = Optional.empty();

  private final Path home;

  AuditCommand(Path home) {
    this.home = home;
  }

  public static void main(String[] args) {
    Path home = Path.of(System.getenv().getOrDefault("CREDIT_HOME", ""));
    System.exit(commandLine(home).execute(args));
  }

  /** The command for a project's folder, with our exit codes. */
  static CommandLine commandLine(Path home) {
    return new CommandLine(new AuditCommand(home))
        .setExecutionExceptionHandler(
            (failure, line, parsed) -> {
              boolean input =
                  failure instanceof BadInputException || failure instanceof IOException;
              line.getErr()
                  .println(
                      input
                          ? failure.getMessage()
                          : "audit failed, and it is our fault: " + failure);
              return input ? WRONG_USE : OUR_FAULT;
            });
  }

  @Override
  public Integer call() throws IOException {
    if (!Files.exists(feed)) {
      throw new BadInputException("there is no feed " + feed);
    }
    Map<Component, Set<String>> shipped = Sboms.read(sboms());
    Feed known = Feed.read(feed, shipped.keySet());
    Path file = exceptions.orElse(home.resolve("conf/vulnerability-exceptions.json"));
    Audit audit = Audit.of(shipped, known, Exceptions.read(file), LocalDate.now());
    PrintWriter out = spec.commandLine().getOut();
    out.printf(
        "%d libraries against %d records%s%n",
        shipped.size(),
        known.records(),
        known.newest().isEmpty() ? "" : ", the newest of " + known.newest());
    audit.excepted().forEach(line -> out.println("excepted: " + line));
    audit.unused().forEach(line -> out.println("warning: nothing needs the exception " + line));
    audit.wrong().forEach(line -> out.println("vulnerable: " + line));
    out.printf("%d vulnerable, %d excepted%n", audit.wrong().size(), audit.excepted().size());
    return audit.wrong().isEmpty() ? CommandLine.ExitCode.OK : VULNERABLE;
  }

  private List<Path> sboms() throws IOException {
    List<Path> files = new ArrayList<>();
    for (String folder : SHIPPED) {
      files.add(sbom(folder));
    }
    return files;
  }

  /** One that is older than what it was made from tells of other libraries. */
  private Path sbom(String folder) throws IOException {
    Path file = home.resolve(folder).resolve("target/sbom.json");
    for (Path source : List.of(home.resolve("pom.xml"), home.resolve(folder).resolve("pom.xml"))) {
      if (!Files.exists(file)
          || Files.getLastModifiedTime(file).compareTo(Files.getLastModifiedTime(source)) < 0) {
        throw new BadInputException(
            "%s is not there, or older than %s: mvn -Psbom -DskipTests package makes it (not with --offline)"
                .formatted(file, source));
      }
    }
    return file;
  }
}
