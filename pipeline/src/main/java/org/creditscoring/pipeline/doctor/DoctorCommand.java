package org.creditscoring.pipeline.doctor;

import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.run.Installation;
import org.creditscoring.pipeline.run.WrongSettingException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * The batch's part of {@code ./credit doctor}: a line for each finding, level, what, found, and how
 * to mend it, with tabs between them.
 */
@Command(
    name = "doctor",
    mixinStandardHelpOptions = true,
    description = "Tells, for the launcher, whether a refresh would find what it needs.")
public final class DoctorCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Option(
      names = "--jvm",
      paramLabel = "OPTIONS",
      description = "Options of the refresh's JVM, whose heap is held against the memory.")
  private String jvm = "";

  public static void main(String[] args) {
    System.exit(new CommandLine(new DoctorCommand()).execute(args));
  }

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    findings().forEach(finding -> out.println(finding.line()));
    out.flush();
    return ExitCodes.DONE;
  }

  private List<Finding> findings() {
    try {
      return new Examination(Installation.settings(System.getenv()), jvm, Instant.now()).findings();
    } catch (WrongSettingException e) {
      return List.of(
          Finding.bad(
              "settings", e.getMessage(), "mend it in conf/credit.conf or the environment"));
    }
  }
}
