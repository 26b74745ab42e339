package org.creditscoring.serving.cli;

import java.nio.file.Path;
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
    try {
      return load();
    } catch (IllegalArgumentException e) {
      throw new ParameterException(command.commandLine(), e.getMessage(), e);
    }
  }

  private ServingSettings load() {
    ServingSettings loaded = ServingSettings.load(System.getenv());
    return snapshots == null ? loaded : loaded.withSnapshots(snapshots);
  }
}
