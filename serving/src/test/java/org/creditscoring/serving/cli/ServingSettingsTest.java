package org.creditscoring.serving.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingSettingsTest {
  @TempDir Path conf;

  @Test
  void defaultsAreThoseOfReferenceConf() {
    assertThat(ServingSettings.load(conf.resolve("absent"), Map.of()))
        .isEqualTo(
            new ServingSettings(
                Path.of("data/snapshots"),
                "127.0.0.1",
                7070,
                32,
                Path.of("run/api-token"),
                Duration.ofMillis(500)));
  }

  @Test
  void theEnvironmentComesBeforeTheFilesWhichComeBeforeTheDefaults() throws IOException {
    Files.writeString(
        conf.resolve("serving.conf"),
        """
        credit.serving {
          snapshots = "/of/file", host = "192.0.2.1", port = 1, threads = 9
          tokenFile = "/token/of/file", watchInterval = 2s
        }
        """);
    assertThat(
            ServingSettings.load(
                conf,
                Map.of("CREDIT_SERVING_PORT", "2", "CREDIT_SERVING_TOKEN_FILE", "/token/of/env")))
        .isEqualTo(
            new ServingSettings(
                Path.of("/of/file"),
                "192.0.2.1",
                2,
                9,
                Path.of("/token/of/env"),
                Duration.ofSeconds(2)));
  }

  @Test
  void namesWhatCannotBeUsed() throws IOException {
    assertThatThrownBy(() -> ServingSettings.load(conf, Map.of("CREDIT_SERVING_PORT", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CREDIT_SERVING_PORT");
    Files.writeString(conf.resolve("serving.conf"), "credit.serving.watchInterval = 1ms");
    assertThatThrownBy(() -> ServingSettings.load(conf, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("watchInterval must be 10 ms or more, is 1 ms");
  }
}
