package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiResponse;
import org.creditscoring.serving.http.Route;
import org.creditscoring.serving.http.Text;
import org.creditscoring.serving.metrics.Metrics;

/** What the service measures of itself. */
public final class MetricsRoutes {
  private final Metrics metrics;

  private MetricsRoutes(Metrics metrics) {
    this.metrics = metrics;
  }

  public static Route of(Metrics metrics) {
    return Route.get("/metrics", request -> new MetricsRoutes(metrics).text());
  }

  @OpenApi(
      path = "/metrics",
      methods = HttpMethod.GET,
      operationId = "metrics",
      tags = "operations",
      summary = "Latencies by route, snapshots, JVM, in Prometheus' text format",
      responses =
          @OpenApiResponse(
              status = "200",
              content = @OpenApiContent(from = String.class, mimeType = "text/plain")))
  Text text() {
    return new Text(Metrics.CONTENT_TYPE, metrics.text());
  }
}
