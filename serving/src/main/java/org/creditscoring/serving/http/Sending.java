package org.creditscoring.serving.http;

import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.creditscoring.serving.json.JsonBuffer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an answer of JSON past Javalin, which copies a stream through a new array of 32 KB for each
 * request, however short, and sends what is longer in pieces. Here headers and body go to the
 * operating system by one call.
 */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

  /** Jetty keeps buffers up to this size for the next answer, and makes larger ones each time. */
  private static final int LARGEST_KEPT = 64 * 1024;

  private Sending() {}

  /** Keeps the answer of a route until it is on record. */
  static void prepare(Context context, JsonBuffer json) {
    context.contentType("application/json");
    context.res().setContentLength(json.size());
    Exchange.of(context).answer(json);
  }

  /** Sends what is prepared, unless a problem has taken its place. */
  static void send(Context context) {
    Optional<JsonBuffer> answer = Exchange.of(context).answer();
    if (answer.isEmpty() || context.resultInputStream() != null) {
      return;
    }
    HttpServletResponse response = context.res();
    // What does not fit Jetty's buffer goes in pieces, each of them a call and a packet.
    if (answer.get().size() > response.getBufferSize()) {
      response.setBufferSize(Math.min(answer.get().size(), LARGEST_KEPT));
    }
    try {
      answer.get().writeTo(response.getOutputStream());
    } catch (IOException e) {
      LOG.debug("whoever asked is gone: {}", e.getMessage());
    }
  }
}
