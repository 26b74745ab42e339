package org.creditscoring.notebooks.interpreter.stub;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The REST contract answered with the literal files of {@code stub/}. Clients: 100002 refused,
 * 100003 accepted (with a hostile label), 100004 accepted and current; everyone else is unknown.
 */
public final class StubService implements AutoCloseable {
  public static final String TOKEN = "stub-token-7d1f";

  private static final Pattern OF_A_CLIENT =
      Pattern.compile(
          "/v1/clients/(\\d+)(?:/(explanation|summary|history|position|what-if|reviews))?");

  /** Fields of a contribution that the service leaves out unless they are asked for. */
  private static final Pattern ONLY_IN_FULL =
      Pattern.compile("\"(label|group|display)\": \"[^\"]*\",\\s*");

  private static final Pattern FEATURE = Pattern.compile("/v1/features/([A-Z0-9_]+)");
  private static final Pattern DISTRIBUTION =
      Pattern.compile("/v1/features/([A-Z0-9_]+)/distribution");

  private final HttpServer server;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<String> bodies = new CopyOnWriteArrayList<>();
  private final List<String> analysts = new CopyOnWriteArrayList<>();
  private final List<String> keys = new CopyOnWriteArrayList<>();
  private final boolean synthetic;
  private volatile int reviewStatus = 201;
  private volatile boolean clientsFail;
  private volatile CountDownLatch gate = new CountDownLatch(0);

  private StubService(int port, boolean synthetic) throws IOException {
    this.synthetic = synthetic;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.setExecutor(Executors.newCachedThreadPool(StubService::daemon));
    server.start();
  }

  public static StubService start() throws IOException {
    return new StubService(0, true);
  }

  /** The same answers from a snapshot that says that its clients are real. */
  public static StubService onRealData() throws IOException {
    return new StubService(0, false);
  }

  /** By hand, to look at notes: {@code StubService PORT}. */
  public static void main(String[] arguments) throws IOException {
    System.out.println(new StubService(Integer.parseInt(arguments[0]), true).address());
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** Path and query of every request so far. */
  public List<String> requests() {
    return List.copyOf(requests);
  }

  /** The body of every POST so far. */
  public List<String> bodies() {
    return List.copyOf(bodies);
  }

  /** The Idempotency-Key of every review so far. */
  public List<String> keys() {
    return List.copyOf(keys);
  }

  /** How reviews are answered from now on; 201 unless said. */
  public void answerReviewsWith(int status) {
    reviewStatus = status;
  }

  /** Answers every look at a client with a 503 from now on. */
  public void failForClients() {
    clientsFail = true;
  }

  /** On whose behalf each request was made. */
  public List<String> analysts() {
    return List.copyOf(analysts);
  }

  /** Holds every answer back until {@link #release}. */
  public void hold() {
    gate = new CountDownLatch(1);
  }

  public void release() {
    gate.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    requests.add(exchange.getRequestURI().toString());
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return;
    }
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    if (!("Bearer " + TOKEN).equals(token)) {
      problem(exchange, 401, "Name a valid token in the Authorization header.");
      return;
    }
    analysts.add(String.valueOf(exchange.getRequestHeaders().getFirst("X-On-Behalf-Of")));
    String path = exchange.getRequestURI().getPath();
    if (exchange.getRequestMethod().equals("POST")) {
      post(exchange, path);
      return;
    }
    if (clientsFail && OF_A_CLIENT.matcher(path).matches()) {
      problem(exchange, 503, "No snapshot can be served at this moment.");
      return;
    }
    Optional<String> file = file(path, String.valueOf(exchange.getRequestURI().getQuery()));
    if (file.isEmpty()) {
      problem(exchange, 404, "There is nothing at " + path + ".");
    } else {
      String body = file.get();
      send(
          exchange,
          200,
          "application/json",
          synthetic ? body : body.replace("\"synthetic\": true", "\"synthetic\": false"));
    }
  }

  private static Optional<String> file(String path, String query) throws IOException {
    Matcher matcher;
    if ((matcher = OF_A_CLIENT.matcher(path)).matches()) {
      String what = matcher.group(2) == null ? "client" : matcher.group(2);
      Optional<String> body = read(what + "-" + matcher.group(1));
      return what.equals("explanation") && !query.contains("detail=full")
          ? body.map(full -> ONLY_IN_FULL.matcher(full).replaceAll(""))
          : body;
    }
    if ((matcher = DISTRIBUTION.matcher(path)).matches()) {
      return read("distribution-" + matcher.group(1) + client(query));
    }
    if ((matcher = FEATURE.matcher(path)).matches()) {
      return read("feature-" + matcher.group(1));
    }
    if (path.equals("/v1/clients")) {
      if (query.contains("near=cut-off")) {
        return read(query.contains("kind=past") ? "nobody" : "queue");
      }
      boolean known =
          query.matches(".*prefix=1(0(0(0(0[234]?)?)?)?)?(&.*)?") || !query.contains("prefix");
      return known ? read("clients") : Optional.of("{\"clients\":[],\"snapshotId\":\"x\"}");
    }
    if (path.equals("/v1/importance")) {
      String by = query.contains("by=group") ? "-group" : "";
      return read("importance" + by + client(query));
    }
    if (path.equals("/v1/pairs")) {
      return read("pairs" + client(query));
    }
    if (path.equals("/v1/model/cut-off")) {
      return read(query.contains("costRatio=20") ? "cut-off-20" : "cut-off");
    }
    return path.matches("/v1/(features|snapshot|model|pairs/features|model/card)")
        ? read(path.substring("/v1/".length()).replace('/', '-'))
        : Optional.empty();
  }

  private static String client(String query) throws IOException {
    Matcher client = Pattern.compile("client=(\\d+)").matcher(query);
    return client.find() ? "-" + client.group(1) : "";
  }

  /**
   * A review's verdict must be one of two; a simulation of an amount that is no number is refused.
   */
  private void post(HttpExchange exchange, String path) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    bodies.add(body);
    Matcher matcher = OF_A_CLIENT.matcher(path);
    if (!matcher.matches() || read("client-" + matcher.group(1)).isEmpty()) {
      problem(exchange, 404, "There is nothing at " + path + ".");
    } else if ("what-if".equals(matcher.group(2)) && body.contains("\"many\"")) {
      problem(exchange, 400, "AMT_CREDIT: many is not a number.");
    } else if ("what-if".equals(matcher.group(2))) {
      send(exchange, 200, "application/json", read("simulation-" + matcher.group(1)).orElseThrow());
    } else if (reviewStatus != 201) {
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      problem(exchange, reviewStatus, "The decision is another one now.");
    } else if (body.contains("\"verdict\":\"UPHELD\"") || body.contains("\"OVERRIDDEN\"")) {
      keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")));
      send(exchange, 201, "application/json", "{\"reviewId\":\"r3\"}");
    } else {
      problem(exchange, 400, "verdict: UPHELD or OVERRIDDEN.");
    }
  }

  private static Optional<String> read(String name) throws IOException {
    try (InputStream in = StubService.class.getResourceAsStream("/stub/" + name + ".json")) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    }
  }

  private static void problem(HttpExchange exchange, int status, String detail) throws IOException {
    String body =
        "{\"type\":\"about:blank\",\"title\":\"Problem\",\"status\":"
            + status
            + ",\"detail\":\""
            + detail
            + "\"}";
    send(exchange, status, "application/problem+json", body);
  }

  private static void send(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "stub-service");
    thread.setDaemon(true);
    return thread;
  }
}
