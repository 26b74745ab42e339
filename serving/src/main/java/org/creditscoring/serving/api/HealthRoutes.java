package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiResponse;
import org.creditscoring.serving.http.Problem;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** For whoever keeps the service running. */
final class HealthRoutes {
  private final SnapshotStore store;

  HealthRoutes(SnapshotStore store) {
    this.store = store;
  }

  /** The process answers. */
  public record Live(String status) {}

  /** The process can answer from a snapshot. */
  public record Ready(
      String status,
      String snapshotId,
      @OpenApiNullable
          @OpenApiDescription(
              "Why CURRENT is not followed, and this snapshot is served still; null when it is"
                  + " followed.")
          String refused) {}

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
  Ready ready(Request request, Snapshot snapshot) {
    String refusal = store.status().refusal();
    return new Ready("UP", snapshot.id(), refusal.isEmpty() ? null : refusal);
  }
}
