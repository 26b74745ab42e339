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
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.creditscoring.serving.fixture.ParquetWriting;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The jar as a user runs it, without the libraries that tests have beside it. */
class ServeJarIT {
  private static final Pattern ADDRESS = Pattern.compile("serving on (http://\\S+): 305 clients");
  private static final Path JAR = Path.of(System.getProperty("serving.jar"));

  @TempDir Path directory;

  @Test
  void isLight() throws IOException {
    assertThat(Files.size(JAR)).isLessThan(35_000_000);
  }

  @Test
  @Timeout(120)
  void servesFollowsCurrentAndStopsWhenToldTo() throws Exception {
    Path snapshots = directory.resolve("snapshots");
    ParquetWriting compressed =
        new ParquetWriting(CompressionCodecName.ZSTD, true, WriterVersion.PARQUET_2_0, 10);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).written(compressed).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    Process process = start("serve", "--snapshots", snapshots.toString(), "--port", "0");
    try {
      String address = address(process);
      String token = Files.readString(directory.resolve("run/api-token")).strip();
      assertThat(get(address + "/v1/clients/100002", token)).contains("\"points\":516");
      assertThat(get(address + "/docs", "")).contains("swagger-ui-bundle.js");
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.OTHER_ID);
      while (!get(address + "/health/ready", "").contains(SampleSnapshot.OTHER_ID)) {
        Thread.sleep(50);
      }
      assertThat(get(address + "/v1/clients/100002/explanation", token))
          .contains("\"snapshotId\":\"" + SampleSnapshot.OTHER_ID);
      process.destroy();
      assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  @Timeout(60)
  void endsWith4WhenThereIsNothingToServe() throws Exception {
    Process process = start("serve", "--snapshots", "absent");
    assertThat(process.waitFor()).isEqualTo(4);
    assertThat(Files.readString(directory.resolve("err")))
        .isEqualTo(
            "there is no snapshots directory absent; './credit refresh' publishes a snapshot\n");
  }

  @Test
  @Timeout(60)
  void endsWith2WhenASettingIsMisspelt() throws Exception {
    Files.createDirectory(directory.resolve("conf"));
    Files.writeString(directory.resolve("conf/credit.conf"), "credit.serving.prot = 7171\n");
    Process process = start("serve");
    assertThat(process.waitFor()).isEqualTo(2);
    assertThat(Files.readString(directory.resolve("err")))
        .contains("credit.conf: 1: credit.serving.prot is no setting")
        .contains("host, port, snapshots")
        .doesNotContain("Exception");
  }

  private Process start(String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-jar", JAR.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().keySet().removeIf(name -> name.startsWith("CREDIT_"));
    return builder
        .directory(directory.toFile())
        .redirectOutput(directory.resolve("out").toFile())
        .redirectError(directory.resolve("err").toFile())
        .start();
  }

  private String address(Process process) throws Exception {
    while (process.isAlive()) {
      Matcher matcher = ADDRESS.matcher(Files.readString(directory.resolve("out")));
      if (matcher.find()) {
        return matcher.group(1);
      }
      Thread.sleep(50);
    }
    throw new AssertionError(Files.readString(directory.resolve("err")));
  }

  private static String get(String address, String token) throws Exception {
    HttpResponse<String> answer =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(URI.create(address))
                    .header("Authorization", "Bearer " + token)
                    .build(),
                BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }
}
