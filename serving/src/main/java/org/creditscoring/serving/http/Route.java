package org.creditscoring.serving.http;

import java.io.IOException;
import java.util.Set;

/**
 * One route of the API, for GET and HEAD; under {@value #PREFIX} it asks for a token.
 *
 * @param path with parameters in braces
 * @param parameters names of the query parameters, without {@link Request#LANG}
 */
public record Route(String path, Set<String> parameters, Answer answer) {
  /** What the paths begin with that ask for a token. */
  public static final String PREFIX = "/v1";

  /** Makes the record that becomes the JSON of an answer. */
  public interface Answer {
    Object of(Request request) throws IOException;
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** A route without query parameters of its own. */
  public static Route of(String path, Answer answer) {
    return new Route(path, Set.of(), answer);
  }
}
