package org.creditscoring.serving.http;

import io.javalin.http.Context;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.auth.BearerToken;
import org.creditscoring.serving.auth.Caller;
import org.creditscoring.serving.auth.RateLimits;
import org.creditscoring.serving.auth.RefusedException;
import org.creditscoring.serving.auth.Role;

/** What every request passes first: its id, the security headers, the token, the limit. */
final class Gate {
  private static final Set<String> OWN_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");

  private static final Caller ITSELF = new Caller("itself", Role.READER, Optional.empty());

  private final Access access;
  private final RateLimits limits;
  private final Cors cors;
  private final Readiness readiness;
  private final RequestIds ids = new RequestIds();
  private volatile Optional<BearerToken> own = Optional.empty();

  Gate(ServerSettings settings, Cors cors, Readiness readiness) {
    access = settings.access();
    limits = new RateLimits(settings.limits().perSecond());
    this.cors = cors;
    this.readiness = readiness;
  }

  /** Lets the service ask itself with a token of its own, or no longer. */
  void own(Optional<BearerToken> token) {
    own = token;
  }

  /**
   * @throws ProblemException if the request is not let in
   */
  void pass(Context context) {
    Exchange exchange = new Exchange(ids.of(context.header(RequestIds.HEADER)));
    context.attribute(Exchange.KEY, exchange);
    context.header(RequestIds.HEADER, exchange.id());
    SecurityHeaders.ALL.forEach(context::header);
    if (cors.answered(context)) {
      context.skipRemainingHandlers();
      return;
    }
    if (access instanceof Access.OpenOnLoopback) {
      requireOwnName(context);
    }
    if (Route.asksForToken(context.path())) {
      admit(context, exchange);
    } else if (context.path().equals(Readiness.PATH)) {
      readiness.require();
    }
  }

  private void admit(Context context, Exchange exchange) {
    String header = context.header("Authorization");
    String authorization = header == null ? "" : header;
    if (own.isPresent() && BearerToken.in(authorization).equals(own)) {
      exchange.markOurs();
      exchange.caller(ITSELF);
      exchange.admit();
      return;
    }
    Caller caller = caller(context, exchange, authorization);
    exchange.caller(caller);
    if (!limits.take(caller.token())) {
      throw ProblemException.tooMany(
          "token %s may ask %d times a second".formatted(caller.token(), limits.perSecond()));
    }
    exchange.admit();
  }

  /**
   * @throws ProblemException if the caller's role is not enough for a route
   */
  static void requireRole(Exchange exchange, Role least) {
    if (least == Role.READER) {
      return;
    }
    Caller caller = exchange.caller().orElseThrow();
    if (!caller.role().admits(least)) {
      throw ProblemException.forbidden(
          "this needs a token of role %s; %s is of role %s"
              .formatted(least.word(), caller.token(), caller.role().word()));
    }
    if (caller.role() == Role.NOTEBOOK && caller.onBehalfOf().isEmpty()) {
      throw ProblemException.forbidden(
          "a token of role notebook must name the analyst here, in the header "
              + Access.ON_BEHALF_OF);
    }
  }

  private Caller caller(Context context, Exchange exchange, String authorization) {
    try {
      return access.caller(authorization, Optional.ofNullable(context.header(Access.ON_BEHALF_OF)));
    } catch (RefusedException e) {
      e.caller().ifPresent(exchange::caller);
      throw switch (e.kind()) {
        case UNKNOWN -> ProblemException.unauthorized(e.getMessage());
        case FORBIDDEN -> ProblemException.forbidden(e.getMessage());
        case MALFORMED -> ProblemException.badRequest(e.getMessage());
      };
    }
  }

  /** A page of another site that made its name point to this machine may not read clients. */
  private static void requireOwnName(Context context) {
    String host = context.host() == null ? "" : context.host();
    String name = host.replaceFirst(":[0-9]+$", "").toLowerCase(Locale.ROOT);
    if (!OWN_NAMES.contains(name)) {
      throw ProblemException.misdirected(
          "without a token this service answers to localhost only, not to "
              + ProblemException.quoted(host));
    }
  }
}
