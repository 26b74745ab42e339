package org.creditscoring.serving.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import org.creditscoring.serving.auth.Access;

/**
 * Where the service listens and whom it lets in.
 *
 * @param port 0 to 65535, 0 is any free one
 * @param threads at most, 8 or more
 */
public record ServerSettings(String host, int port, int threads, Access access) {
  private static final int LAST_PORT = 65_535;
  private static final int LEAST_THREADS = 8;

  /**
   * @throws IllegalArgumentException also when the host is not this machine alone and no token is
   *     asked for
   */
  public ServerSettings {
    if (port < 0 || port > LAST_PORT) {
      throw new IllegalArgumentException("port must be from 0 to " + LAST_PORT + ", is " + port);
    }
    if (threads < LEAST_THREADS) {
      throw new IllegalArgumentException(
          "threads must be " + LEAST_THREADS + " or more, is " + threads);
    }
    if (access instanceof Access.OpenOnLoopback && !loopback(host)) {
      throw new IllegalArgumentException(
          "without a token the service listens on this machine only: host "
              + host
              + " needs a token, or take 127.0.0.1");
    }
  }

  private static boolean loopback(String host) {
    try {
      return InetAddress.getByName(host).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no host " + host, e);
    }
  }
}
