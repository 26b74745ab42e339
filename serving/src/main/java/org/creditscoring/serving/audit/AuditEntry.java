package org.creditscoring.serving.audit;

import java.time.Instant;

/**
 * One request.
 *
 * @param at when its answer was ready
 * @param request its id, which the answer carries too
 * @param who asked
 * @param what was asked
 * @param status of the answer
 * @param snapshot that the answer was read from; empty for none
 */
public record AuditEntry(
    Instant at, String request, Who who, What what, int status, String snapshot) {
  /**
   * @param token its name; empty when nobody was let in
   * @param role of the token; empty like it
   * @param analyst on whose behalf a dashboard asked; empty for nobody
   * @param address of the connection
   */
  public record Who(String token, String role, String analyst, String address) {}

  /**
   * @param route path with parameters in braces; empty when there is none for the request
   * @param path as it was asked for
   * @param query without the question mark; empty for none
   * @param clients whom the answer is about, by id; none when it is a list or about nobody
   */
  public record What(String method, String route, String path, String query, int[] clients) {}
}
