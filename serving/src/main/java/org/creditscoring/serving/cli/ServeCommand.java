package org.creditscoring.serving.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.creditscoring.serving.api.MetricsRoutes;
import org.creditscoring.serving.api.Routes;
import org.creditscoring.serving.api.TokenRoutes;
import org.creditscoring.serving.api.WarmUpPaths;
import org.creditscoring.serving.audit.Audit;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.LiveTokens;
import org.creditscoring.serving.http.ApiServer;
import org.creditscoring.serving.http.Observers;
import org.creditscoring.serving.http.Route;
import org.creditscoring.serving.http.ServerSettings;
import org.creditscoring.serving.metrics.Metrics;
import org.creditscoring.serving.metrics.SnapshotMeters;
import org.creditscoring.serving.review.Reviews;
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
  /** Some hundred requests: what they share is loaded and begins to be compiled. */
  private static final Duration WARM_UP = Duration.ofMillis(300);

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
      description =
          "File of the operator's token; beside it lie the dashboard's, and registry, audit log and"
              + " reviews unless settings name other places for them.")
  private Path tokenFile;

  @Option(
      names = "--no-auth",
      description = "Ask for no token; on this machine's own address only.")
  private boolean noAuth;

  @Option(
      names = "--check",
      description = "Start, get ready, and stop: tells whether the snapshot can be served.")
  private boolean check;

  @Override
  public Integer call() throws InterruptedException, IOException {
    ServingSettings settings =
        options.settings(
            tokenFile == null
                ? Map.of()
                : Map.of("tokenFile", tokenFile.toAbsolutePath().normalize().toString()));
    Security security = settings.security();
    SnapshotDirectory directory = new SnapshotDirectory(settings.snapshots());
    CountDownLatch stop = new CountDownLatch(1);
    CountDownLatch stopped = new CountDownLatch(1);
    try (Admission admission = admission(security, settings.listening());
        OpeningReviews reviews =
            new OpeningReviews(settings.records().database(security.tokenFile(), settings.home()));
        SnapshotStore store = SnapshotStore.open(directory);
        Audit audit = security.openAudit();
        Metrics metrics = new Metrics();
        SnapshotWatcher watcher = new SnapshotWatcher(store, directory);
        ApiServer api =
            ApiServer.start(
                server(settings, security, admission),
                new Observers(audit, metrics),
                routes(store, reviews.opened(), metrics, admission.access()))) {
      api.warmUp(WarmUpPaths.of(store), WarmUpPaths.KINDS, WARM_UP);
      api.ready();
      if (check) {
        announce(api, store, "checked, not served on");
        return ExitCodes.DONE;
      }
      watcher.start(settings.watchInterval());
      Runtime.getRuntime().addShutdownHook(new Thread(() -> stopAndWait(stop, stopped)));
      announce(api, store, noAuth ? "no token is asked for" : "token in " + security.tokenFile());
      stop.await();
      api.stopping();
      Thread.sleep(settings.listening().drain().toMillis());
    } finally {
      // Also when something cannot be closed: the end of the JVM waits for this.
      stopped.countDown();
    }
    return ExitCodes.DONE;
  }

  private static List<Route> routes(
      SnapshotStore store, Reviews reviews, Metrics metrics, Access access) {
    List<Route> routes = new ArrayList<>(Routes.of(store, reviews));
    routes.add(MetricsRoutes.of(metrics));
    routes.add(TokenRoutes.of(access));
    SnapshotMeters.bind(metrics, store);
    return routes;
  }

  private Admission admission(Security security, Listening listening) {
    if (noAuth) {
      return Admission.open();
    }
    String to = host(listening);
    if (loopback(to)) {
      security.setup().forLoopback();
    } else {
      security.setup().forOtherMachines(to);
    }
    return Admission.with(LiveTokens.of(security.registry()));
  }

  private ServerSettings server(ServingSettings settings, Security security, Admission admission) {
    Listening listening = settings.listening();
    try {
      return new ServerSettings(
          host(listening),
          port == null ? listening.port() : port,
          admission.access(),
          listening.limits(),
          security.tls(),
          security.origins());
    } catch (IllegalArgumentException e) {
      throw new ParameterException(spec.commandLine(), e.getMessage(), e);
    }
  }

  private String host(Listening listening) {
    return host == null ? listening.host() : host;
  }

  private boolean loopback(String name) {
    try {
      return ServerSettings.isLoopback(name);
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
