package org.creditscoring.serving.http;

import java.io.IOException;
import java.util.Set;
import org.creditscoring.serving.auth.Role;

/**
 * One route of the API, for GET and HEAD; see {@link #asksForToken}.
 *
 * @param path with parameters in braces
 * @param parameters names of the query parameters, without {@link Request#LANG}
 * @param role the least that a caller's token must have, where one is asked for
 */
public record Route(String path, Set<String> parameters, Answer answer, Role role) {
  /** What the paths of the API begin with. */
  public static final String PREFIX = "/v1";

  private static final String METRICS = "/metrics";

  /** Makes the record that becomes the JSON of an answer. */
  public interface Answer {
    Object of(Request request) throws IOException;
  }

  public Route {
    parameters = Set.copyOf(parameters);
  }

  /** For every role. */
  public Route(String path, Set<String> parameters, Answer answer) {
    this(path, parameters, answer, Role.READER);
  }

  /** A route without query parameters of its own. */
  public static Route of(String path, Answer answer) {
    return new Route(path, Set.of(), answer);
  }

  /** The same route for fewer callers. */
  public Route needing(Role least) {
    return new Route(path, parameters, answer, least);
  }

  /**
   * Whether a path, of a route or not, says nothing to somebody without a token. Health and
   * documentation do.
   */
  static boolean asksForToken(String path) {
    return path.startsWith(PREFIX) || path.startsWith(METRICS);
  }
}
