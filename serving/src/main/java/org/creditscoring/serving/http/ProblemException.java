package org.creditscoring.serving.http;

import java.util.Map;

/** Ends a request with a problem; the message is its detail, for a person outside. */
public final class ProblemException extends RuntimeException {
  private static final int LONGEST_VALUE = 80;

  private final int status;
  private final transient Map<String, String> members;

  private ProblemException(int status, String detail) {
    this(status, detail, Map.of());
  }

  private ProblemException(int status, String detail, Map<String, String> members) {
    super(detail, null, false, false);
    this.status = status;
    this.members = members;
  }

  public static ProblemException badRequest(String detail) {
    return new ProblemException(400, detail);
  }

  public static ProblemException unauthorized(String detail) {
    return new ProblemException(401, detail);
  }

  /** Known, and not allowed. */
  public static ProblemException forbidden(String detail) {
    return new ProblemException(403, detail);
  }

  public static ProblemException notFound(String detail) {
    return new ProblemException(404, detail);
  }

  /**
   * What the request stands on has changed meanwhile.
   *
   * @param members for a program, beside the words
   */
  public static ProblemException conflict(String detail, Map<String, String> members) {
    return new ProblemException(409, detail, members);
  }

  /** What was begun cannot be gone on with. */
  public static ProblemException gone(String detail) {
    return new ProblemException(410, detail);
  }

  public static ProblemException contentTooLarge(String detail) {
    return new ProblemException(413, detail);
  }

  public static ProblemException unsupportedMediaType(String detail) {
    return new ProblemException(415, detail);
  }

  /** Well formed, and contradicting what was sent before. */
  public static ProblemException unprocessable(String detail) {
    return new ProblemException(422, detail);
  }

  /** The request was meant for another host name. */
  public static ProblemException misdirected(String detail) {
    return new ProblemException(421, detail);
  }

  /** The request did not come whole. */
  public static ProblemException timeout(String detail) {
    return new ProblemException(408, detail);
  }

  /** More than the caller's share; the next second has another one. */
  public static ProblemException tooMany(String detail) {
    return new ProblemException(429, detail);
  }

  /** No answer at this moment, perhaps in another. */
  public static ProblemException unavailable(String detail) {
    return new ProblemException(503, detail);
  }

  public int status() {
    return status;
  }

  /** Of the problem beside those that every problem has. */
  Map<String, String> members() {
    return members;
  }

  /** A value that a client sent, fit to be repeated to him: quoted, short, printable. */
  public static String quoted(String value) {
    String printable = value.replaceAll("\\p{C}", "?");
    return printable.length() <= LONGEST_VALUE
        ? "'" + printable + "'"
        : "'" + printable.substring(0, LONGEST_VALUE) + "…'";
  }
}
