package org.creditscoring.serving.cli;

import java.nio.file.Path;
import org.creditscoring.serving.auth.TokenRegistry;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which registry of tokens a command works on. */
final class RegistryOption {
  @Option(
      names = "--tokens",
      paramLabel = "FILE",
      description = "The token registry; that of the settings unless said.")
  private Path tokens;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  TokenRegistry registry() {
    if (tokens != null) {
      return new TokenRegistry(tokens);
    }
    try {
      return ServingSettings.load(System.getenv()).security().registry();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
