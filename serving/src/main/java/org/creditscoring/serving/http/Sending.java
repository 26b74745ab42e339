package org.creditscoring.serving.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends an answer of JSON past Javalin, which copies a stream through a new array of 32 KB for each
 * request, however short, and sends what is longer in pieces. Here headers and body go to the
 * operating system by one call.
 */
final class Sending {
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);

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
    try {
      answer.get().writeTo(context.res().getOutputStream());
    } catch (IOException e) {
      LOG.debug("whoever asked is gone: {}", e.getMessage());
    }
  }
}
