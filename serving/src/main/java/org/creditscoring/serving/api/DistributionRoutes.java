package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.FeatureAnswers.BinItem;
import org.creditscoring.serving.api.FeatureAnswers.DistributionAnswer;
import org.creditscoring.serving.api.FeatureAnswers.Position;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Bin;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Distribution;
import org.creditscoring.serving.snapshot.Snapshot;

/** How all clients lie in a feature, and where one of them does. */
final class DistributionRoutes {
  private DistributionRoutes() {}

  @OpenApi(
      path = "/v1/features/{name}/distribution",
      methods = HttpMethod.GET,
      operationId = "distribution",
      tags = "features",
      summary = "A feature's histogram over all clients, whole and by group",
      pathParams = @OpenApiParam(name = "name", required = true),
      queryParams = {
        @OpenApiParam(
            name = "client",
            type = Integer.class,
            description = "A client's id, to be told where he lies.")
      },
      responses =
          @OpenApiResponse(
              status = "200",
              content = @OpenApiContent(from = DistributionAnswer.class)))
  static DistributionAnswer distribution(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    Optional<Integer> clientId = request.clientId("client");
    int position = FeatureRoutes.find(snapshot, request.path("name"));
    Feature feature = snapshot.features().values().get(position).feature();
    Distribution distribution =
        snapshot
            .distributions()
            .of(feature.name())
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "no distribution is published of " + quoted(feature.name())));
    Position client = null;
    if (clientId.isPresent()) {
      ClientRecord found = ClientRoutes.find(snapshot, clientId.get());
      float value = snapshot.clients().values(found.row())[position];
      float contribution = snapshot.clients().contributions(found.row())[position];
      client =
          new Position(
              found.id(),
              Display.value(feature, value),
              Display.words(feature, value, language),
              distribution.binOf(value),
              distribution.percentile(value),
              PositionRoutes.percentiles(distribution, value),
              contribution);
    }
    return new DistributionAnswer(
        feature.name(),
        feature.words().label().in(language),
        feature.unit().label().in(language),
        feature.kind(),
        bins(feature, distribution, language),
        distribution.total(),
        client,
        snapshot.manifest().synthetic(),
        snapshot.id());
  }

  private static List<BinItem> bins(Feature feature, Distribution distribution, Language language) {
    List<String> labels = BinLabels.of(feature, distribution.bins(), language);
    List<BinItem> items = new ArrayList<>();
    for (int i = 0; i < labels.size(); i++) {
      Bin bin = distribution.bins().get(i);
      Bin.Counts counts = bin.counts();
      items.add(
          new BinItem(
              bin.kind().wireName(),
              bin.lower(),
              bin.upper(),
              code(feature, bin),
              labels.get(i),
              counts.all(),
              counts.accepted(),
              counts.refused(),
              counts.repaid(),
              counts.defaulted(),
              counts.unknown(),
              bin.contribution().mean(),
              bin.contribution().sd()));
    }
    return items;
  }

  /** The code of a category's bin; null for any other. */
  static String code(Feature feature, Bin bin) {
    boolean category = feature.kind() == Kind.CATEGORY && bin.category() >= 0;
    return category ? (String) Display.value(feature, bin.category()) : null;
  }
}
