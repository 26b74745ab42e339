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
import java.util.List;
import java.util.Optional;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Outcome;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.Bin;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Distribution;
import org.creditscoring.serving.snapshot.Pairs;
import org.creditscoring.serving.snapshot.Points;
import org.creditscoring.serving.snapshot.Snapshot;

/** Two features at once: how dense clients lie in them, and where one of them does. */
final class PairRoutes {
  private static final int LONGEST_NAME = 100;

  private PairRoutes() {}

  public record PairAnswer(
      Axis x,
      Axis y,
      @OpenApiDescription("Only cells that hold clients.") List<CellItem> cells,
      @OpenApiDescription("A sample of clients, each standing for others like it.")
          List<PointItem> points,
      @OpenApiNullable PairClient client,
      @OpenApiDescription("All clients.") int total,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId) {}

  public record Axis(String feature, String label, String unit, Kind kind, List<AxisBin> bins) {}

  public record AxisBin(
      @OpenApiDescription("range, category or missing.") String kind,
      @OpenApiNullable @OpenApiDescription("Included.") Double lower,
      @OpenApiNullable @OpenApiDescription("Excluded but in the last range.") Double upper,
      @OpenApiNullable @OpenApiDescription("The category's code.") String category,
      String label) {}

  public record CellItem(
      @OpenApiDescription("Index in the bins of x.") int x,
      @OpenApiDescription("Index in the bins of y.") int y,
      int all,
      int accepted,
      int refused,
      int repaid,
      int defaulted,
      int unknown) {}

  public record PointItem(
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object x,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object y,
      Decision decision,
      @OpenApiNullable Outcome outcome,
      @OpenApiDescription("How many clients it stands for.") double weight) {}

  public record PairClient(
      int id,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object x,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object y,
      @OpenApiDescription("Index in the bins of x.") int xBin,
      @OpenApiDescription("Index in the bins of y.") int yBin,
      String xDisplay,
      String yDisplay,
      Decision decision) {}

  public record PairFeatures(
      @OpenApiDescription("Any two of them are a pair; the most important first.")
          List<NamedFeature> features,
      String snapshotId) {}

  public record NamedFeature(
      String name,
      String label,
      @OpenApiDescription(
              "The reason group's name, as in /v1/features: two of one group say almost the same.")
          String group) {}

  /** One of the two features, and where its values are. */
  private record Side(String name, int place, Feature feature, Distribution distribution) {
    static Side of(Snapshot snapshot, String name) {
      int place = snapshot.features().position(name).orElseThrow();
      return new Side(
          name,
          place,
          snapshot.features().values().get(place).feature(),
          snapshot.distributions().of(name).orElseThrow());
    }
  }

