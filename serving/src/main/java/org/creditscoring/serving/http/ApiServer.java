package org.creditscoring.serving.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Handler;
import java.util.List;
import org.creditscoring.serving.auth.RateLimits;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** The HTTP server: the API's routes behind the token, health and documentation in the open. */
public final class ApiServer implements AutoCloseable {
  private static final int IDLE_THREADS = 4;
  private static final int IDLE_MILLIS = 60_000;
  private static final int STOP_MILLIS = 5_000;
  private static final int HEADER_BYTES = 8_192;

  private final Javalin javalin;
  private final ServerSettings settings;

  private ApiServer(Javalin javalin, ServerSettings settings) {
    this.javalin = javalin;
    this.settings = settings;
  }

  /**
   * Starts to listen.
   *
   * @throws PortInUseException if it cannot listen
   */
  public static ApiServer start(ServerSettings settings, List<Route> routes) {
    Gate gate = new Gate(settings.access(), new RateLimits(settings.limits().perSecond()));
    Javalin javalin =
        Javalin.create(
            config -> {
              configure(config, settings);
              config.routes.before(gate::pass);
              routes.forEach(route -> add(config, route));
              Docs.add(config.routes, routes);
              Problems.map(config.routes);
            });
    try {
      javalin.start(settings.host(), settings.port());
    } catch (RuntimeException e) {
      javalin.stop();
      throw PortInUseException.of(settings, e);
    }
    return new ApiServer(javalin, settings);
  }

  public int port() {
    return javalin.port();
  }

  /** Where the API is, without a slash at the end. */
  public String address() {
    String host = settings.host().contains(":") ? "[" + settings.host() + "]" : settings.host();
    return "http://" + host + ":" + port();
  }

  /** Lets running requests finish, for up to five seconds. */
  @Override
  public void close() {
    javalin.stop();
  }

  private static void configure(JavalinConfig config, ServerSettings settings) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
    config.http.prefer405over404 = true;
    // Compressing an answer costs more than everything else about it together.
    config.http.compressionStrategy = CompressionStrategy.NONE;
    config.router.javaLangErrorHandler(Problems::ofError);
    config.jetty.threadPool =
        new QueuedThreadPool(settings.limits().threads(), IDLE_THREADS, IDLE_MILLIS);
    config.jetty.modifyServer(ApiServer::configure);
    config.jetty.modifyServletContextHandler(handler -> handler.setErrorHandler(new JettyErrors()));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(HEADER_BYTES);
        });
  }

  private static void configure(Server server) {
    server.setStopTimeout(STOP_MILLIS);
    server.setErrorHandler(new JettyErrors());
  }

  private static void add(JavalinConfig config, Route route) {
    Handler handler =
        context -> {
          Exchange exchange = Exchange.of(context);
          exchange.route(route.path());
          Gate.requireRole(exchange, route.role());
          Object answer = route.answer().of(Request.of(context, route.parameters()));
          if (answer instanceof Created created) {
            context.status(HttpStatus.CREATED_201);
            answer = created.body();
          }
          context
              .header("Vary", "Accept-Language")
              .contentType("application/json")
              .result(JsonBody.of(answer));
        };
    switch (route.method()) {
      case GET -> Reads.add(config.routes, route.path(), handler);
      case POST -> config.routes.post(route.path(), handler);
    }
  }
}
