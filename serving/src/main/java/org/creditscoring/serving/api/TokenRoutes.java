package org.creditscoring.serving.api;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiResponse;
import java.time.Instant;
import java.util.List;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.auth.Token;
import org.creditscoring.serving.http.Route;

/** Who may ask, for those who run the service. */
public final class TokenRoutes {
  private final Access access;

  private TokenRoutes(Access access) {
    this.access = access;
  }

  public record TokenList(List<TokenItem> tokens) {}

  public record TokenItem(
      String name,
      @OpenApiDescription("reader, notebook, analyst or admin.") String role,
      @OpenApiDescription("ISO-8601, UTC.") String created,
      @OpenApiNullable @OpenApiDescription("ISO-8601, UTC; null for never.") String expires) {}

  public static Route of(Access access) {
    return Route.get("/v1/tokens", request -> new TokenRoutes(access).list()).needing(Role.ADMIN);
  }

  @OpenApi(
      path = "/v1/tokens",
      methods = HttpMethod.GET,
      operationId = "tokens",
      tags = "operations",
      summary = "The tokens of the service, without their secrets; for role admin",
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = TokenList.class)))
  TokenList list() {
    return access instanceof Access.WithTokens guarded
        ? new TokenList(guarded.tokens().get().all().stream().map(TokenRoutes::item).toList())
        : new TokenList(List.of());
  }

  private static TokenItem item(Token token) {
    return new TokenItem(
        token.name(),
        token.role().word(),
        token.created().toString(),
        token.expires().map(Instant::toString).orElse(null));
  }
}
