package org.creditscoring.serving.auth;

import java.util.Optional;

/** The rule by which the API lets a request in. */
public sealed interface Access {
  /** Only with the token. */
  record WithToken(BearerToken token) implements Access {}

  /** Anybody on this machine; never to be offered to another one. */
  record OpenOnLoopback() implements Access {}

  /**
   * Why a request is not let in; empty when it is.
   *
   * @param authorization the header, empty when there is none
   */
  default Optional<String> refusal(String authorization) {
    if (!(this instanceof WithToken guarded)) {
      return Optional.empty();
    }
    Optional<String> given = BearerToken.in(authorization);
    if (given.isEmpty()) {
      return Optional.of("this needs the header 'Authorization: Bearer TOKEN'");
    }
    return guarded.token().matches(given.get())
        ? Optional.empty()
        : Optional.of("the bearer token is not the one of this service");
  }
}
