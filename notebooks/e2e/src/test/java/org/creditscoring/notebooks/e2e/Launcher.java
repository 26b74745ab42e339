package org.creditscoring.notebooks.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ./credit} as a user types it, on what this build has packaged. */
final class Launcher {
  private static final Duration PATIENCE = Duration.ofMinutes(8);
  private static final Path CREDIT =
      Path.of(System.getProperty("credit.launcher")).toAbsolutePath().normalize();

  private final Path folder;
  private final Map<String, String> environment;

  /**
   * @param folder for the output of its commands and, in {@code raw}, {@code snapshots}, {@code
   *     models} and {@code run}, for what they make
   */
  Launcher(Path folder) {
    this(folder, Map.of());
  }

  /**
   * @param environment beside, or instead of, that which says where things are
   */
  Launcher(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  /** What a command printed, and its exit code. */
  record Ended(int code, String output) {}

  /** Runs a command to its end. */
  Ended run(String... words) throws IOException, InterruptedException {
    Path output = folder.resolve(words[0] + ".out");
    return end(builder(output, words).start(), output);
  }

  /** Starts a command that is left to itself. */
  Process begin(String... words) throws IOException {
    return builder(folder.resolve(words[0] + ".out"), words).start();
  }

  /** Waits for the end of one that was left to itself. */
  Ended end(Process process, String command) throws IOException, InterruptedException {
    return end(process, folder.resolve(command + ".out"));
  }

  private static Ended end(Process process, Path output) throws IOException, InterruptedException {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      throw new IllegalStateException("still running:\n" + Files.readString(output));
    }
    return new Ended(process.exitValue(), Files.readString(output));
  }

  /** What a command has printed so far. */
  String output(String command) throws IOException {
    return Files.readString(folder.resolve(command + ".out"));
  }

  /** Starts a command that goes on, and waits until it prints {@code ready}. */
  Process start(String ready, String... words) throws IOException, InterruptedException {
    Path output = folder.resolve(words[0] + ".out");
    Process process = builder(output, words).start();
    Instant end = Instant.now().plus(PATIENCE);
    while (!Files.readString(output).contains(ready)) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        process.destroy();
        throw new IllegalStateException("did not start:\n" + Files.readString(output));
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return process;
  }

  private ProcessBuilder builder(Path output, String... words) {
    ProcessBuilder builder =
        new ProcessBuilder(Stream.concat(Stream.of(CREDIT.toString()), Stream.of(words)).toList())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    builder.environment().put("CREDIT_SKIP_BUILD", "1");
    builder.environment().put("CREDIT_RUN", folder.resolve("run").toString());
    builder.environment().put("CREDIT_GENERATOR_RAW", folder.resolve("raw").toString());
    builder.environment().put("CREDIT_PIPELINE_RAW", folder.resolve("raw").toString());
    builder.environment().put("CREDIT_PIPELINE_SNAPSHOTS", folder.resolve("snapshots").toString());
    builder.environment().put("CREDIT_SERVING_SNAPSHOTS", folder.resolve("snapshots").toString());
    builder.environment().put("CREDIT_PIPELINE_MODELS", folder.resolve("models").toString());
    builder.environment().put("CREDIT_PIPELINE_CACHE", folder.resolve("cache").toString());
    builder.environment().put("CREDIT_PIPELINE_JVM", "-Xmx3g");
    // The way is tested here, not the model: fewer trees take it as well.
    builder.environment().put("CREDIT_PIPELINE_TRAINING_BOOSTER_ROUNDS", "40");
    builder.environment().putAll(environment);
    return builder;
  }
}
