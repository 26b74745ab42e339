package org.creditscoring.serving.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.auth.Access;

/**
 * Where the service listens and whom it lets in.
 *
 * @param port 0 to 65535, 0 is any free one
 * @param tls empty for plain HTTP
 * @param origins of the pages that may read answers in a browser, such as {@code
 *     https://analysts.example}; none for those of the service itself
 */
public record ServerSettings(
    String host, int port, Access access, Limits limits, Optional<Tls> tls, Set<String> origins) {
  private static final int LAST_PORT = 65_535;

  /**
   * @throws IllegalArgumentException also when the host is not this machine alone and no token is
   *     asked for
   */
  public ServerSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be from 0 to " + LAST_PORT + ", is " + port);
    }
    origins = Set.copyOf(origins);
    tls.ifPresent(Tls::check);
    for (String origin : origins) {
      if (!origin.matches("https?://[A-Za-z0-9.\\[\\]:-]+")) {
        throw new IllegalArgumentException(
            "corsOrigins holds '"
                + origin
                + "'; an origin is scheme, host and port, such as https://analysts.example:8443");
      }
    }
    if (access instanceof Access.OpenOnLoopback && !isLoopback(host)) {
      throw new IllegalArgumentException(
          "without a token the service listens on this machine only: host "
              + host
              + " needs a token, or take 127.0.0.1");
    }
  }

  /** Plain HTTP with the usual limits. */
  public static ServerSettings of(String host, int port, Access access) {
    return new ServerSettings(host, port, access, Limits.USUAL, Optional.empty(), Set.of());
  }

  /**
   * Whether a host is this machine alone.
   *
   * @throws IllegalArgumentException if there is no such host
   */
  public static boolean isLoopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host " + host, e);
    }
  }
}
