package org.creditscoring.serving.auth;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Every token of the service; a change makes another one. */
public final class Tokens {
  private static final Tokens NONE = new Tokens(List.of());

  private final Map<String, Token> byName = new LinkedHashMap<>();
  private final Map<String, Token> byDigest = new LinkedHashMap<>();

  /**
   * @throws IllegalArgumentException if two have one name or one secret
   */
  Tokens(List<Token> tokens) {
    for (Token token : tokens) {
      if (byName.put(token.name(), token) != null) {
        throw new IllegalArgumentException("two tokens are named " + token.name());
      }
      if (byDigest.put(token.sha256(), token) != null) {
        throw new IllegalArgumentException("token " + token.name() + " has another one's secret");
      }
    }
  }

  public static Tokens of(Token... tokens) {
    return new Tokens(List.of(tokens));
  }

  static Tokens none() {
    return NONE;
  }

  public List<Token> all() {
    return List.copyOf(byName.values());
  }

  public Optional<Token> named(String name) {
    return Optional.ofNullable(byName.get(name));
  }

  /**
   * The token of a secret. What is looked up is a digest, so the time it takes says nothing of how
   * near a wrong secret was.
   */
  Optional<Token> of(BearerToken secret) {
    return Optional.ofNullable(byDigest.get(secret.sha256()));
  }

  /** Whether anybody would be let in. */
  boolean anyValid(Instant now) {
    return byName.values().stream().anyMatch(token -> !token.expiredAt(now));
  }

  Tokens with(Token token) {
    List<Token> all = new ArrayList<>(byName.values());
    all.add(token);
    return new Tokens(all);
  }

  Tokens without(String name) {
    return new Tokens(
        byName.values().stream().filter(token -> !token.name().equals(name)).toList());
  }
}
