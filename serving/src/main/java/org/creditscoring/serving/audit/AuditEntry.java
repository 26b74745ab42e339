package org.creditscoring.serving.audit;

import java.time.Instant;

/**
 * One request, or many of one address or token that were turned away and share a line.
 *
 * @param at when its answer was ready
 * @param request its id, which the answer carries too; empty for many
 * @param who asked
 * @param what was asked
 * @param status of the answer; 0 for many, which may have had several
 * @param snapshot that the answer was read from; empty for none
 * @param more requests of the same address or token that were turned away since its last such line
 *     and have no line of their own; 0 in a line of one request
 */
public record AuditEntry(
    Instant at, String request, Who who, What what, int status, String snapshot, int more) {
  private static final int[] NOBODY = {};

  /**
   * @param token its name, also of a token that was refused; empty when none was known
   * @param role of the token; empty like it
   * @param analyst on whose behalf a dashboard asked and was let in; empty for nobody
   * @param address of the connection
   */
  public record Who(String token, String role, String analyst, String address) {}

  /**
   * @param route path with parameters in braces; empty when there is none for the request
   * @param path as it was asked for
   * @param query without the question mark; empty for none
   * @param clients whom the request names or the answer shows, by id: of a look-up those asked for,
   *     known or not, of a search those on the page; none when it is about nobody
   */
  public record What(String method, String route, String path, String query, int[] clients) {}

  /** One request. */
  public static AuditEntry of(
      Instant at, String request, Who who, What what, int status, String snapshot) {
    return new AuditEntry(at, request, who, what, status, snapshot, 0);
  }

  /**
   * Requests that were turned away, beyond those with a line of their own.
   *
   * @param who the token where it was a known one, else the address
   */
  public static AuditEntry turnedAway(Instant at, Who who, int requests) {
    return new AuditEntry(at, "", who, new What("", "", "", "", NOBODY), 0, "", requests);
  }
}
