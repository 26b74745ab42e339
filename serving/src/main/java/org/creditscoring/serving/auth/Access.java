package org.creditscoring.serving.auth;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.creditscoring.serving.auth.RefusedException.Kind;

/** The rule by which the API lets a request in. */
public sealed interface Access {
  /** The header by which a dashboard names the analyst whom it has signed in. */
  String ON_BEHALF_OF = "X-On-Behalf-Of";

  /** Only with a token. */
  record WithTokens(Supplier<Tokens> tokens) implements Access {
    @Override
    public Caller caller(String authorization, Optional<String> onBehalfOf)
        throws RefusedException {
      Token token = token(authorization);
      Caller caller = new Caller(token.name(), token.role(), Optional.empty());
      if (token.expiredAt(Instant.now())) {
        throw new RefusedException(
            Kind.UNKNOWN,
            Optional.of(caller),
            "the token %s expired at %s; ask for another"
                .formatted(token.name(), token.expires().orElseThrow()));
      }
      if (onBehalfOf.isPresent() && token.role() != Role.NOTEBOOK) {
        throw new RefusedException(
            Kind.FORBIDDEN,
            Optional.of(caller),
            "only a token of role notebook may send %s; %s is of role %s"
                .formatted(ON_BEHALF_OF, token.name(), token.role().word()));
      }
      return Access.acting(caller, onBehalfOf);
    }

    private Token token(String authorization) throws RefusedException {
      BearerToken secret =
          BearerToken.in(authorization)
              .orElseThrow(
                  () ->
                      new RefusedException(
                          Kind.UNKNOWN,
                          Optional.empty(),
                          "this needs the header 'Authorization: Bearer TOKEN'"));
      return tokens
          .get()
          .of(secret)
          .orElseThrow(
              () ->
                  new RefusedException(
                      Kind.UNKNOWN,
                      Optional.empty(),
                      "the bearer token is not one of this service"));
    }
  }

  /** Anybody on this machine; never to be offered to another one. */
  record OpenOnLoopback() implements Access {
    @Override
    public Caller caller(String authorization, Optional<String> onBehalfOf)
        throws RefusedException {
      return Access.acting(new Caller(Caller.ANYBODY, Role.ADMIN, Optional.empty()), onBehalfOf);
    }
  }

  /**
   * Who asks.
   *
   * @param authorization the header, empty when there is none
   * @param onBehalfOf the header {@value #ON_BEHALF_OF}
   * @throws RefusedException if the request is not let in
   */
  Caller caller(String authorization, Optional<String> onBehalfOf) throws RefusedException;

  /** The caller, for the person whom the header names. */
  private static Caller acting(Caller caller, Optional<String> header) throws RefusedException {
    Optional<String> person = header.map(Names::decoded);
    if (person.isPresent() && !Names.PERSON.matcher(person.get()).matches()) {
      throw new RefusedException(
          Kind.MALFORMED,
          Optional.of(caller),
          ON_BEHALF_OF
              + " must be 1 to 64 letters, digits, spaces and ._@+'\\-, percent-encoded as UTF-8 where they are not ASCII");
    }
    return new Caller(caller.token(), caller.role(), person);
  }

  /** What a person may be called. */
  final class Names {
    private static final Pattern PERSON =
        Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{M}\\p{N} ._@+'\\\\-]{0,63}");

    private Names() {}

    /** A header holds ASCII only: a name with other letters is sent percent-encoded. */
    private static String decoded(String header) {
      try {
        return URLDecoder.decode(header.replace("+", "%2B"), StandardCharsets.UTF_8);
      } catch (IllegalArgumentException e) {
        // Not an encoding of anything: as it is, it has a character that no name has.
        return header;
      }
    }
  }
}
