package org.creditscoring.serving.auth;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.creditscoring.model.json.Json;

/**
 * The file of every token: names, roles, expiries and digests, no secret. It is replaced whole, so
 * a reader sees the old or the new one.
 */
public record TokenRegistry(Path path) {
  /** Its name where it lies beside the operator's token file. */
  public static final String NAME = "tokens.json";

  private record Document(List<Entry> tokens) {}

  private record Entry(String name, String role, String sha256, String created, String expires) {}

  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * @throws TokenFileException if it is not there, may be changed by others or is not such a file
   */
  public Tokens read() {
    if (!exists()) {
      throw new TokenFileException("there is no token registry " + path);
    }
    try {
      OwnerFile.requireOwnerWrites(path);
      Document document = Json.read(Files.readString(path), Document.class);
      if (document.tokens() == null) {
        throw new IllegalArgumentException("it has no list 'tokens'");
      }
      return new Tokens(document.tokens().stream().map(TokenRegistry::token).toList());
    } catch (IOException | IllegalArgumentException | DateTimeException e) {
      throw new TokenFileException(
          "the token registry %s cannot be used: %s; restore it from a copy, or delete it together with the token files beside it and new ones are made"
              .formatted(path, e.getMessage()));
    }
  }

  /**
   * Makes a token.
   *
   * @return its secret, which is kept nowhere
   * @throws TokenFileException if there is one of this name, or the file cannot be written
   */
  public String create(String name, Role role, Optional<Instant> expires) {
    String secret = BearerToken.random();
    register(name, role, BearerToken.of(secret), expires);
    return secret;
  }

  /**
   * Takes a token out.
   *
   * @throws TokenFileException if there is none of this name, or the file cannot be written
   */
  public void revoke(String name) {
    change(
        tokens -> {
          requireNamed(tokens, name);
          return tokens.without(name);
        });
  }

  void register(String name, Role role, BearerToken secret, Optional<Instant> expires) {
    Token token =
        new Token(name, role, secret.sha256(), Instant.ofEpochSecond(nowSeconds()), expires);
    change(
        tokens -> {
          if (tokens.named(name).isPresent()) {
            throw new TokenFileException(
                "there is a token named %s already: './credit token revoke %s' first, or take another name"
                    .formatted(name, name));
          }
          return tokens.with(token);
        });
  }

  private static long nowSeconds() {
    return Instant.now().getEpochSecond();
  }

  private static void requireNamed(Tokens tokens, String name) {
    if (tokens.named(name).isEmpty()) {
      throw new TokenFileException(
          "there is no token named '%s'; './credit token list' names them".formatted(name));
    }
  }

  /** One change at a time: a lock of a file tells processes apart, the monitor threads. */
  private void change(UnaryOperator<Tokens> by) {
    synchronized (TokenRegistry.class) {
      changeAlone(by);
    }
  }

  private void changeAlone(UnaryOperator<Tokens> by) {
    Path lock = path.resolveSibling(path.getFileName() + ".lock");
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      try (FileChannel channel =
              FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        Tokens changed = by.apply(exists() ? read() : Tokens.none());
        OwnerFile.replace(path, Json.write(document(changed)));
        assert held.isValid();
      }
    } catch (IOException e) {
      throw new TokenFileException("the token registry " + path + " cannot be written (" + e + ")");
    }
  }

  private static Document document(Tokens tokens) {
    return new Document(
        tokens.all().stream()
            .map(
                token ->
                    new Entry(
                        token.name(),
                        token.role().word(),
                        token.sha256(),
                        token.created().toString(),
                        token.expires().map(Instant::toString).orElse(null)))
            .toList());
  }

  private static Token token(Entry entry) {
    if (entry.name() == null || entry.role() == null || entry.sha256() == null) {
      throw new IllegalArgumentException("a token of it lacks name, role or sha256");
    }
    Role role =
        Role.of(entry.role())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "token %s has the role '%s'; there are %s"
                            .formatted(entry.name(), entry.role(), Role.words())));
    return new Token(
        entry.name(),
        role,
        entry.sha256(),
        entry.created() == null ? Instant.EPOCH : Instant.parse(entry.created()),
        Optional.ofNullable(entry.expires()).map(Instant::parse));
  }
}
