package org.creditscoring.serving.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
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
    versionProvider = Main.Version.class)
public final class Main {
  private static final Logger LOG = LoggerFactory.getLogger(Main.class);

  /** In the order in which help lists them. */
  private static final List<Named> COMMANDS =
      List.of(
          new Named("serve", ServeCommand::new),
          new Named("client", ClientCommand::new),
          new Named("token", TokenCommand::new),
          new Named("doctor", DoctorCommand::new));

  private record Named(String name, Supplier<Object> make) {}

  public static void main(String[] arguments) {
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * Knows the command that the arguments begin with, or all if they begin with none: reading the
   * annotations of the others would take a tenth of the service's start.
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    List<Named> called =
        COMMANDS.stream()
            .filter(command -> arguments.length > 0 && command.name().equals(arguments[0]))
            .toList();
    for (Named command : called.isEmpty() ? COMMANDS : called) {
      commandLine.addSubcommand(command.name(), command.make().get());
    }
    commandLine.setParameterExceptionHandler(
        (exception, given) -> {
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
