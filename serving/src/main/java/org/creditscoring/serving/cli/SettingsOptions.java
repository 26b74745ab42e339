package org.creditscoring.serving.cli;

import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options that every command of this module has. */
final class SettingsOptions {
  @Option(
      names = "--snapshots",
      paramLabel = "DIR",
      description = "Directory that snapshots are published in.")
  private Path snapshots;

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  /**
   * @throws ParameterException naming a setting that cannot be used
   */
  ServingSettings settings() {
    return settings(Map.of());
  }

  /**
   * @param flags setting names to the values of flags that not every command has, paths absolute
   * @throws ParameterException naming a setting that cannot be used
   */
  ServingSettings settings(Map<String, String> flags) {
    try {
      ServingSettings loaded = ServingSettings.load(System.getenv(), flags);
      return snapshots == null ? loaded : loaded.withSnapshots(snapshots);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }
}
