package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientFilter;
import org.creditscoring.serving.snapshot.ClientFilter.Range;
import org.creditscoring.serving.snapshot.ClientKind;
import org.creditscoring.serving.snapshot.ClientOrder;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.ClientSearch.Page;
import org.creditscoring.serving.snapshot.ClientSearch.Sorting;
import org.creditscoring.serving.snapshot.Snapshot;

/** Many clients at once: searched for page by page, or asked for by their ids. */
final class SearchRoutes {
  static final String[] PARAMETERS = {
    "prefix",
    "kind",
    "decision",
    "minProbability",
    "maxProbability",
    "minPoints",
    "maxPoints",
    "near",
    "sort",
    "limit",
    "cursor"
  };

  /** Ids of one bulk look-up, at most. */
  static final int MOST_IDS = 1_000;

  private static final int MOST = 100;
  private static final int USUAL = 20;
  private static final int MOST_POINTS = 2_000;
  private static final String NEAR_CUT_OFF = "cut-off";
  private static final String DISTANCE = "distance";
  private static final List<String> SORTS =
      List.of("id", "-id", "probability", "-probability", "points", "-points", DISTANCE);
  private static final int LONGEST_CURSOR = 100;

  private SearchRoutes() {}

  public record ClientList(
      @OpenApiDescription("In the order asked for; by rising id unless said.")
          List<ClientItem> clients,
      @OpenApiNullable
          @OpenApiDescription("The parameter cursor of the next page; null on the last one.")
          String next,
      @OpenApiDescription("Clients on all pages.") int total,
      String snapshotId) {}

  public record ClientItem(
      int id,
      Decision decision,
      int points,
      float probability,
      @OpenApiDescription("past (outcome known) or current.") String kind) {}

  public record LookupRequest(
      @OpenApiDescription("1 to 1000 ids; one that occurs twice is answered once.")
          List<Integer> ids) {}

  public record LookupAnswer(
      @OpenApiDescription("In the order of the ids.") List<FoundClient> clients,
      @OpenApiDescription("Ids that no client has.") List<Integer> unknown,
      String snapshotId) {}

  public record FoundClient(
      int id,
      float probability,
      Decision decision,
      int points,
      @OpenApiDescription("Share of past clients who are riskier, 0 to 100; higher is safer.")
          float percentile,
      @OpenApiDescription("past (outcome known) or current.") String kind) {}

