package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiRequestBody;
import io.javalin.openapi.OpenApiResponse;
import java.io.IOException;
import java.util.Map;
import java.util.OptionalDouble;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.FeatureAnswers.CategoryItem;
import org.creditscoring.serving.api.WhatIfAnswers.InputItem;
import org.creditscoring.serving.api.WhatIfAnswers.InputList;
import org.creditscoring.serving.api.WhatIfAnswers.WhatIfAnswer;
import org.creditscoring.serving.api.WhatIfAnswers.WhatIfRequest;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.whatif.Input;
import org.creditscoring.serving.whatif.Simulation;
import org.creditscoring.serving.whatif.Wanted;
import org.creditscoring.serving.whatif.WhatIfException;

/** What the decision would be if a client were otherwise; nothing of it is kept. */
final class WhatIfRoutes {
  private static final int MOST_VALUES = 500;
  private static final int USUAL = 10;

  private WhatIfRoutes() {}

  @OpenApi(
      path = "/v1/clients/{id}/what-if",
      methods = HttpMethod.GET,
      operationId = "whatIfInputs",
      tags = "clients",
      summary = "What may be changed in a simulation, and what the client has",
      pathParams = @OpenApiParam(name = "id", required = true),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = InputList.class)))
  static InputList inputs(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    ClientRecord client = ClientRoutes.find(snapshot, request.clientId());
    float[] values = snapshot.clients().values(client.row());
    return new InputList(
        client.id(),
        Input.of(snapshot).stream().map(input -> item(input, values, language)).toList(),
        snapshot.id());
  }

  @OpenApi(
      path = "/v1/clients/{id}/what-if",
      methods = HttpMethod.POST,
      operationId = "whatIf",
      tags = "clients",
      summary = "A simulation: the decision on a client with other values",
      description =
          "By the model that scored the client. Credit, annuity and number of annuities are kept"
              + " consistent; ratios are computed anew. Nothing of the simulation is kept.",
      pathParams = @OpenApiParam(name = "id", required = true),
      queryParams =
          @OpenApiParam(
              name = "top",
              type = Integer.class,
              description =
                  "How many contributions, those that change most; 1 to the number of features, 10"
                      + " unless said."),
      requestBody =
          @OpenApiRequestBody(
              required = true,
              content = @OpenApiContent(from = WhatIfRequest.class)),
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = WhatIfAnswer.class)))
  static WhatIfAnswer whatIf(Request request, Snapshot snapshot) throws IOException {
    Language language = request.language();
    int features = snapshot.features().featureCount();
    int top = request.whole("top", 1, features).orElse(Math.min(USUAL, features));
    ClientRecord client = ClientRoutes.find(snapshot, request.clientId());
    float[] stored = snapshot.clients().values(client.row());
    try {
      Map<Input, Float> wanted =
          Wanted.of(snapshot, request.body("values").object("values", MOST_VALUES));
      Simulation simulation = Simulation.of(snapshot, client, stored, wanted);
      return new WhatIfText(snapshot, language).answer(client, stored, simulation, wanted, top);
    } catch (WhatIfException e) {
      throw ProblemException.badRequest(e.getMessage());
    }
  }

  private static InputItem item(Input input, float[] values, Language language) {
    Feature feature = input.feature();
    float value = values[input.place()];
    return new InputItem(
        feature.name(),
        feature.words().label().in(language),
        feature.kind(),
        feature.unit().label().in(language),
        Display.value(feature, value),
        Display.words(feature, value, language),
        boxed(input.limits().minimum()),
        boxed(input.limits().maximum()),
        feature.categories().stream()
            .map(category -> new CategoryItem(category.code(), category.label().in(language)))
            .toList(),
        feature.actionable());
  }

  private static Double boxed(OptionalDouble number) {
    return number.isPresent() ? number.getAsDouble() : null;
  }
}
