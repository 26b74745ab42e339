package org.creditscoring.serving.http;

import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.Set;
import org.creditscoring.serving.auth.Access;

/** Lets the pages of some other origins read answers in a browser (the Fetch standard's CORS). */
final class Cors {
  private static final String DAY_SECONDS = "86400";

  private final Set<String> origins;

  Cors(Set<String> origins) {
    this.origins = origins;
  }

  /** What an answer depends on beside its address. */
  String vary() {
    return origins.isEmpty() ? "Accept-Language" : "Accept-Language, Origin";
  }

  /**
   * Marks an answer for its reader; a browser's question whether it may ask is answered here, for
   * it carries no token.
   *
   * @return whether it was such a question
   */
  boolean answered(Context context) {
    String origin = context.header("Origin");
    if (origin == null || !origins.contains(origin)) {
      return false;
    }
    context
        .header("Access-Control-Allow-Origin", origin)
        .header("Access-Control-Expose-Headers", RequestIds.HEADER + ", Retry-After")
        .header("Vary", vary());
    if (context.method() != HandlerType.OPTIONS
        || context.header("Access-Control-Request-Method") == null) {
      return false;
    }
    context
        .status(204)
        .header("Access-Control-Allow-Methods", "GET, HEAD, POST")
        .header(
            "Access-Control-Allow-Headers",
            String.join(
                ", ",
                "Authorization",
                "Content-Type",
                Request.IDEMPOTENCY_KEY,
                RequestIds.HEADER,
                Access.ON_BEHALF_OF))
        .header("Access-Control-Max-Age", DAY_SECONDS);
    return true;
  }
}
