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
  @TempDir Path directory;

  @Test
  void defaultsAreThoseOfReferenceConf() {
    assertThat(ServingSettings.load(Map.of()))
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
  void relativePathsCountFromTheProjectsFolder() {
    ServingSettings settings = ServingSettings.load(Map.of("CREDIT_HOME", directory.toString()));
    assertThat(settings.snapshots()).isEqualTo(directory.resolve("data/snapshots"));
    assertThat(settings.tokenFile()).isEqualTo(directory.resolve("run/api-token"));
  }

  @Test
  void theEnvironmentComesBeforeTheFilesWhichComeBeforeTheDefaults() throws IOException {
    Path conf = directory.resolve("some.conf");
    Files.writeString(
        conf,
        """
        credit.serving {
          snapshots = "/of/file", host = "192.0.2.1", port = 1, threads = 9
          tokenFile = "/token/of/file", watchInterval = 2s
        }
        """);
    assertThat(
            ServingSettings.load(
                Map.of(
                    "CREDIT_CONF",
                    conf.toString(),
                    "CREDIT_SERVING_PORT",
                    "2",
                    "CREDIT_SERVING_TOKEN_FILE",
                    "/token/of/env")))
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
    assertThatThrownBy(() -> ServingSettings.load(Map.of("CREDIT_SERVING_PORT", "x")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("CREDIT_SERVING_PORT");
    Path conf = directory.resolve("some.conf");
    Map<String, String> environment = Map.of("CREDIT_CONF", conf.toString());
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .hasMessage("CREDIT_CONF names " + conf + ", which is not there");
    Files.writeString(conf, "credit.serving.port = many");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("some.conf: 1")
        .hasMessageContaining("port");
    Files.writeString(conf, "credit.pipeline.other = 1\ncredit.serving.tokenfile = x");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "settings: "
                + conf
                + ": 2: credit.serving.tokenfile is no setting; the settings of this block are:"
                + " host, port, snapshots, threads, tokenFile, watchInterval");
    Files.writeString(conf, "credit.serving.watchInterval = 1ms");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("watchInterval must be 10 ms or more, is 1 ms");
  }
}
