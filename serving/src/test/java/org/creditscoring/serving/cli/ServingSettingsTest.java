package org.creditscoring.serving.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.serving.http.Limits;
import org.creditscoring.serving.http.Tls;
import org.creditscoring.serving.review.ReviewDatabase;
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
                Duration.ofMillis(500),
                new Listening("127.0.0.1", 7070, Limits.USUAL, Duration.ZERO),
                new Security(
                    Path.of("run/api-token"),
                    Path.of("run/tokens.json"),
                    Optional.of(Path.of("run/audit")),
                    Optional.empty(),
                    Set.of()),
                new Records("", "", ""),
                Path.of("")));
    assertThat(ServingSettings.load(Map.of()).records().database(Path.of("run/t"), Path.of("")))
        .isEqualTo(new ReviewDatabase.Embedded(Path.of("run/reviews")));
  }

  @Test
  void relativePathsCountFromTheProjectsFolder() {
    ServingSettings settings = ServingSettings.load(Map.of("CREDIT_HOME", directory.toString()));
    assertThat(settings.snapshots()).isEqualTo(directory.resolve("data/snapshots"));
    assertThat(settings.security().audit()).contains(directory.resolve("run/audit"));
    assertThat(settings.security().tokenFile()).isEqualTo(directory.resolve("run/api-token"));
    assertThat(settings.security().tokens()).isEqualTo(directory.resolve("run/tokens.json"));
  }

  @Test
  void theEnvironmentComesBeforeTheFilesWhichComeBeforeTheDefaults() throws IOException {
    Path conf = directory.resolve("some.conf");
    Path keystore = Files.createFile(directory.resolve("keystore.p12"));
    Files.writeString(
        conf,
        """
        credit.serving {
          snapshots = "/of/file", host = "192.0.2.1", port = 1
          threads = 9, connections = 10, rateLimit = 11, idleTimeout = 3s, drain = 4s
          tokenFile = "/token/of/file", tokens = "/tokens/of/file", audit = "/audit/of/file"
          keystore = "%s", corsOrigins = ["https://of.file"], watchInterval = 2s
          reviews = "jdbc:postgresql://of.file/credit", reviewsUser = "of file"
        }
        """
            .formatted(keystore));
    assertThat(
            ServingSettings.load(
                Map.of(
                    "CREDIT_CONF",
                    conf.toString(),
                    "PORT",
                    "3",
                    "CREDIT_SERVING_PORT",
                    "2",
                    "CREDIT_SERVING_TOKEN_FILE",
                    "/token/of/env",
                    "CREDIT_SERVING_KEYSTORE_PASSWORD",
                    "of env",
                    "CREDIT_SERVING_REVIEWS_PASSWORD",
                    "of env",
                    "CREDIT_SERVING_CORS_ORIGINS",
                    "https://a.env, https://b.env")))
        .isEqualTo(
            new ServingSettings(
                Path.of("/of/file"),
                Duration.ofSeconds(2),
                new Listening(
                    "192.0.2.1",
                    2,
                    new Limits(9, 10, 11, Duration.ofSeconds(3)),
                    Duration.ofSeconds(4)),
                new Security(
                    Path.of("/token/of/env"),
                    Path.of("/tokens/of/file"),
                    Optional.of(Path.of("/audit/of/file")),
                    Optional.of(new Tls(keystore, "of env")),
                    Set.of("https://a.env", "https://b.env")),
                new Records("jdbc:postgresql://of.file/credit", "of file", "of env"),
                Path.of("")));
  }

  /** Another token file takes along what no setting names a place for, and only that. */
  @Test
  void aFlagComesBeforeTheEnvironmentAndMovesNothingThatIsSet() {
    Map<String, String> flag = Map.of("tokenFile", "/of/flag/token");
    Security alone =
        ServingSettings.load(Map.of("CREDIT_SERVING_TOKEN_FILE", "/of/env/token"), flag).security();
    assertThat(alone.tokenFile()).isEqualTo(Path.of("/of/flag/token"));
    assertThat(alone.tokens()).isEqualTo(Path.of("/of/flag/tokens.json"));
    assertThat(alone.audit()).contains(Path.of("/of/flag/audit"));
    Security set =
        ServingSettings.load(
                Map.of("CREDIT_SERVING_TOKENS", "/etc/tokens.json", "CREDIT_SERVING_AUDIT", "/log"),
                flag)
            .security();
    assertThat(set.tokenFile()).isEqualTo(Path.of("/of/flag/token"));
    assertThat(set.tokens()).isEqualTo(Path.of("/etc/tokens.json"));
    assertThat(set.audit()).contains(Path.of("/log"));
    assertThat(
            ServingSettings.load(Map.of("CREDIT_SERVING_AUDIT", "stdout"), flag).security().audit())
        .isEmpty();
  }

  @Test
  void theAuditLogMayGoToStandardOutput() {
    assertThat(ServingSettings.load(Map.of("CREDIT_SERVING_AUDIT", "stdout")).security().audit())
        .isEmpty();
  }

  /** As hosting platforms say where to listen. */
  @Test
  void portOfThePlatformComesBeforeTheFile() throws IOException {
    Path conf = directory.resolve("some.conf");
    Files.writeString(conf, "credit.serving.port = 1");
    assertThat(
            ServingSettings.load(Map.of("CREDIT_CONF", conf.toString(), "PORT", "8081"))
                .listening()
                .port())
        .isEqualTo(8081);
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
                + " audit, connections, corsOrigins, drain, host, idleTimeout, keystore,"
                + " keystorePassword, port, rateLimit, reviews, reviewsPassword, reviewsUser,"
                + " snapshots, threads, tokenFile, tokens, watchInterval");
    Files.writeString(conf, "credit.serving.reviews = \"jdbc:h2:mem:x;INIT=secret\"");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .hasMessage(
            "credit.serving.reviews must be a directory or begin with jdbc:postgresql:, is"
                + " jdbc:h2:mem:x");
    Files.writeString(conf, "credit.serving.watchInterval = 1ms");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("watchInterval must be 10 ms or more, is 1 ms");
    Files.writeString(conf, "credit.serving.rateLimit = 0");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .hasMessage("rateLimit must be 1 or more, is 0");
    Files.writeString(conf, "credit.serving.keystore = /nowhere.p12");
    assertThatThrownBy(() -> ServingSettings.load(environment))
        .hasMessage("the keystore /nowhere.p12 cannot be read");
  }
}
