package org.creditscoring.notebooks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The Zeppelin server as a child process, and the interpreter processes that it starts. */
final class ZeppelinProcess implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final Duration GOODBYE = Duration.ofSeconds(3);
  private static final long POLL_MILLIS = 150;
  private static final int LAST_LINES = 15;

  private final Process process;
  private final Path output;

  private ZeppelinProcess(Process process, Path output) {
    this.process = process;
    this.output = output;
  }

  /**
   * Starts the server; {@link #awaitAnswer} tells when it is there.
   *
   * @throws NotebooksException when the port is taken or the assembled Zeppelin is not there
   */
  static ZeppelinProcess start(NotebooksSettings settings, RunDirectory run) {
    if (!Files.isDirectory(settings.home().resolve("lib"))) {
      throw NotebooksException.wrongUse(
          "no Zeppelin in "
              + settings.home()
              + ": build it with mvn package, or name it with --home");
    }
    requireFree(settings);
    Path output = run.logs().resolve("server.out");
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + settings.serverMemory(),
                "-Dfile.encoding=UTF-8",
                "-Dzeppelin.log.file=" + run.logs().resolve("server.log"),
                "-Dlog4j.configuration=" + run.configuration().resolve("log4j.properties").toUri(),
                "-cp",
                run.configuration() + ":" + settings.home().resolve("lib") + "/*",
                "org.apache.zeppelin.server.ZeppelinServer")
            .directory(settings.home().toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile());
    environment(builder.environment(), settings, run);
    try {
      return new ZeppelinProcess(builder.start(), output);
    } catch (IOException e) {
      throw NotebooksException.ourFault("cannot start the Zeppelin server: " + e.getMessage(), e);
    }
  }

  private static void environment(
      Map<String, String> environment, NotebooksSettings settings, RunDirectory run) {
    environment.put("JAVA_HOME", System.getProperty("java.home"));
    environment.put("ZEPPELIN_HOME", settings.home().toString());
    environment.put("ZEPPELIN_CONF_DIR", run.configuration().toString());
    environment.put("ZEPPELIN_LOG_DIR", run.logs().toString());
    environment.put("ZEPPELIN_PID_DIR", run.temporary().toString());
    environment.put("ZEPPELIN_IDENT_STRING", "credit");
    // Without it Zeppelin tells its interpreters the machine's outer address to call back.
    environment.put("ZEPPELIN_LOCAL_IP", "127.0.0.1");
    environment.put("ZEPPELIN_INTP_MEM", "-Xmx" + settings.interpreterMemory());
    environment.put("CREDIT_API_URL", settings.api().toString());
    environment.put("CREDIT_TOKEN_FILE", settings.tokenFile().toString());
    environment.put("CREDIT_SNAPSHOTS", settings.snapshots().toString());
    environment.put("CREDIT_LANGUAGE", settings.language());
    environment.put("CREDIT_CHARTS_URL", "/assets/echarts.min.js");
  }

  private static void requireFree(NotebooksSettings settings) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(settings.address(), settings.port()));
    } catch (IOException e) {
      throw NotebooksException.wrongUse(
          "port "
              + settings.port()
              + " on "
              + settings.address()
              + " cannot be used ("
              + e.getMessage()
              + "): stop what uses it, or name another with --port");
    }
  }

  /**
   * Waits until the server answers.
   *
   * @throws NotebooksException with the end of its output when it died or the time is over
   */
  void awaitAnswer(NotebooksSettings settings) throws InterruptedException {
    Instant end = Instant.now().plus(settings.startTimeout());
    HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(1)).build();
    HttpRequest question =
        HttpRequest.newBuilder(settings.localAddress().resolve("/api/version"))
            .timeout(Duration.ofSeconds(5))
            .build();
    while (Instant.now().isBefore(end)) {
      if (!process.isAlive()) {
        throw NotebooksException.ourFault("the Zeppelin server ended at once\n" + lastLines());
      }
      try {
        if (http.send(question, HttpResponse.BodyHandlers.discarding()).statusCode() == 200) {
          return;
        }
      } catch (IOException notYet) {
        // Asked again below, until the time is over.
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    throw NotebooksException.ourFault(
        "the Zeppelin server did not answer within "
            + settings.startTimeout().toSeconds()
            + " s\n"
            + lastLines());
  }

  /** Until the server ends by itself. */
  int waitFor() throws InterruptedException {
    return process.waitFor();
  }

  /** Ends the server and every process that it started, politely first. */
  @Override
  public void close() {
    List<ProcessHandle> interpreters = process.descendants().collect(Collectors.toList());
    process.destroy();
    try {
      if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
      for (ProcessHandle interpreter : interpreters) {
        end(interpreter);
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      interpreters.forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
    }
  }

  /**
   * An interpreter keeps nothing, and one whose server is gone may try for long to tell it goodbye.
   */
  private static void end(ProcessHandle interpreter) throws InterruptedException {
    interpreter.destroy();
    if (!ended(interpreter)) {
      interpreter.destroyForcibly();
      ended(interpreter);
    }
  }

  private static boolean ended(ProcessHandle interpreter) throws InterruptedException {
    Instant end = Instant.now().plus(GOODBYE);
    while (interpreter.isAlive() && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return !interpreter.isAlive();
  }

  private String lastLines() {
    try {
      List<String> lines = Files.readAllLines(output);
      String end =
          String.join("\n", lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()));
      return end + "\n(whole output: " + output + ")";
    } catch (IOException e) {
      return "(its output in " + output + " cannot be read: " + e.getMessage() + ")";
    }
  }
}
