package org.creditscoring.serving.http;

/** The service cannot listen where it was told to; the message says what to do. */
public final class PortInUseException extends RuntimeException {
  private PortInUseException(String reason, Throwable cause) {
    super(reason, cause);
  }

  static PortInUseException of(ServerSettings settings, Throwable cause) {
    return new PortInUseException(
        "cannot listen on %s port %d: it is in use or not allowed; stop what listens there or take another with --port"
            .formatted(settings.host(), settings.port()),
        cause);
  }
}
