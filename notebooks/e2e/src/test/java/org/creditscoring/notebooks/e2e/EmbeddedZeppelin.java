package org.creditscoring.notebooks.e2e;

import com.typesafe.config.Config;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditscoring.notebooks.NotebooksCommand;
import picocli.CommandLine;

/**
 * The dashboard as its command starts it: in its own process, on a free port, in its own run
 * directory.
 */
final class EmbeddedZeppelin implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(90);

  private final Process process;
  private final Path folder;
  private final int port;

  private EmbeddedZeppelin(Process process, Path folder, int port) {
    this.process = process;
    this.folder = folder;
    this.port = port;
  }

  /**
   * @param folder for the run directory, the token file and the output
   * @param token that the service at {@code api} wants
   */
  static EmbeddedZeppelin start(Path folder, URI api, String token)
      throws IOException, InterruptedException {
    int port = freePort();
    Files.writeString(folder.resolve("api-token"), token + "\n");
    Process process = command(folder, port, api).start();
    EmbeddedZeppelin zeppelin = new EmbeddedZeppelin(process, folder, port);
    Instant end = Instant.now().plus(START);
    while (!zeppelin.output().contains("dashboard: ")) {
      if (!process.isAlive() || Instant.now().isAfter(end)) {
        zeppelin.close();
        throw new IllegalStateException("the dashboard did not start:\n" + zeppelin.output());
      }
      TimeUnit.MILLISECONDS.sleep(100);
    }
    return zeppelin;
  }

  /** The command line, not started. */
  static ProcessBuilder command(Path folder, int port, URI api) {
    String classPath =
        Stream.of(NotebooksCommand.class, CommandLine.class, Config.class)
            .map(EmbeddedZeppelin::place)
            .collect(Collectors.joining(":"));
    List<String> words =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                classPath,
                NotebooksCommand.class.getName()));
    words.addAll(List.of("--port", Integer.toString(port), "--api", api.toString()));
    words.addAll(List.of("--token-file", folder.resolve("api-token").toString()));
    words.addAll(List.of("--run-dir", folder.resolve("zeppelin").toString()));
    words.addAll(List.of("--home", System.getProperty("zeppelin.home")));
    words.addAll(List.of("--snapshots", folder.resolve("snapshots").toString()));
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("output").toFile());
    builder.environment().remove("ZEPPELIN_HOME");
    builder.environment().put("CREDIT_HOME", project().toString());
    return builder;
  }

  /** The project's folder. */
  static Path project() {
    return Path.of(System.getProperty("credit.launcher")).toAbsolutePath().normalize().getParent();
  }

  private static String place(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI address() {
    return URI.create("http://localhost:" + port);
  }

  int port() {
    return port;
  }

  Path runDirectory() {
    return folder.resolve("zeppelin");
  }

  String output() throws IOException {
    return Files.readString(folder.resolve("output"));
  }

  /** User to password, from the file that the first start leaves. */
  Map<String, String> signIns() throws IOException {
    return Files.readAllLines(runDirectory().resolve("sign-in.txt")).stream()
        .filter(line -> !line.startsWith("#"))
        .map(line -> line.split(" "))
        .collect(Collectors.toMap(words -> words[0], words -> words[1]));
  }

  /** The server and its interpreters. */
  List<ProcessHandle> children() {
    return process.descendants().collect(Collectors.toList());
  }

  /** Asks the command to end, as Ctrl-C or systemd does, and waits. */
  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(60, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
