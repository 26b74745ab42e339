package org.creditscoring.serving.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.io.IOException;
import java.io.InputStream;

/**
 * Registers what answers GET for HEAD as well. Left to itself Javalin answers HEAD with an empty
 * 200 wherever a GET is registered, whatever that GET would have said.
 */
final class Reads {
  private Reads() {}

  /** Jetty holds back the body of an answer to HEAD and keeps its headers. */
  static void add(RoutesConfig routes, String path, Handler handler) {
    Handler measured =
        context -> {
          handler.handle(context);
          sayLength(context);
        };
    routes.get(path, measured);
    routes.head(path, measured);
  }

  /** Without it Jetty sends a long body in chunks, and HEAD could not say its length. */
  private static void sayLength(Context context) throws IOException {
    InputStream body = context.resultInputStream();
    if (body != null) {
      // Every answer is made in memory before it is sent, so all of it is available.
      context.header("Content-Length", Integer.toString(body.available()));
    }
  }
}
