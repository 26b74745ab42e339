package org.creditscoring.serving.http;

import java.time.Duration;
import java.util.List;
import org.creditscoring.serving.auth.BearerToken;
import org.eclipse.jetty.server.LocalConnector;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the service, inside its own process, so that its code is loaded and begins to be compiled.
 */
final class WarmUp {
  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  private final LocalConnector connector;
  private final String secret = BearerToken.random();

  WarmUp(LocalConnector connector) {
    this.connector = connector;
  }

  /** The token of its own requests, which no registry holds. */
  BearerToken token() {
    return BearerToken.of(secret);
  }

  /**
   * Asks for each path, over and over.
   *
   * @param least how many of them are asked for in any case, however long they take
   * @param atMost how long more are asked for
   */
  void run(List<String> paths, int least, Duration atMost) {
    long start = System.nanoTime();
    for (int i = 0; i < least || System.nanoTime() - start < atMost.toNanos(); i++) {
      String path = paths.get(i % paths.size());
      try {
        String answer = connector.getResponse(request(path));
        if (!answer.startsWith("HTTP/1.1 200")) {
          LOG.warn("asked by itself for {}, the service says {}", path, answer.lines().findFirst());
          return;
        }
      } catch (Exception e) {
        // A service that is not warm is slow for a second, no more.
        LOG.warn("warming up ends early", e);
        return;
      }
    }
  }

  private String request(String path) {
    return "GET "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
        + secret
        + "\r\nConnection: close\r\n\r\n";
  }
}
