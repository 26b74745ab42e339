package org.creditscoring.serving.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.creditscoring.serving.api.Routes;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.TokenFile;
import org.creditscoring.serving.http.ApiServer;
import org.creditscoring.serving.http.ServerSettings;
import org.creditscoring.serving.snapshot.Lease;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import org.creditscoring.serving.snapshot.SnapshotStore;
import org.creditscoring.serving.snapshot.SnapshotWatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Answers over HTTP until it is told to stop. */
@Command(
    name = "serve",
    description = "Answers look-ups over HTTP from the newest snapshot, until Ctrl-C.",
    mixinStandardHelpOptions = true,
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:stopped",
      "1:an error of the program",
      "2:wrong use, or the port is in use",
      "3:the snapshot cannot be served",
      "4:there is no snapshot"
    })
final class ServeCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @Mixin private SettingsOptions options;

  @Option(names = "--host", paramLabel = "HOST", description = "Address to listen on.")
  private String host;

  @Option(
      names = "--port",
      paramLabel = "PORT",
      description = "Port to listen on; 0 is any free one.")
  private Integer port;

  @Option(
      names = "--token-file",
      paramLabel = "FILE",
      description = "File of the bearer token; made if there is none.")
  private Path tokenFile;

  @Option(
      names = "--no-auth",
      description = "Ask for no token; on this machine's own address only.")
  private boolean noAuth;

  @Override
  public Integer call() throws InterruptedException {
    ServingSettings settings = options.settings();
    Path token = tokenFile == null ? settings.tokenFile() : tokenFile;
    SnapshotDirectory directory = new SnapshotDirectory(settings.snapshots());
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (SnapshotStore store = SnapshotStore.open(directory);
        SnapshotWatcher watcher = new SnapshotWatcher(store, directory);
        ApiServer api = ApiServer.start(server(settings, token), Routes.of(store))) {
      watcher.start(settings.watchInterval());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped)));
      announce(api, store, noAuth ? "no token is asked for" : "token in " + token);
      stop.await();
    }
    stopped.countDown();
    return ExitCodes.DONE;
  }

  private ServerSettings server(ServingSettings settings, Path token) {
    try {
      return new ServerSettings(
          host == null ? settings.host() : host,
          port == null ? settings.port() : port,
          settings.threads(),
          noAuth
              ? new Access.OpenOnLoopback()
              : new Access.WithToken(new TokenFile(token).readOrMake()));
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private void announce(ApiServer api, SnapshotStore store, String access) {
    try (Lease lease = store.acquire()) {
      PrintWriter out = spec.commandLine().getOut();
      out.printf(
          "serving on %s: %,d clients of snapshot %s (documentation at /docs; %s)%n",
          api.address(), lease.snapshot().clients().size(), lease.snapshot().id(), access);
      out.flush();
    }
  }

  /** Runs when the process is told to stop: waits for running answers, then says all is well. */
  private static void stopAndWait(CountDownLatch stop, CountDownLatch stopped) {
    stop.countDown();
    try {
      stopped.await();
      Runtime.getRuntime().halt(ExitCodes.DONE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
