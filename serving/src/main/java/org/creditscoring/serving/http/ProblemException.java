package org.creditscoring.serving.http;

/** Ends a request with a problem; the message is its detail, for a person outside. */
public final class ProblemException extends RuntimeException {
  private static final int LONGEST_VALUE = 80;

  private final int status;

  private ProblemException(int status, String detail) {
    super(detail, null, false, false);
    this.status = status;
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

  /** A value that a client sent, fit to be repeated to him: quoted, short, printable. */
  public static String quoted(String value) {
    String printable = value.replaceAll("\\p{C}", "?");
    return printable.length() <= LONGEST_VALUE
        ? "'" + printable + "'"
        : "'" + printable.substring(0, LONGEST_VALUE) + "…'";
  }
}
