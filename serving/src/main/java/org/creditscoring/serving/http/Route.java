package org.creditscoring.serving.http;

import java.io.IOException;
import java.util.Set;

/**
 * One route of the API; under {@value #PREFIX} it asks for a token.
 *
 * @param method GET answers HEAD as well
 * @param path with parameters in braces
 * @param parameters names of the query parameters, without {@link Request#LANG}
 */
public record Route(Method method, String path, Set<String> parameters, Answer answer) {
  /** What the paths begin with that ask for a token. */
  public static final String PREFIX = "/v1";

  /** What a route is asked by. */
  public enum Method {
    GET,
    /** With a body of JSON. */
    POST
  }

  /** Makes the record that becomes the JSON of an answer, or {@link Created} with one. */
  public interface Answer {
    Object of(Request request) throws IOException;
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  public static Route get(String path, Answer answer, String... parameters) {
    return new Route(Method.GET, path, Set.of(parameters), answer);
  }

  public static Route post(String path, Answer answer, String... parameters) {
    return new Route(Method.POST, path, Set.of(parameters), answer);
  }
}
