package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.text.Normalizer;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.serving.api.FeatureAnswers.CategoryItem;
import org.creditscoring.serving.api.FeatureAnswers.FeatureDetail;
import org.creditscoring.serving.api.FeatureAnswers.FeatureItem;
import org.creditscoring.serving.api.FeatureAnswers.FeatureList;
import org.creditscoring.serving.api.FeatureAnswers.GroupMeans;
import org.creditscoring.serving.api.FeatureAnswers.Statistics;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Importance;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/** Features: listed and described. */
final class FeatureRoutes {
  private static final int LONGEST_SEARCH = 100;
  private static final int MOST = 1_000;

  private FeatureRoutes() {}

  @OpenApi(
      path = "/v1/features",
      methods = HttpMethod.GET,
      operationId = "listFeatures",
      tags = "features",
      summary = "The model's features, in its order or the most important first",
      queryParams = {
        @OpenApiParam(
            name = "search",
            description =
                "1 to 100 characters that name, label or description holds, whatever their case"
                    + " and accents."),
        @OpenApiParam(
            name = "top",
            type = Integer.class,
            description = "Only so many, the most important first; 1 to 1000.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = FeatureList.class)))
  static FeatureList list(Request request, Snapshot snapshot) {
    Language language = request.language();
    Map<String, Integer> ranks = ranks(snapshot);
    String searched = request.text("search", LONGEST_SEARCH).map(FeatureRoutes::folded).orElse("");
    Optional<Integer> top = request.whole("top", 1, MOST);
    Stream<Feature> found =
        snapshot.features().catalogue().features().stream()
            .filter(feature -> holds(feature, searched, language));
    if (top.isPresent()) {
      found =
          found
              .sorted(Comparator.comparing(f -> ranks.getOrDefault(f.name(), Integer.MAX_VALUE)))
              .limit(top.get());
    }
    return new FeatureList(
        found.map(feature -> item(feature, ranks.get(feature.name()), language)).toList(),
        snapshot.id());
  }

  @OpenApi(
      path = "/v1/features/{name}",
      methods = HttpMethod.GET,
      operationId = "feature",
      tags = "features",
      summary = "One feature, a raw input or a forbidden one: what it is and what clients have",
      pathParams = @OpenApiParam(name = "name", required = true),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = FeatureDetail.class)))
  static FeatureDetail feature(Request request, Snapshot snapshot) {
    Language language = request.language();
    int position = find(snapshot, request.path("name"));
    PublishedFeature published = snapshot.features().values().get(position);
    Feature feature = published.feature();
    return new FeatureDetail(
        feature.name(),
        feature.words().label().in(language),
        feature.words().description().in(language),
        feature.words().formula().in(language),
        feature.kind(),
        feature.unit().label().in(language),
        feature.source(),
        feature.group().name(),
        feature.group().label().in(language),
        feature.actionable(),
        feature.treatment().sensitivity(),
        feature.treatment().reason().in(language),
        feature.categories().stream()
            .map(category -> new CategoryItem(category.code(), category.label().in(language)))
            .toList(),
        new Statistics(
            published.missingShare(),
            published.mean(),
            quantiles(published),
            groupMeans(published.groupMeans())),
        Display.value(feature, published.typical()),
        Display.words(feature, published.typical(), language),
        snapshot.id());
  }

  /** Place in {@code values} of a name, or 404. */
  static int find(Snapshot snapshot, String name) {
    return snapshot
        .features()
        .position(name)
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "there is no feature " + quoted(name) + "; /v1/features lists them"));
  }

  private static boolean holds(Feature feature, String searched, Language language) {
    return searched.isEmpty()
        || folded(feature.name()).contains(searched)
        || folded(feature.words().label().in(language)).contains(searched)
        || folded(feature.words().description().in(language)).contains(searched);
  }

  /** Without accents and case. */
  private static String folded(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static Map<String, Integer> ranks(Snapshot snapshot) {
    return snapshot.importance().stream()
        .filter(item -> item.by().equals(Importance.BY_FEATURE))
        .collect(Collectors.toMap(Importance::name, Importance::rank));
  }

  private static FeatureItem item(Feature feature, Integer rank, Language language) {
    return new FeatureItem(
        feature.name(),
        feature.words().label().in(language),
        feature.kind(),
        feature.unit().label().in(language),
        feature.group().name(),
        feature.group().label().in(language),
        feature.source(),
        feature.treatment().sensitivity(),
        rank);
  }

  private static GroupMeans groupMeans(PublishedFeature.GroupMeans means) {
    return new GroupMeans(means.accepted(), means.refused(), means.repaid(), means.defaulted());
  }

  private static Map<String, Double> quantiles(PublishedFeature published) {
    Map<String, Double> quantiles = new LinkedHashMap<>();
    double[] values = published.quantiles();
    for (int i = 0; i < values.length; i++) {
      quantiles.put(Double.toString(Layout.QUANTILES[i]), values[i]);
    }
    return quantiles;
  }
}
