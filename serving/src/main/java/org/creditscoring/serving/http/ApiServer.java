package org.creditscoring.serving.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.metrics.Metrics;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: the API's routes behind the token, health and documentation in the open. */
public final class ApiServer implements AutoCloseable {
  private static final int IDLE_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;
  private static final int STOP_MILLIS = 5_000;
  private static final int HEADER_BYTES = 8_192;

  /** Where every connection is taken, those that are silent make room for others after this. */
  private static final int CROWDED_IDLE_MILLIS = 1_000;

  private final ServerSettings settings;
  private final Readiness readiness = new Readiness();
  private final Gate gate;
  private final AuditTrail trail;
  private final Javalin javalin;
  private LocalConnector inside;

  private ApiServer(ServerSettings settings, Observers observers, List<Route> routes) {
    this.settings = settings;
    Cors cors = new Cors(settings.origins());
    gate = new Gate(settings, cors, readiness);
    trail = new AuditTrail(observers);
    javalin =
        Javalin.create(
            config -> {
              configure(config, observers.metrics());
              config.routes.before(gate::pass);
              routes.forEach(route -> add(config, route, cors));
              Docs.add(config.routes, routes);
              Problems.map(config.routes);
              config.routes.after(
                  context -> {
                    trail.write(context);
                    Sending.send(context);
                  });
            });
  }

  /**
   * Starts to listen; it is not ready before {@link #ready}.
   *
   * @throws PortInUseException if it cannot listen
   */
  public static ApiServer start(ServerSettings settings, Observers observers, List<Route> routes) {
    ApiServer server = new ApiServer(settings, observers, routes);
    try {
      server.javalin.start();
    } catch (RuntimeException e) {
      server.javalin.stop();
      throw PortInUseException.of(settings, e);
    }
    return server;
  }

  public int port() {
    return javalin.port();
  }

  /** Where the API is, without a slash at the end. */
  public String address() {
    String scheme = settings.tls().isPresent() ? "https" : "http";
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return scheme + "://" + host + ":" + port();
  }

  /**
   * Asks itself for each path, over and over, so that the code behind them is loaded.
   *
   * @param least how many of them in any case
   * @param atMost how long more
   */
  public void warmUp(List<String> paths, int least, Duration atMost) {
    WarmUp warmUp = new WarmUp(inside);
    gate.own(Optional.of(warmUp.token()));
    warmUp.run(paths, least, atMost);
    gate.own(Optional.empty());
  }

  /** From now on requests may be sent here. */
  public void ready() {
    readiness.ready();
  }

  /** From now on requests should be sent elsewhere; those that come are answered. */
  public void stopping() {
    readiness.stopping();
  }

  /** Lets running requests finish, for up to five seconds. */
  @Override
  public void close() {
    javalin.stop();
    trail.close();
  }

  private void configure(JavalinConfig config, Metrics metrics) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    // Compressing an answer costs more than everything else about it together.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.javaLangErrorHandler(Problems::ofError);
    Limits limits = settings.limits();
    config.jetty.threadPool = new QueuedThreadPool(limits.threads(), IDLE_THREADS, IDLE_MILLIS);
    config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new JettyErrors()));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(HEADER_BYTES);
        });
    config.jetty.addConnector((server, http) -> Connectors.network(server, http, settings));
    config.jetty.addConnector(
        (server, http) -> inside = new LocalConnector(server, new HttpConnectionFactory(http)));
    config.jetty.modifyServer(server -> configure(server, limits, metrics));
  }

  private static void configure(Server server, Limits limits, Metrics metrics) {
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new JettyErrors());
    NetworkConnectionLimit crowd = new NetworkConnectionLimit(limits.connections(), server);
    crowd.setEndPointIdleTimeout(CROWDED_IDLE_MILLIS);
    server.addBean(crowd);
    server.setRequestLog(
        (request, response) ->
            metrics.answered(
                request.getMethod(),
                request.getAttribute(Exchange.KEY) instanceof Exchange exchange
                    ? exchange.route()
                    : "",
                response.getStatus(),
                System.nanoTime() - request.getBeginNanoTime()));
  }

  private static void add(JavalinConfig config, Route route, Cors cors) {
    Handler handler = context -> answer(context, route, cors);
    switch (route.method()) {
      case GET -> Reads.add(config.routes, route.path(), handler);
      case POST -> config.routes.post(route.path(), handler);
    }
  }

  private static void answer(Context context, Route route, Cors cors) throws IOException {
    Exchange exchange = Exchange.of(context);
    exchange.route(route.path());
    Gate.requireRole(exchange, route.role());
    context.header("Vary", cors.vary());
    try {
      Object answer = route.answer().of(Request.of(context, route.parameters()));
      if (answer instanceof Created created) {
        context.status(HttpStatus.CREATED_201);
        answer = created.body();
      }
      if (answer instanceof Text text) {
        context.result(text.body()).contentType(text.contentType());
      } else {
        Sending.prepare(context, answer instanceof JsonBuffer json ? json : JsonBuffer.of(answer));
      }
    } catch (Error e) {
      // Javalin would answer an Error past the filters that follow, and so past the audit log.
      throw new IllegalStateException("an answer ended in an Error", e);
    }
  }
}
