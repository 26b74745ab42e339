package org.creditscoring.serving.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.serving.auth.Role;
import org.creditscoring.serving.cli.Finding.Level;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  private ServingSettings settings() {
    environment.put("CREDIT_HOME", home.toString());
    environment.putIfAbsent("CREDIT_SERVING_PORT", "0");
    return ServingSettings.load(environment);
  }

  private Finding only(String what) {
    List<Finding> findings =
        DoctorCommand.findings(settings(), NOW).stream()
            .filter(finding -> finding.what().equals(what))
            .toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void whereNothingIsMadeYetNothingIsBadAndNothingIsMade() {
    assertThat(DoctorCommand.findings(settings(), NOW))
        .extracting(Finding::what, Finding::level)
        .containsExactly(
            tuple("API port", Level.OK),
            tuple("API tokens", Level.OK),
            tuple("audit log", Level.OK),
            tuple("API snapshot", Level.WARN));
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aPortThatAnotherProgramHasIsBad() throws IOException {
    HttpServer taken = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    taken.start();
    try {
      environment.put("CREDIT_SERVING_PORT", String.valueOf(taken.getAddress().getPort()));

      Finding finding = only("API port");

      assertThat(finding.level()).isEqualTo(Level.BAD);
      assertThat(finding.found()).contains("127.0.0.1:" + taken.getAddress().getPort());
      assertThat(finding.mend()).contains("credit.serving.port");
    } finally {
      taken.stop(0);
    }
  }

  @Test
  void aPortThatThisServiceHasIsWell() throws IOException {
    HttpServer service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    service.createContext(
        "/health/live",
        exchange -> {
          byte[] answer = "{\"status\":\"UP\"}".getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, answer.length);
          exchange.getResponseBody().write(answer);
          exchange.close();
        });
    service.start();
    try {
      environment.put("CREDIT_SERVING_PORT", String.valueOf(service.getAddress().getPort()));

      assertThat(only("API port").level()).isEqualTo(Level.OK);
      assertThat(only("API port").found()).endsWith("is served by this service already");
    } finally {
      service.stop(0);
    }
  }

  @Test
  void tokensAreHeldAgainstTheirFiles() throws IOException {
    Security security = settings().security();
    security.setup().forLoopback();
    assertThat(only("API tokens").level()).isEqualTo(Level.OK);
    assertThat(only("API tokens").found()).startsWith("2 in force in ");

    Files.setPosixFilePermissions(
        security.tokenFile(), PosixFilePermissions.fromString("rw-r--r--"));
    Finding open = only("API tokens");
    assertThat(open.level()).isEqualTo(Level.BAD);
    assertThat(open.found()).contains("may be used by others than its owner").contains("chmod 600");

    Files.delete(security.tokenFile());
    assertThat(only("API tokens").found()).contains("there is no token file");
  }

  /** There the first start makes none. */
  @Test
  void forOtherMachinesSomebodyMustHaveAToken() {
    environment.put("CREDIT_SERVING_HOST", "0.0.0.0");

    assertThat(only("API tokens").level()).isEqualTo(Level.BAD);
    assertThat(only("API tokens").found())
        .startsWith("host 0.0.0.0 is reached from other machines");
    assertThat(home).isEmptyDirectory();

    settings().security().registry().create("monitor", Role.READER, Optional.empty());
    assertThat(only("API tokens").level()).isEqualTo(Level.OK);
    assertThat(only("API tokens").found()).startsWith("1 in force in ");
  }

  @Test
  void tokensThatEndAreNamed() {
    Security security = settings().security();
    security.setup().forLoopback();
    security
        .registry()
        .create("monitor", Role.READER, Optional.of(Instant.parse("2026-12-08T00:00:00Z")));
    security
        .registry()
        .create("auditor", Role.READER, Optional.of(Instant.parse("2026-11-08T00:00:00Z")));

    Finding finding = only("API tokens");

    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.found())
        .startsWith("3 in force")
        .contains("about to end: monitor on 2026-12-08T00:00:00Z")
        .contains("ended: auditor");
  }

  @Test
  void theSnapshotIsOpenedAsTheServiceDoes() throws IOException {
    Path snapshots = home.resolve("data/snapshots");
    Path written = SampleSnapshot.standard().publish(snapshots);
    assertThat(only("API snapshot"))
        .isEqualTo(Finding.ok("API snapshot", SampleSnapshot.ID + " can be served"));

    Files.delete(written.resolve("features.parquet"));
    Finding refused = only("API snapshot");
    assertThat(refused.level()).isEqualTo(Level.BAD);
    assertThat(refused.found()).contains("features.parquet is missing");
  }

  @Test
  void anAuditLogThatCannotBeWrittenIsBad() throws IOException {
    environment.put("CREDIT_SERVING_AUDIT", Files.createFile(home.resolve("file")) + "/audit");

    assertThat(only("audit log").level()).isEqualTo(Level.BAD);
  }
}
