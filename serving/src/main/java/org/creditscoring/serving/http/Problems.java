package org.creditscoring.serving.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.MethodNotAllowedResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.creditscoring.serving.json.JsonBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one place that turns exceptions into answers. */
final class Problems {
  private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
  private static final String OUR_FAULT =
      "an error of the service, not of the request; it is in its log";
  private static final String RETRY_SECONDS = "5";

  private Problems() {}

  static void map(RoutesConfig routes) {
    routes.exception(
        ProblemException.class,
        (e, context) -> {
          if (e.status() == 401) {
            context.header("WWW-Authenticate", "Bearer realm=\"credit-scoring\"");
          }
          if (e.status() == 429) {
            context.header("Retry-After", "1");
          }
          if (e.status() == 503) {
            context.header("Retry-After", RETRY_SECONDS);
          }
          send(context, e.status(), e.getMessage(), e.members());
        });
    routes.exception(
        MethodNotAllowedResponse.class,
        (e, context) -> {
          String allowed = allowed(e);
          context.header("Allow", allowed);
          send(
              context,
              405,
              "method " + context.method() + " is not served here; allowed: " + allowed);
        });
    routes.exception(
        HttpResponseException.class,
        (e, context) ->
            send(
                context,
                e.getStatus(),
                e.getStatus() == 404
                    ? "there is nothing at this path; /docs lists the routes"
                    : "the request cannot be answered"));
    routes.exception(
        Exception.class,
        (e, context) -> {
          LOG.atError()
              .addKeyValue("request", Exchange.of(context).id())
              .setCause(e)
              .log("an answer failed");
          send(context, 500, OUR_FAULT);
        });
  }

  /** Javalin finds the methods of the path, in no order. */
  private static String allowed(MethodNotAllowedResponse e) {
    String found = e.getDetails().getOrDefault("availableMethods", "GET");
    return String.join(", ", new TreeSet<>(List.of(found.split(", *"))));
  }

  /** An {@link Error} outside a route: the request fails, the service goes on. */
  static void ofError(HttpServletResponse response, Error error) {
    LOG.error("an answer failed", error);
    if (!response.isCommitted()) {
      response.setStatus(500);
      response.setContentType(Problem.CONTENT_TYPE);
      try {
        response.getOutputStream().write(JsonBuffer.rendered(Problem.of(500, OUR_FAULT, "")));
      } catch (IOException e) {
        LOG.warn("the problem could not be sent: {}", e.getMessage());
      }
    }
  }

  private static void send(Context context, int status, String detail) {
    send(context, status, detail, Map.of());
  }

  private static void send(
      Context context, int status, String detail, Map<String, String> members) {
    byte[] body = JsonBuffer.rendered(Problem.of(status, detail, context.path()).with(members));
    if (sends(context) && !Exchange.of(context).bodyRead()) {
      // Refused before its body was read, a connection is not kept: whoever sends must know that.
      context.header("Connection", "close");
    }
    context
        .status(status)
        .contentType(Problem.CONTENT_TYPE)
        // The answer that this one takes the place of may have said its own.
        .header("Content-Length", Integer.toString(body.length))
        .result(body);
  }

  /** Whether a request has a body at all, of whatever length. */
  private static boolean sends(Context context) {
    return context.req().getContentLengthLong() > 0 || context.header("Transfer-Encoding") != null;
  }
}
