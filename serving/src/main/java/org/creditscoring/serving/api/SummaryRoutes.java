package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.decision.Points;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Outcome;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.PastScore;
import org.creditscoring.serving.snapshot.RiskBands.Band;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotStore;

/** A client at a glance, and over the kept snapshots. */
final class SummaryRoutes {
  /** What a person looks for first in an application; those that a snapshot has are shown. */
  private static final List<String> APPLICATION =
      List.of(
          "NAME_CONTRACT_TYPE",
          "AMT_CREDIT",
          "AMT_ANNUITY",
          "CREDIT_TERM",
          "AMT_GOODS_PRICE",
          "AMT_INCOME_TOTAL",
          "NAME_INCOME_TYPE",
          "OCCUPATION_TYPE",
          "EMPLOYMENT_YEARS",
          "AGE_YEARS",
          "CNT_CHILDREN",
          "NAME_EDUCATION_TYPE",
          "NAME_HOUSING_TYPE",
          "FLAG_OWN_REALTY",
          "FLAG_OWN_CAR");

  private final SnapshotStore store;

  SummaryRoutes(SnapshotStore store) {
    this.store = store;
  }

  public record Summary(
      int id,
      @OpenApiDescription("past (outcome known) or current.") String kind,
      @OpenApiNullable Outcome outcome,
      @OpenApiDescription("What the client asked for and said of himself.")
          List<ApplicationItem> application,
      @OpenApiDescription("The model's features that are not known of the client.")
          List<MissingItem> missing,
      Decision decision,
      float probability,
      int points,
      float percentile,
      double cutOff,
      @OpenApiDescription("Points at the cut-off.") int cutOffPoints,
      FoldRange foldRange,
      @OpenApiNullable BandItem band,
      @OpenApiNullable Change change,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId,
      @OpenApiDescription("Of the snapshot; ISO-8601, UTC.") String createdAt) {}

  public record ApplicationItem(
      String name,
      String label,
      @OpenApiNullable @OpenApiDescription("A number, a category's code, or null when missing.")
          Object value,
      String display) {}

  public record MissingItem(String feature, String label) {}

  @OpenApiDescription("Least and greatest probability that the fold models give the client.")
  public record FoldRange(double low, double high) {}

  @OpenApiDescription("What became of the tenth of past clients with a like probability.")
  public record BandItem(
      @OpenApiDescription("Probability, included.") double lower,
      @OpenApiDescription("Probability, excluded.") double upper,
      @OpenApiDescription("Share who had payment difficulties, 0 to 1.") double defaultRate,
      @OpenApiDescription("Past clients in the band.") int clients) {}

  @OpenApiDescription("What the snapshot before said of the client.")
  public record Change(
      String previousSnapshotId, float probability, Decision decision, int points) {}

  public record History(
      int id,
      @OpenApiDescription("The newest first.") List<HistoryEntry> entries,
      String snapshotId) {}

  public record HistoryEntry(
      String snapshotId,
      @OpenApiDescription("ISO-8601, UTC.") String createdAt,
      String modelId,
      float probability,
      Decision decision,
      int points) {}

  @OpenApi(
      path = "/v1/clients/{id}/summary",
      methods = HttpMethod.GET,
      operationId = "summary",
      tags = "clients",
      summary = "A client at a glance: application, decision, how sure, what changed",
      pathParams = @OpenApiParam(name = "id", required = true),
      responses = @OpenApiResponse(status = "200", content = @OpenApiContent(from = Summary.class)))
  Summary summary(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    ClientRecord client = ClientRoutes.find(snapshot, request.clientId());
    float[] values = snapshot.clients().values(client.row());
    double[] byFold = snapshot.models().probabilities(values);
    double cutOff = snapshot.manifest().cutOff();
    return new Summary(
        client.id(),
        client.kind().wireName(),
        Decisions.outcome(client.outcome()),
        application(snapshot, values, language),
        missing(snapshot, values, language),
        client.decision(),
        client.probability(),
        client.points(),
        client.percentile(),
        cutOff,
        Points.of(Logistic.inverse(cutOff)),
        new FoldRange(
            Arrays.stream(byFold).min().orElseThrow(), Arrays.stream(byFold).max().orElseThrow()),
        snapshot.clients().bands().of(client.probability()).map(SummaryRoutes::band).orElse(null),
        store.before(snapshot.id(), client.id()).map(SummaryRoutes::change).orElse(null),
        snapshot.manifest().synthetic(),
        snapshot.id(),
        snapshot.manifest().createdAt());
  }

  @OpenApi(
      path = "/v1/clients/{id}/history",
      methods = HttpMethod.GET,
      operationId = "history",
      tags = "clients",
      summary = "What each kept snapshot says of a client",
      pathParams = @OpenApiParam(name = "id", required = true),
      responses = @OpenApiResponse(status = "200", content = @OpenApiContent(from = History.class)))
  History history(Request request, Snapshot snapshot) {
    int id = request.clientId();
    List<HistoryEntry> entries = store.history(id).stream().map(SummaryRoutes::entry).toList();
    if (entries.isEmpty()) {
      ClientRoutes.find(snapshot, id);
    }
    return new History(id, entries, snapshot.id());
  }

  private static List<ApplicationItem> application(
      Snapshot snapshot, float[] values, Language language) {
    List<ApplicationItem> items = new ArrayList<>();
    for (String name : APPLICATION) {
      snapshot
          .features()
          .position(name)
          .ifPresent(
              place -> {
                Feature feature = snapshot.features().values().get(place).feature();
                items.add(
                    new ApplicationItem(
                        name,
                        feature.words().label().in(language),
                        Display.value(feature, values[place]),
                        Display.words(feature, values[place], language)));
              });
    }
    return items;
  }

  private static List<MissingItem> missing(Snapshot snapshot, float[] values, Language language) {
    List<MissingItem> items = new ArrayList<>();
    List<Feature> features = snapshot.features().catalogue().features();
    for (int i = 0; i < features.size(); i++) {
      if (Float.isNaN(values[i])) {
        items.add(
            new MissingItem(features.get(i).name(), features.get(i).words().label().in(language)));
      }
    }
    return items;
  }

  private static BandItem band(Band band) {
    return new BandItem(band.lower(), band.upper(), band.defaultRate(), band.clients());
  }

  private static Change change(PastScore past) {
    return new Change(
        past.snapshot().snapshotId(),
        past.score().probability(),
        past.score().decision(),
        past.score().points());
  }

  private static HistoryEntry entry(PastScore past) {
    return new HistoryEntry(
        past.snapshot().snapshotId(),
        past.snapshot().createdAt(),
        past.snapshot().modelId(),
        past.score().probability(),
        past.score().decision(),
        past.score().points());
  }
}
