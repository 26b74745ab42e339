package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiResponse;
import org.creditscoring.serving.http.Problem;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Snapshot;

/** For whoever keeps the service running. */
final class HealthRoutes {
  private HealthRoutes() {}

  /** The process answers. */
  public record Live(String status) {}

  /** The process can answer from a snapshot. */
  public record Ready(String status, String snapshotId) {}

  @OpenApi(
      path = "/health/live",
      methods = HttpMethod.GET,
      operationId = "live",
      tags = "health",
      summary = "The service is up",
      responses = @OpenApiResponse(status = "200", content = @OpenApiContent(from = Live.class)))
  static Live live(Request request) {
    return new Live("UP");
  }

  @OpenApi(
      path = "/health/ready",
      methods = HttpMethod.GET,
      operationId = "ready",
      tags = "health",
      summary = "The service has a snapshot to answer from",
      responses = {
        @OpenApiResponse(status = "200", content = @OpenApiContent(from = Ready.class)),
        @OpenApiResponse(
            status = "503",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
  static Ready ready(Request request, Snapshot snapshot) {
    return new Ready("UP", snapshot.id());
  }
}
