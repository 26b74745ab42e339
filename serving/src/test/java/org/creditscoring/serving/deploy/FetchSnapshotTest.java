package org.creditscoring.serving.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.snapshot.Snapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The script by which a snapshot reaches a machine that shares no disk with the refresh. */
class FetchSnapshotTest {
  private static final Path SCRIPT = Path.of("../conf/deploy/fetch-snapshot.sh");

  @TempDir Path source;
  @TempDir Path target;
  private HttpServer server;

  private record Outcome(int code, String said) {}

  @BeforeEach
  void serveSource() throws IOException {
    for (String program : List.of("curl", "sha256sum")) {
      assumeTrue(
          Stream.of(System.getenv("PATH").split(":"))
              .anyMatch(folder -> Files.isExecutable(Path.of(folder, program))),
          program + " is not installed, so fetch-snapshot.sh is not tested");
    }
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          Path file = source.resolve(exchange.getRequestURI().getPath().substring(1));
          boolean found = Files.isRegularFile(file);
          byte[] body = found ? Files.readAllBytes(file) : new byte[0];
          exchange.sendResponseHeaders(found ? 200 : 404, body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void stop() {
    if (server != null) {
      server.stop(0);
    }
  }

  @Test
  void bringsWhatCurrentNamesAndKeepsTheOneBefore() throws Exception {
    SampleSnapshot.of("20261121T000000Z-000001").publish(source);
    assertThat(fetch().code()).isZero();
    SampleSnapshot.of(SampleSnapshot.ID).publish(source);
    assertThat(fetch().code()).isZero();
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(source);
    Outcome last = fetch();
    assertThat(last.code()).as(last.said()).isZero();
    assertThat(target.resolve("CURRENT")).hasContent(SampleSnapshot.OTHER_ID);
    try (Snapshot snapshot = Snapshot.open(target.resolve(SampleSnapshot.OTHER_ID))) {
      snapshot.verify();
    }
    try (Stream<Path> kept = Files.list(target)) {
      assertThat(kept.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("CURRENT", SampleSnapshot.ID, SampleSnapshot.OTHER_ID);
    }
    assertThat(fetch().code()).as("nothing is new").isZero();
  }

  @Test
  void leavesWhatIsServedWhenTheNewOneIsDamaged() throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(source);
    assertThat(fetch().code()).isZero();
    Path damaged = SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(source);
    Files.writeString(damaged.resolve("importance.parquet"), "not what was published");
    Outcome refused = fetch();
    assertThat(refused.code()).isEqualTo(1);
    assertThat(refused.said())
        .contains(SampleSnapshot.OTHER_ID + "/importance.parquet is not the file that was");
    assertThat(target.resolve("CURRENT")).hasContent(SampleSnapshot.ID);
  }

  @Test
  void leavesWhatIsServedWhenCurrentNamesNothing() throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(source);
    assertThat(fetch().code()).isZero();
    Files.writeString(source.resolve("CURRENT"), "../../etc\n");
    assertThat(fetch().said()).contains("CURRENT names no snapshot");
    assertThat(target.resolve("CURRENT")).hasContent(SampleSnapshot.ID);
  }

  private Outcome fetch() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                "sh",
                SCRIPT.toString(),
                "http://127.0.0.1:" + server.getAddress().getPort() + "/",
                target.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(process.getInputStream().readAllBytes());
    return new Outcome(process.waitFor(), said);
  }
}
