package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;
import static org.creditscoring.serving.http.ProblemException.quoted;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.List;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Client;
import org.creditscoring.serving.api.ClientAnswers.ClientItem;
import org.creditscoring.serving.api.ClientAnswers.ClientList;
import org.creditscoring.serving.api.ClientAnswers.Explanation;
import org.creditscoring.serving.http.Problem;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/** Clients: listed, decided, explained. */
final class ClientRoutes {
  private static final int MOST = 100;
  private static final int USUAL = 20;

  private ClientRoutes() {}

  @OpenApi(
      path = "/v1/clients",
      methods = HttpMethod.GET,
      operationId = "listClients",
      tags = "clients",
      summary = "Clients whose id begins with some digits, by rising id",
      queryParams = {
        @OpenApiParam(name = "prefix", description = "Decimal digits; without, the first clients."),
        @OpenApiParam(
            name = "limit",
            type = Integer.class,
            description = "1 to 100, 20 unless said.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = ClientList.class)))
  static ClientList list(Request request, Snapshot snapshot) {
    String prefix = request.query("prefix").orElse("");
    if (!prefix.matches("[0-9]{0,10}")) {
      throw badRequest("parameter prefix must be up to 10 digits, is " + quoted(prefix));
    }
    int limit = request.whole("limit", 1, MOST).orElse(USUAL);
    List<ClientItem> clients =
        snapshot.clients().withPrefix(prefix, limit).stream()
            .map(client -> new ClientItem(client.id(), client.decision(), client.points()))
            .toList();
    return new ClientList(clients, snapshot.id());
  }

  @OpenApi(
      path = "/v1/clients/{id}",
      methods = HttpMethod.GET,
      operationId = "client",
      tags = "clients",
      summary = "The decision on a client and its reasons in words",
      pathParams = @OpenApiParam(name = "id", type = Integer.class, required = true),
      responses = {
        @OpenApiResponse(status = "200", content = @OpenApiContent(from = Client.class)),
        @OpenApiResponse(
            status = "404",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
  static Client client(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    return Decisions.of(snapshot, find(snapshot, request.clientId()), language);
  }

  @OpenApi(
      path = "/v1/clients/{id}/explanation",
      methods = HttpMethod.GET,
      operationId = "explanation",
      tags = "clients",
      summary = "How every feature moved a client's risk: exact SHAP contributions",
      pathParams = @OpenApiParam(name = "id", type = Integer.class, required = true),
      queryParams = {
        @OpenApiParam(
            name = "top",
            type = Integer.class,
            description = "1 to the number of features; the others are summed. Without, all.")
      },
      responses = {
        @OpenApiResponse(status = "200", content = @OpenApiContent(from = Explanation.class)),
        @OpenApiResponse(
            status = "404",
            content = @OpenApiContent(from = Problem.class, mimeType = Problem.CONTENT_TYPE))
      })
  static Explanation explanation(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    int features = snapshot.features().featureCount();
    int top = request.whole("top", 1, features).orElse(features);
    return Explanations.of(snapshot, find(snapshot, request.clientId()), top, language);
  }

  /** The client, or 404. */
  static ClientRecord find(Snapshot snapshot, int id) {
    return snapshot
        .clients()
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("there is no client " + id));
  }
}
