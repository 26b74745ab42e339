package org.creditscoring.notebooks;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.Finding.Level;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
  @TempDir Path home;
  private final Map<String, String> environment = new HashMap<>();

  @BeforeEach
  void elsewhere() throws IOException {
    environment.put("CREDIT_HOME", home.toString());
    environment.put("CREDIT_NOTEBOOKS_API", "http://127.0.0.1:9");
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
      environment.put("CREDIT_NOTEBOOKS_PORT", String.valueOf(free.getLocalPort()));
    }
  }

  private List<Finding> findings() {
    return DoctorCommand.findings(environment);
  }

  private Finding only(String what) {
    List<Finding> findings =
        findings().stream().filter(finding -> finding.what().equals(what)).toList();
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  @Test
  void whereNothingIsMadeYetNothingIsBadAndNothingIsMade() {
    assertThat(findings()).noneMatch(finding -> finding.level() == Level.BAD);
    assertThat(only("zeppelin").level()).isEqualTo(Level.WARN);
    assertThat(only("dashboard port").level()).isEqualTo(Level.OK);
    assertThat(only("API").found()).isEqualTo("nothing answers at http://127.0.0.1:9");
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void aPortThatAnotherProgramHasIsBad() throws IOException {
    HttpServer taken = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    taken.start();
    try {
      environment.put("CREDIT_NOTEBOOKS_PORT", String.valueOf(taken.getAddress().getPort()));

      Finding finding = only("dashboard port");

      assertThat(finding.level()).isEqualTo(Level.BAD);
      assertThat(finding.found()).contains(":" + taken.getAddress().getPort());
    } finally {
      taken.stop(0);
    }
  }

  @Test
  void aZeppelinOnThePortAndAServiceBehindItAreWell() throws IOException {
    HttpServer both = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    both.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    both.start();
    try {
      int port = both.getAddress().getPort();
      environment.put("CREDIT_NOTEBOOKS_PORT", String.valueOf(port));
      environment.put("CREDIT_NOTEBOOKS_API", "http://127.0.0.1:" + port);

      assertThat(only("dashboard port").found()).endsWith("is served by a Zeppelin already");
      assertThat(only("API").level()).isEqualTo(Level.OK);
    } finally {
      both.stop(0);
    }
  }

  @Test
  void secretsThatOthersMayReadAreBad() throws IOException {
    Path token = Files.createDirectories(home.resolve("run")).resolve("notebook-token");
    Files.writeString(token, "secret");
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-r-----"));

    assertThat(findings())
        .anySatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.BAD);
              assertThat(finding.found())
                  .isEqualTo(token + " may be read by others than its owner");
              assertThat(finding.mend()).startsWith("chmod 600 " + token);
            });
    Files.setPosixFilePermissions(token, PosixFilePermissions.fromString("rw-------"));
    assertThat(findings()).noneMatch(finding -> finding.level() == Level.BAD);
  }

  @Test
  void aZeppelinOfOnesOwnIsKnownByItsVersion() throws IOException {
    Path zeppelin = home.resolve("zeppelin");
    environment.put("ZEPPELIN_HOME", zeppelin.toString());
    assertThat(only("ZEPPELIN_HOME").level()).isEqualTo(Level.BAD);

    Files.createDirectories(zeppelin.resolve("bin"));
    Files.createDirectories(zeppelin.resolve("interpreter"));
    Files.createDirectories(zeppelin.resolve("lib"));
    Files.createFile(zeppelin.resolve("bin/zeppelin-daemon.sh"));
    assertThat(only("ZEPPELIN_HOME").found()).endsWith("is a Zeppelin of an unknown version");

    Path jar = Files.createFile(zeppelin.resolve("lib/zeppelin-server-0.12.1.jar"));
    assertThat(only("ZEPPELIN_HOME"))
        .isEqualTo(Finding.ok("ZEPPELIN_HOME", zeppelin + " is a Zeppelin 0.12"));

    Files.move(jar, zeppelin.resolve("lib/zeppelin-server-0.9.0.jar"));
    assertThat(only("ZEPPELIN_HOME").level()).isEqualTo(Level.WARN);
  }

  @Test
  void aSettingThatCannotBeUsedIsTheFinding() {
    environment.put("CREDIT_NOTEBOOKS_PORT", "many");

    assertThat(findings())
        .singleElement()
        .satisfies(finding -> assertThat(finding.found()).contains("port is many"));
  }
}
