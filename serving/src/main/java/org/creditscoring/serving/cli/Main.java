package org.creditscoring.serving.cli;

import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
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

  private static final Map<String, Supplier<Object>> COMMANDS = new LinkedHashMap<>();

  static {
    COMMANDS.put("serve", ServeCommand::new);
    COMMANDS.put("client", ClientCommand::new);
    COMMANDS.put("token", TokenCommand::new);
    COMMANDS.put("doctor", DoctorCommand::new);
  }

  public static void main(String[] arguments) {
    System.exit(commandLine(arguments).execute(arguments));
  }

  /**
   * @param arguments that it is for: of a command that they name the annotations are read, and of
   *     all others only where they name none, as that takes a tenth of the service's start
   */
  static CommandLine commandLine(String... arguments) {
    CommandLine commandLine = new CommandLine(new Main());
    String named = arguments.length > 0 ? arguments[0] : "";
    COMMANDS.forEach(
        (name, command) -> {
          if (name.equals(named) || !COMMANDS.containsKey(named)) {
            commandLine.addSubcommand(name, command.get());
          }
        });
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
