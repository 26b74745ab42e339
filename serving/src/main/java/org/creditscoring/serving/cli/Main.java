package org.creditscoring.serving.cli;

import java.io.PrintWriter;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands of this module; {@code main} only wires and starts. */
@Command(
    name = "credit",
    description = "Answers from the newest snapshot.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    versionProvider = Main.Version.class,
    subcommands = {
      ServeCommand.class,
      ClientCommand.class,
      TokenCommand.class,
      DoctorCommand.class
    })
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  static CommandLine commandLine() {
    CommandLine commandLine = new CommandLine(new Main());
    commandLine.setParameterExceptionHandler(
        (exception, arguments) -> {
          CommandLine command = exception.getCommandLine();
          PrintWriter err = command.getErr();
          err.println(exception.getMessage());
          err.println(
              "'" + command.getCommandSpec().qualifiedName() + " --help' shows how it is used");
          err.flush();
          return ExitCodes.WRONG_USE;
        });
    commandLine.setExecutionExceptionHandler(
        (exception, command, parsed) -> {
          int code = ExitCodes.of(exception);
          PrintWriter err = command.getErr();
          if (code == ExitCodes.OUR_FAULT) {
            LOG.error("command {}", command.getCommandName(), exception);
            err.println("an error of the program, not of its use; it is in the log above");
          } else {
            err.println(exception.getMessage());
          }
          err.flush();
          return code;
        });
    return commandLine;
  }

  /** The version of the jar. */
  static final class Version implements CommandLine.IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = Main.class.getPackage().getImplementationVersion();
      return new String[] {"credit-scoring " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
