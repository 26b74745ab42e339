package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Distribution;
import org.creditscoring.serving.snapshot.Importance;
import org.creditscoring.serving.snapshot.Snapshot;

/** Where a client stands in the distributions of several features. */
final class PositionRoutes {
  private static final int USUAL = 10;
  private static final int MOST = 50;
  private static final int LONGEST = 4_000;

  private PositionRoutes() {}

  public record PositionAnswer(int id, List<FeaturePosition> positions, String snapshotId) {}

  public record FeaturePosition(
      String feature,
      String label,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object value,
      String display,
      @OpenApiDescription("Index in the bins of the feature's distribution.") int bin,
      @OpenApiNullable @OpenApiDescription("Null for a category, a flag and a missing value.")
          Percentiles percentile) {}

  @OpenApiDescription(
      "Share of the clients whose value is known that lie below, half of the own bin counted, 0 to"
          + " 100; null when a group has none.")
  public record Percentiles(
      @OpenApiNullable Double all,
      @OpenApiNullable @OpenApiDescription("Among clients who would be accepted.") Double accepted,
      @OpenApiNullable @OpenApiDescription("Among clients who would be refused.") Double refused) {}

  @OpenApi(
      path = "/v1/clients/{id}/position",
      methods = HttpMethod.GET,
      operationId = "position",
      tags = "clients",
      summary = "A client's value, bin and percentile in several features",
      pathParams = @OpenApiParam(name = "id", required = true),
      queryParams =
          @OpenApiParam(
              name = "features",
              description =
                  "Up to 50 names of the model's features with commas between them; the 10 most"
                      + " important unless said.",
              example = "EXT_SOURCE_MEAN,AGE_YEARS"),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = PositionAnswer.class)))
  static PositionAnswer position(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    List<String> names =
        request
            .text("features", LONGEST)
            .map(list -> named(list, snapshot))
            .orElseGet(() -> mostImportant(snapshot));
    ClientRecord client = ClientRoutes.find(snapshot, request.clientId());
    float[] values = snapshot.clients().values(client.row());
    List<FeaturePosition> positions = new ArrayList<>();
    for (String name : names) {
      int place = snapshot.features().position(name).orElseThrow();
      Distribution distribution = snapshot.distributions().of(name).orElseThrow();
      Feature feature = snapshot.features().values().get(place).feature();
      float value = values[place];
      positions.add(
          new FeaturePosition(
              name,
              feature.words().label().in(language),
              Display.value(feature, value),
              Display.words(feature, value, language),
              distribution.binOf(value),
              percentiles(distribution, value)));
    }
    return new PositionAnswer(client.id(), positions, snapshot.id());
  }

  /** Null where a feature has no scale, or the value is missing. */
  static Percentiles percentiles(Distribution distribution, float value) {
    Distribution.Percentiles found = distribution.percentiles(value);
    return Double.isNaN(found.all())
        ? null
        : new Percentiles(found.all(), found.accepted(), found.refused());
  }

  private static List<String> named(String list, Snapshot snapshot) {
    Set<String> names = new LinkedHashSet<>(List.of(list.split(",", -1)));
    if (names.size() > MOST) {
      throw badRequest(
          "parameter features must name up to %d features, names %d".formatted(MOST, names.size()));
    }
    for (String name : names) {
      if (snapshot.distributions().of(name).isEmpty()) {
        throw badRequest(
            "parameter features names %s, which is no feature with a distribution; /v1/features lists them"
                .formatted(quoted(name)));
      }
    }
    return List.copyOf(names);
  }

  private static List<String> mostImportant(Snapshot snapshot) {
    return snapshot.importance().stream()
        .filter(item -> item.by().equals(Importance.BY_FEATURE))
        .map(Importance::name)
        .filter(name -> snapshot.distributions().of(name).isPresent())
        .limit(USUAL)
        .toList();
  }
}
