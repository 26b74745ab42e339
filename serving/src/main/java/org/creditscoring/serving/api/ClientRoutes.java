package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Client;
import org.creditscoring.serving.api.ClientAnswers.Explanation;
import org.creditscoring.serving.api.Explanations.Detail;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/** One client: decided, explained. */
final class ClientRoutes {
  private ClientRoutes() {}

  @OpenApi(
      path = "/v1/clients/{id}",
      methods = HttpMethod.GET,
      operationId = "client",
      tags = "clients",
      summary = "The decision on a client and its reasons in words",
      pathParams = @OpenApiParam(name = "id", required = true),
      responses = @OpenApiResponse(status = "200", content = @OpenApiContent(from = Client.class)))
  static JsonBuffer client(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    return Decisions.json(snapshot, find(snapshot, request.clientId()), language);
  }

  @OpenApi(
      path = "/v1/clients/{id}/explanation",
      methods = HttpMethod.GET,
      operationId = "explanation",
      tags = "clients",
      summary = "How every feature moved a client's risk: exact SHAP contributions",
      pathParams = @OpenApiParam(name = "id", required = true),
      queryParams = {
        @OpenApiParam(
            name = "top",
            type = Integer.class,
            description = "1 to the number of features; the others are summed. Without, all."),
        @OpenApiParam(
            name = "detail",
            description =
                "brief (unless said), or full: each contribution's label, its group and its value"
                    + " in words too.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = Explanation.class)))
  static JsonBuffer explanation(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    int features = snapshot.features().featureCount();
    int top = request.whole("top", 1, features).orElse(features);
    Detail detail = request.oneOf("detail", Detail.WORDS).map(Detail::of).orElse(Detail.BRIEF);
    return Explanations.of(snapshot, find(snapshot, request.clientId()), top, detail, language);
  }

  /** The client, or 404. */
  static ClientRecord find(Snapshot snapshot, int id) {
    return snapshot
        .clients()
        .find(id)
        .orElseThrow(() -> ProblemException.notFound("there is no client " + id));
  }
}
