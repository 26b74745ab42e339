package org.creditscoring.serving.http;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** The OpenAPI document, Swagger UI, which reads it, and the chart library of the notes. */
final class Docs {
  private static final String DOCUMENT = "/openapi-plugin/openapi-default.json";
  private static final String WEBJAR = "/META-INF/resources/webjars/swagger-ui/5.34.1/";

  /** For notes in a Zeppelin of the bank's own, whose pages lie at another origin. */
  private static final String CHARTS =
      "/META-INF/resources/webjars/echarts/5.3.1/dist/echarts.min.js";

  private static final Map<String, String> ASSETS =
      Map.of(
          "swagger-ui.css", "text/css",
          "swagger-ui-bundle.js", "text/javascript",
          "favicon-32x32.png", "image/png");

  /** Swagger UI sets styles from its script; scripts come from this service only. */
  private static final String CSP =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self'"
          + " data:; connect-src 'self'; frame-ancestors 'none'; base-uri 'none'; form-action"
          + " 'none'";

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <title>credit-scoring API</title>
      <link rel="icon" href="/assets/swagger-ui/favicon-32x32.png">
      <link rel="stylesheet" href="/assets/swagger-ui/swagger-ui.css">
      </head>
      <body>
      <div id="ui"></div>
      <script src="/assets/swagger-ui/swagger-ui-bundle.js"></script>
      <script src="/assets/docs.js"></script>
      </body>
      </html>
      """;

  private static final String INIT =
      "SwaggerUIBundle({url: '/openapi.json', dom_id: '#ui', deepLinking: true});\n";

  private Docs() {}

  static void add(RoutesConfig routes, List<Route> documented) {
    byte[] document = OpenApiDocument.of(resource(DOCUMENT), documented);
    Reads.add(
        routes,
        "/openapi.json",
        context -> context.contentType("application/json").result(document));
    Reads.add(routes, "/docs", context -> context.html(PAGE).header(SecurityHeaders.CSP, CSP));
    Reads.add(routes, "/assets/docs.js", context -> asset(context, "text/javascript").result(INIT));
    byte[] charts = resource(CHARTS);
    Reads.add(
        routes,
        "/assets/echarts.min.js",
        context ->
            asset(context, "text/javascript")
                .header("Cross-Origin-Resource-Policy", "cross-origin")
                .result(charts));
    ASSETS.forEach(
        (name, type) -> {
          byte[] bytes = resource(WEBJAR + name);
          Reads.add(
              routes, "/assets/swagger-ui/" + name, context -> asset(context, type).result(bytes));
        });
  }

  private static Context asset(Context context, String type) {
    return context.contentType(type).header("Cache-Control", "public, max-age=3600");
  }

  private static byte[] resource(String name) {
    try (InputStream in = Docs.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks its resource " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
