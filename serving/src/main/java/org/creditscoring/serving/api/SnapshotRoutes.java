package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiResponse;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.KeptSnapshot;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** The snapshot that answers come from, and those that are kept. */
final class SnapshotRoutes {
  private final SnapshotStore store;

  SnapshotRoutes(SnapshotStore store) {
    this.store = store;
  }

  public record SnapshotAnswer(
      String snapshotId,
      @OpenApiDescription("ISO-8601, UTC.") String createdAt,
      int clients,
      String modelId,
      int formatVersion,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic) {}

  public record SnapshotList(
      @OpenApiDescription("The newest first.") List<SnapshotItem> snapshots) {}

  public record SnapshotItem(
      String snapshotId,
      @OpenApiNullable @OpenApiDescription("ISO-8601, UTC.") String createdAt,
      @OpenApiNullable Integer clients,
      @OpenApiNullable String modelId,
      @OpenApiDescription("Whether it is the one that is served.") boolean current,
      @OpenApiNullable @OpenApiDescription("Why it cannot be served; null when it can.")
          String problem) {}

  @OpenApi(
      path = "/v1/snapshot",
      methods = HttpMethod.GET,
      operationId = "snapshot",
      tags = "model",
      summary = "The snapshot that answers come from",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = SnapshotAnswer.class)))
  static JsonBuffer snapshot(Request request, Snapshot snapshot) {
    return JsonBuffer.ofThread().raw(snapshot.derived(Rendered.class, Rendered::of).json());
  }

  /** {@link SnapshotAnswer}, which every caller gets the same. */
  private record Rendered(byte[] json) {
    static Rendered of(Snapshot snapshot) {
      Manifest manifest = snapshot.manifest();
      return new Rendered(
          JsonBuffer.rendered(
              new SnapshotAnswer(
                  snapshot.id(),
                  manifest.createdAt(),
                  manifest.clients(),
                  manifest.modelId(),
                  manifest.formatVersion(),
                  manifest.synthetic())));
    }
  }

  @OpenApi(
      path = "/v1/snapshots",
      methods = HttpMethod.GET,
      operationId = "listSnapshots",
      tags = "model",
      summary = "The kept snapshots; every GET answers as of one of them by ?snapshot=",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = SnapshotList.class)))
  SnapshotList list(Request request) {
    return new SnapshotList(store.kept().stream().map(SnapshotRoutes::item).toList());
  }

  private static SnapshotItem item(KeptSnapshot kept) {
    Optional<Manifest> manifest = kept.manifest();
    return new SnapshotItem(
        kept.id(),
        manifest.map(Manifest::createdAt).orElse(null),
        manifest.map(Manifest::clients).orElse(null),
        manifest.map(Manifest::modelId).orElse(null),
        kept.current(),
        kept.problem().isEmpty() ? null : kept.problem());
  }
}
