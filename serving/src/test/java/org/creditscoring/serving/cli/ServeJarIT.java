package org.creditscoring.serving.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.creditscoring.serving.fixture.JarService;
import org.creditscoring.serving.fixture.ParquetWriting;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user runs it, without the libraries that tests have beside it. */
class ServeJarIT {
  @TempDir Path directory;

  private Path snapshots;

  @BeforeEach
  void publish() {
    snapshots = directory.resolve("snapshots");
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
  }

  @Test
  void isLight() throws IOException {
    assertThat(Files.size(JarService.jar())).isLessThan(35_000_000);
  }

  /** The build leaves it, and the launcher uses it. */
  @Test
  void hasAClassArchive() {
    String jar = JarService.jar().toString();
    assertThat(Path.of(jar.replaceFirst("jar$", "jsa"))).exists();
  }

  @Test
  @Timeout(120)
  void servesFollowsCurrentAndStopsWhenToldTo() throws Exception {
    ParquetWriting compressed =
        new ParquetWriting(CompressionCodecName.ZSTD, true, WriterVersion.PARQUET_2_0, 10);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).written(compressed).write(snapshots);
    try (JarService service = serve()) {
      String address = service.address();
      assertThat(service.out()).contains(": 305 clients of snapshot " + SampleSnapshot.ID);
      assertThat(answer(address + "/v1/clients/100002", service.token()))
          .contains("\"points\":516");
      assertThat(answer(address + "/docs", "")).contains("swagger-ui-bundle.js");
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.OTHER_ID);
      while (!answer(address + "/health/ready", "").contains(SampleSnapshot.OTHER_ID)) {
        Thread.sleep(50);
      }
      assertThat(answer(address + "/v1/clients/100002/explanation", service.token()))
          .contains("\"snapshotId\":\"" + SampleSnapshot.OTHER_ID);
      assertThat(service.stop()).isZero();
    }
    assertThat(Files.readAllLines(directory.resolve("run/audit/audit.jsonl"))).hasSize(2);
    assertThat(directory.resolve("err"))
        .content()
        .as("no client in the log")
        .doesNotContain("100002");
  }

  @Test
  @Timeout(120)
  void checksWithoutServing() throws Exception {
    try (JarService check =
        JarService.run(directory, "serve", "--check", "--snapshots", "snapshots", "--port", "0")) {
      assertThat(check.code()).isZero();
      assertThat(check.out()).contains("305 clients").contains("checked, not served on");
    }
  }

  @Test
  @Timeout(60)
  void endsWith4WhenThereIsNothingToServe() throws Exception {
    try (JarService service = JarService.run(directory, "serve", "--snapshots", "absent")) {
      assertThat(service.code()).isEqualTo(4);
      assertThat(service.err())
          .isEqualTo(
              "there is no snapshots directory absent; './credit refresh' publishes a snapshot\n");
    }
  }

  @Test
  @Timeout(60)
  void endsWith2WhenASettingIsMisspelt() throws Exception {
    Files.createDirectory(directory.resolve("conf"));
    Files.writeString(directory.resolve("conf/credit.conf"), "credit.serving.prot = 7171\n");
    try (JarService service = JarService.run(directory, "serve")) {
      assertThat(service.code()).isEqualTo(2);
      assertThat(service.err())
          .contains("credit.conf: 1: credit.serving.prot is no setting")
          .contains("host, idleTimeout")
          .doesNotContain("Exception");
    }
  }

  @Test
  @Timeout(120)
  void aStartWithoutItsTokenFileIsRefused() throws Exception {
    try (JarService first = serve()) {
      first.address();
      first.stop();
    }
    Files.delete(directory.resolve("run/api-token"));
    try (JarService second = serve()) {
      assertThat(second.code()).isEqualTo(2);
      assertThat(second.err())
          .startsWith("there is no token file run/api-token, though run/tokens.json holds its")
          .contains("'./credit token revoke operator'")
          .doesNotContain("Exception");
    }
  }

  @Test
  @Timeout(120)
  void anotherAddressWithoutATokenIsRefused() throws Exception {
    try (JarService open =
        JarService.run(
            directory, "serve", "--snapshots", "snapshots", "--port", "0", "--host", "0.0.0.0")) {
      assertThat(open.code()).isEqualTo(2);
      assertThat(open.err())
          .startsWith("host 0.0.0.0 is reached from other machines, and run/tokens.json holds no")
          .contains("'./credit token create --name NAME --role ROLE'");
    }
    assertThat(directory.resolve("run")).as("made by a refused start").doesNotExist();
  }

  @Test
  @Timeout(120)
  void aSecondServiceOnOneAuditLogIsRefused() throws Exception {
    Path other = Files.createDirectory(directory.resolve("other"));
    try (JarService first = serve()) {
      first.address();
      try (JarService second =
          JarService.run(
              other,
              "serve",
              "--snapshots",
              snapshots.toString(),
              "--port",
              "0",
              "--token-file",
              directory.resolve("run/api-token").toString())) {
        assertThat(second.code()).isEqualTo(2);
        assertThat(second.err()).startsWith("another service writes the audit log in ");
      }
    }
  }

  @Test
  @Timeout(120)
  void aTokenWorksUntilItIsRevoked() throws Exception {
    try (JarService service = serve()) {
      String address = service.address();
      JarService create =
          JarService.run(
              Files.createDirectory(directory.resolve("create")),
              "token",
              "create",
              "--name",
              "batch",
              "--role",
              "reader",
              "--tokens",
              directory.resolve("run/tokens.json").toString());
      assertThat(create.code()).isZero();
      String secret = create.out().strip();
      while (status(address + "/v1/snapshot", secret) != 200) {
        Thread.sleep(50);
      }
      JarService revoke =
          JarService.run(
              Files.createDirectory(directory.resolve("revoke")),
              "token",
              "revoke",
              "batch",
              "--tokens",
              directory.resolve("run/tokens.json").toString());
      assertThat(revoke.code()).isZero();
      while (status(address + "/v1/snapshot", secret) != 401) {
        Thread.sleep(50);
      }
    }
  }

  private JarService serve() throws IOException {
    return JarService.run(directory, "serve", "--snapshots", "snapshots", "--port", "0");
  }

  private static String answer(String address, String token) throws Exception {
    HttpResponse<String> answer = get(address, token);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static int status(String address, String token) throws Exception {
    return get(address, token).statusCode();
  }

  private static HttpResponse<String> get(String address, String token) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(address))
                .header("Authorization", "Bearer " + token)
                .build(),
            BodyHandlers.ofString());
  }
}
