package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.creditscoring.serving.auth.Access;
import org.creditscoring.serving.fixture.TestTokens;
import org.creditscoring.serving.metrics.Metrics;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsTest {
  private static final String PASSWORD = "of-the-test";

  @TempDir static Path directory;
  private static Path keystore;

  @BeforeAll
  static void makeCertificate() throws Exception {
    keystore = directory.resolve("keystore.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                keystore.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "service",
                "-keyalg",
                "EC",
                "-dname",
                "CN=localhost",
                "-ext",
                "SAN=dns:localhost,ip:127.0.0.1",
                "-validity",
                "2")
            .redirectErrorStream(true)
            .start();
    String said = new String(keytool.getInputStream().readAllBytes());
    assertThat(keytool.waitFor()).as(said).isZero();
  }

  private static ServerSettings settings(String password) {
    return new ServerSettings(
        "127.0.0.1",
        0,
        new Access.WithTokens(TestTokens::all),
        Limits.USUAL,
        Optional.of(new Tls(keystore, password)),
        Set.of());
  }

  @Test
  void answersOverTls() throws Exception {
    Route hello = Route.get("/health/hello", request -> Map.of("said", "hello"));
    try (ApiServer server =
        ApiServer.start(
            settings(PASSWORD), new Observers(entry -> {}, new Metrics()), List.of(hello))) {
      assertThat(server.address()).startsWith("https://127.0.0.1:");
      HttpResponse<String> answer =
          HttpClient.newBuilder()
              .sslContext(trusting())
              .build()
              .send(
                  HttpRequest.newBuilder(URI.create(server.address() + "/health/hello")).build(),
                  BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("{\"said\":\"hello\"}");
      assertThat(answer.headers().firstValue("Strict-Transport-Security"))
          .contains("max-age=31536000");
    }
  }

  @Test
  void namesAKeystoreThatCannotBeUsed() throws IOException {
    assertThatThrownBy(() -> settings("wrong"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keystore " + keystore + " cannot be opened with keystorePassword")
        .hasMessageNotContaining("wrong");
    Path text = Files.writeString(directory.resolve("text"), "no keystore");
    assertThatThrownBy(
            () ->
                new ServerSettings(
                    "127.0.0.1",
                    0,
                    new Access.OpenOnLoopback(),
                    Limits.USUAL,
                    Optional.of(new Tls(text, PASSWORD)),
                    Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("keystore " + text + " cannot be opened");
  }

  private static SSLContext trusting() throws Exception {
    KeyStore store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
    KeyStore trusted = KeyStore.getInstance("PKCS12");
    trusted.load(null, null);
    trusted.setCertificateEntry("service", store.getCertificate("service"));
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(trusted);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(null, factory.getTrustManagers(), null);
    return context;
  }
}
