package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.FeatureAnswers.ImportanceAnswer;
import org.creditscoring.serving.api.FeatureAnswers.ImportanceItem;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Importance;
import org.creditscoring.serving.snapshot.Snapshot;

/** What matters most over all past clients. */
final class ImportanceRoutes {
  private static final int USUAL = 10;

  private ImportanceRoutes() {}

  @OpenApi(
      path = "/v1/importance",
      methods = HttpMethod.GET,
      operationId = "importance",
      tags = "model",
      summary = "Mean absolute contributions over past clients, the greatest first",
      queryParams = {
        @OpenApiParam(
            name = "top",
            type = Integer.class,
            description = "1 to how many there are; 10 unless said."),
        @OpenApiParam(name = "by", description = "feature (unless said) or group."),
        @OpenApiParam(
            name = "client",
            type = Integer.class,
            description = "A client's id, to be told what each contributes to his risk.")
      },
      responses =
          @OpenApiResponse(
              status = "200",
              content = @OpenApiContent(from = ImportanceAnswer.class)))
  static ImportanceAnswer importance(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    String by =
        request
            .oneOf("by", List.of(Importance.BY_FEATURE, Importance.BY_GROUP))
            .orElse(Importance.BY_FEATURE);
    List<Importance> all =
        snapshot.importance().stream().filter(item -> item.by().equals(by)).toList();
    int top = request.whole("top", 1, Math.max(1, all.size())).orElse(USUAL);
    Optional<Integer> client = request.clientId("client");
    Map<String, Double> contributions =
        client.isPresent() ? contributions(snapshot, client.get(), by) : Map.of();
    List<ImportanceItem> items =
        all.stream()
            .limit(top)
            .map(item -> item(snapshot, item, contributions.get(item.name()), language))
            .toList();
    return new ImportanceAnswer(by, items, snapshot.id());
  }

  /** By name; those of a group are added up. */
  private static Map<String, Double> contributions(Snapshot snapshot, int clientId, String by)
      throws IOException {
    ClientRecord client = ClientRoutes.find(snapshot, clientId);
    float[] contributions = snapshot.clients().contributions(client.row());
    List<Feature> features = snapshot.features().catalogue().features();
    Map<String, Double> sums = new HashMap<>();
    for (int i = 0; i < contributions.length; i++) {
      sums.merge(name(features.get(i), by), (double) contributions[i], Double::sum);
    }
    return sums;
  }

  private static ImportanceItem item(
      Snapshot snapshot, Importance item, Double contribution, Language language) {
    return new ImportanceItem(
        item.rank(),
        item.name(),
        label(snapshot, item, language),
        item.meanAbsoluteContribution(),
        item.low(),
        item.high(),
        item.direction(),
        contribution);
  }

  /** A name that the catalogue does not know stands for itself. */
  private static String label(Snapshot snapshot, Importance item, Language language) {
    return snapshot.features().catalogue().features().stream()
        .filter(feature -> item.name().equals(name(feature, item.by())))
        .findFirst()
        .map(
            feature ->
                item.by().equals(Importance.BY_GROUP)
                    ? feature.group().label().in(language)
                    : feature.words().label().in(language))
        .orElse(item.name());
  }

  private static String name(Feature feature, String by) {
    return by.equals(Importance.BY_GROUP) ? feature.group().name() : feature.name();
  }
}
