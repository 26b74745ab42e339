package org.creditscoring.serving.cli;

import java.time.Duration;
import org.creditscoring.serving.http.Limits;

/**
 * Where the service listens and for how much.
 *
 * @param drain between saying that it stops and closing its port
 */
record Listening(String host, int port, Limits limits, Duration drain) {
  Listening {
    if (host.isBlank()) {
      throw new IllegalArgumentException(ServingSettings.BLOCK + ".host is blank");
    }
    if (drain.isNegative()) {
      throw new IllegalArgumentException(ServingSettings.BLOCK + ".drain is less than 0");
    }
  }
}
