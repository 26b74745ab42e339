package org.creditscoring.pipeline.schedule;

import java.io.File;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Programs that are run without a shell, and ended with all that they started. */
final class Commands {
  /** Between being asked to end and being ended. */
  static final Duration GRACE = Duration.ofSeconds(60);

  private Commands() {}

  /** A program that reads nothing, runs in the project's folder and appends what it says. */
  static ProcessBuilder builder(List<String> command, Path home, Path output) {
    return new ProcessBuilder(resolved(command, home))
        .directory(home.toFile())
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
  }

  /** A program that is named by a relative path is that of the project's folder. */
  private static List<String> resolved(List<String> command, Path home) {
    List<String> resolved = new ArrayList<>(command);
    String program = command.get(0);
    if (program.contains("/")) {
      resolved.set(0, home.resolve(program).normalize().toString());
    }
    return resolved;
  }

  /**
   * Ends a process that has run for too long.
   *
   * @param limit zero for none
   * @return whether it has
   */
  static boolean keepTime(ProcessHandle process, Duration ran, Duration limit) {
    boolean over = !limit.isZero() && ran.compareTo(limit) >= 0;
    if (over && ran.compareTo(limit.plus(GRACE)) >= 0) {
      kill(process);
    } else if (over) {
      terminate(process);
    }
    return over;
  }

  /** Asks a process, and those that it started, to end. */
  static void terminate(ProcessHandle process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroy();
    started.forEach(ProcessHandle::destroy);
  }

  /** Ends a process, and those that it started, at once. */
  static void kill(ProcessHandle process) {
    List<ProcessHandle> started = process.descendants().toList();
    process.destroyForcibly();
    started.forEach(ProcessHandle::destroyForcibly);
  }
}
