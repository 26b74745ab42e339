package org.creditscoring.serving.http;

import java.io.IOException;
import java.util.Set;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.json.JsonBuffer;

/**
 * One route of the API; see {@link #asksForToken}.
 *
 * @param method GET answers HEAD as well
 * @param path with parameters in braces
 * @param parameters names of the query parameters, without {@link Request#LANG}
 * @param role the least that a caller's token must have, where one is asked for
 */
public record Route(Method method, String path, Set<String> parameters, Answer answer, Role role) {
  /** What the paths of the API begin with. */
  public static final String PREFIX = "/v1";

  private static final String METRICS = "/metrics";

  /** What a route is asked by. */
  public enum Method {
    GET,
    /** With a body of JSON. */
    POST
  }

  /**
   * Makes the record that becomes the JSON of an answer, or {@link Created} with one, or that JSON
   * as a {@link JsonBuffer}.
   */
  public interface Answer {
    Object of(Request request) throws IOException;
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** For every role. */
  public static Route get(String path, Answer answer, String... parameters) {
    return new Route(Method.GET, path, Set.of(parameters), answer, Role.READER);
  }

  /** For every role. */
  public static Route post(String path, Answer answer, String... parameters) {
    return new Route(Method.POST, path, Set.of(parameters), answer, Role.READER);
  }

  /** The same route for fewer callers. */
  public Route needing(Role least) {
    return new Route(method, path, parameters, answer, least);
  }

  /**
   * Whether a path, of a route or not, says nothing to somebody without a token. Health and
   * documentation do.
   */
  static boolean asksForToken(String path) {
    return path.startsWith(PREFIX) || path.startsWith(METRICS);
  }
}