  @OpenApi(
      path = "/v1/pairs",
      methods = HttpMethod.GET,
      operationId = "pair",
      tags = "features",
      summary = "How clients lie in two features together",
      queryParams = {
        @OpenApiParam(
            name = "x",
            description = "A name of /v1/pairs/features; the most important unless said.",
            example = "EXT_SOURCE_MEAN"),
        @OpenApiParam(
            name = "y",
            description = "Another such name; the most important other one unless said.",
            example = "AGE_YEARS"),
        @OpenApiParam(
            name = "client",
            type = Integer.class,
            description = "A client's id, to be told where he lies.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = PairAnswer.class)))
  static PairAnswer pair(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    Optional<Integer> clientId = request.clientId("client");
    Pairs pairs = pairs(snapshot);
    Optional<String> first = request.text("x", LONGEST_NAME);
    Optional<String> second = request.text("y", LONGEST_NAME);
    if (first.isPresent() && first.equals(second)) {
      throw badRequest(
          "parameters x and y must name two features, both are " + quoted(first.get()));
    }
    first.ifPresent(name -> requirePair(pairs, name));
    second.ifPresent(name -> requirePair(pairs, name));
    Side x = Side.of(snapshot, first.orElseGet(() -> other(pairs, second.orElse(""))));
    Side y = Side.of(snapshot, second.orElseGet(() -> other(pairs, x.name())));
    PairClient client =
        clientId.isEmpty() ? null : client(snapshot, clientId.get(), x, y, language);
    return new PairAnswer(
        axis(x, language),
        axis(y, language),
        pairs.cells(x.name(), y.name()).orElseThrow().stream().map(PairRoutes::cell).toList(),
        snapshot.points().map(points -> points(points, x, y)).orElse(List.of()),
        client,
        snapshot.clients().size(),
        snapshot.manifest().synthetic(),
        snapshot.id());
  }

  @OpenApi(
      path = "/v1/pairs/features",
      methods = HttpMethod.GET,
      operationId = "listPairFeatures",
      tags = "features",
      summary = "The features that any two of which are a pair",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = PairFeatures.class)))
  static PairFeatures features(Request request, Snapshot snapshot) {
    Language language = request.language();
    return new PairFeatures(
        pairs(snapshot).features().stream()
            .map(name -> named(Side.of(snapshot, name).feature(), language))
            .toList(),
        snapshot.id());
  }

  private static NamedFeature named(Feature feature, Language language) {
    return new NamedFeature(
        feature.name(), feature.words().label().in(language), feature.group().name());
  }

  private static Pairs pairs(Snapshot snapshot) {
    return snapshot
        .pairs()
        .orElseThrow(
            () ->
                ProblemException.notFound(
                    "snapshot " + snapshot.id() + " holds no pairs; the next refresh makes them"));
  }

  private static void requirePair(Pairs pairs, String name) {
    if (!pairs.features().contains(name)) {
      throw ProblemException.notFound(
          "there is no pair with %s; GET /v1/pairs/features lists the features that have pairs"
              .formatted(quoted(name)));
    }
  }

  private static String other(Pairs pairs, String than) {
    return pairs.features().stream()
        .filter(name -> !name.equals(than))
        .findFirst()
        .orElseThrow(() -> ProblemException.notFound("one feature makes no pair"));
  }

  private static Axis axis(Side side, Language language) {
    List<Bin> bins = side.distribution().bins();
    List<String> labels = BinLabels.of(side.feature(), bins, language);
    List<AxisBin> items = new ArrayList<>();
    for (int i = 0; i < bins.size(); i++) {
      Bin bin = bins.get(i);
      items.add(
          new AxisBin(
              bin.kind().wireName(),
              bin.lower(),
              bin.upper(),
              DistributionRoutes.code(side.feature(), bin),
              labels.get(i)));
    }
    return new Axis(
        side.name(),
        side.feature().words().label().in(language),
        side.feature().unit().label().in(language),
        side.feature().kind(),
        items);
  }

  private static CellItem cell(Pairs.Cell cell) {
    Bin.Counts counts = cell.counts();
    return new CellItem(
        cell.xBin(),
        cell.yBin(),
        counts.all(),
        counts.accepted(),
        counts.refused(),
        counts.repaid(),
        counts.defaulted(),
        counts.unknown());
  }

  private static List<PointItem> points(Points sample, Side x, Side y) {
    int xPlace = sample.place(x.name()).orElseThrow();
    int yPlace = sample.place(y.name()).orElseThrow();
    return sample.points().stream()
        .map(
            point ->
                new PointItem(
                    Display.value(x.feature(), point.value(xPlace)),
                    Display.value(y.feature(), point.value(yPlace)),
                    point.decision(),
                    Decisions.outcome(point.outcome()),
                    point.weight()))
        .toList();
  }

  private static PairClient client(Snapshot snapshot, int id, Side x, Side y, Language language)
      throws IOException {
    ClientRecord client = ClientRoutes.find(snapshot, id);
    float[] values = snapshot.clients().values(client.row());
    float xValue = values[x.place()];
    float yValue = values[y.place()];
    return new PairClient(
        id,
        Display.value(x.feature(), xValue),
        Display.value(y.feature(), yValue),
        x.distribution().binOf(xValue),
        y.distribution().binOf(yValue),
        Display.words(x.feature(), xValue, language),
        Display.words(y.feature(), yValue, language),
        client.decision());
  }
}