  @OpenApi(
      path = "/v1/clients",
      methods = HttpMethod.GET,
      operationId = "listClients",
      tags = "clients",
      summary = "Clients that meet every condition, page by page",
      description =
          "Without conditions, every client. To go on, send the same parameters and the answer's"
              + " next as cursor; the pages are of one snapshot.",
      queryParams = {
        @OpenApiParam(
            name = "prefix",
            description = "Up to 10 decimal digits that the id begins with.",
            example = "1000"),
        @OpenApiParam(name = "kind", description = "past (outcome known) or current."),
        @OpenApiParam(name = "decision", description = "ACCEPTED or REFUSED."),
        @OpenApiParam(name = "minProbability", type = Double.class, description = "0 to 1."),
        @OpenApiParam(name = "maxProbability", type = Double.class, description = "0 to 1."),
        @OpenApiParam(name = "minPoints", type = Integer.class, description = "0 to 2000."),
        @OpenApiParam(name = "maxPoints", type = Integer.class, description = "0 to 2000."),
        @OpenApiParam(
            name = "near",
            description = "cut-off: those first whose probability is nearest to it."),
        @OpenApiParam(
            name = "sort",
            description =
                "id (unless said), -id, probability, -probability, points, -points or distance"
                    + " (from the cut-off); with - the greatest first."),
        @OpenApiParam(
            name = "limit",
            type = Integer.class,
            description = "Clients on a page, 1 to 100, 20 unless said."),
        @OpenApiParam(name = "cursor", description = "The field next of the page before.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = ClientList.class)))
  static ClientList list(Request request, Snapshot snapshot) {
    ClientFilter filter = filter(request);
    Sorting sorting = sorting(request);
    int limit = request.whole("limit", 1, MOST).orElse(USUAL);
    String search = filter + " " + sorting;
    int from =
        request
            .text("cursor", LONGEST_CURSOR)
            .map(cursor -> Cursor.place(cursor, snapshot.id(), search))
            .orElse(0);
    Page page = snapshot.clients().search().page(filter, sorting, from, limit);
    List<ClientItem> items =
        page.rows().stream().map(row -> item(snapshot.clients().at(row))).toList();
    request.noteClients(items.stream().mapToInt(ClientItem::id).toArray());
    return new ClientList(
        items,
        page.next() < 0 ? null : Cursor.of(snapshot.id(), page.next(), search).text(),
        page.total(),
        snapshot.id());
  }

  @OpenApi(
      path = "/v1/clients/lookup",
      methods = HttpMethod.POST,
      operationId = "lookUpClients",
      tags = "clients",
      summary = "The decisions on up to 1000 clients",
      requestBody =
          @OpenApiRequestBody(
              required = true,
              content = @OpenApiContent(from = LookupRequest.class)),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = LookupAnswer.class)))
  static LookupAnswer lookup(Request request, Snapshot snapshot) throws IOException {
    Set<Integer> ids =
        IntStream.of(request.body("ids").clientIds("ids", MOST_IDS))
            .boxed()
            .collect(Collectors.toCollection(LinkedHashSet::new));
    request.noteClients(ids.stream().mapToInt(Integer::intValue).toArray());
    List<FoundClient> found = new ArrayList<>();
    List<Integer> unknown = new ArrayList<>();
    for (int id : ids) {
      snapshot
          .clients()
          .find(id)
          .ifPresentOrElse(client -> found.add(found(client)), () -> unknown.add(id));
    }
    return new LookupAnswer(found, unknown, snapshot.id());
  }

  private static ClientItem item(ClientRecord client) {
    return new ClientItem(
        client.id(),
        client.decision(),
        client.points(),
        client.probability(),
        client.kind().wireName());
  }

  private static FoundClient found(ClientRecord client) {
    return new FoundClient(
        client.id(),
        client.probability(),
        client.decision(),
        client.points(),
        client.percentile(),
        client.kind().wireName());
  }

  private static ClientFilter filter(Request request) {
    String prefix = request.query("prefix").orElse("");
    if (!prefix.matches("[0-9]{0,10}")) {
      throw badRequest("parameter prefix must be up to 10 digits, is " + quoted(prefix));
    }
    return new ClientFilter(
        prefix,
        request.oneOf("kind", List.of("past", "current")).flatMap(ClientKind::of),
        request.oneOf("decision", List.of("ACCEPTED", "REFUSED")).map(Decision::valueOf),
        range(
            "Probability",
            request.number("minProbability", 0, 1),
            request.number("maxProbability", 0, 1)),
        range("Points", points(request, "minPoints"), points(request, "maxPoints")));
  }

  private static OptionalDouble points(Request request, String name) {
    Optional<Integer> points = request.whole(name, 0, MOST_POINTS);
    return points.isPresent() ? OptionalDouble.of(points.get()) : OptionalDouble.empty();
  }

  private static Range range(String what, OptionalDouble least, OptionalDouble most) {
    Range range = new Range(least.orElse(Range.ANY.least()), most.orElse(Range.ANY.most()));
    if (range.least() > range.most()) {
      throw badRequest(
          "parameter min%s must not be above max%s, is %s above %s"
              .formatted(what, what, quoted("" + range.least()), quoted("" + range.most())));
    }
    return range;
  }

  private static Sorting sorting(Request request) {
    Optional<String> near = request.oneOf("near", List.of(NEAR_CUT_OFF));
    String sort = request.oneOf("sort", SORTS).orElse(near.isPresent() ? DISTANCE : "id");
    if (near.isPresent() && !sort.equals(DISTANCE)) {
      throw badRequest(
          "parameter near=cut-off sorts by distance; leave out sort, which is " + quoted(sort));
    }
    boolean falling = sort.startsWith("-");
    return new Sorting(
        switch (falling ? sort.substring(1) : sort) {
          case "probability" -> ClientOrder.PROBABILITY;
          case "points" -> ClientOrder.POINTS;
          case DISTANCE -> ClientOrder.DISTANCE;
          default -> ClientOrder.ID;
        },
        falling);
  }
}
