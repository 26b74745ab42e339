package org.creditscoring.serving.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.creditscoring.serving.audit.AuditEntry.What;
import org.creditscoring.serving.audit.AuditEntry.Who;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {
  private static final Instant AT = Instant.parse("2026-11-25T16:00:00.123Z");

  @TempDir Path directory;

  private static AuditEntry entry(String request) {
    return new AuditEntry(
        AT,
        request,
        new Who("dashboard", "notebook", "anna", "127.0.0.1"),
        new What("GET", "/v1/clients/{id}", "/v1/clients/100002", "lang=fr", new int[] {100_002}),
        200,
        "20261122T193200Z-5f0c9a");
  }

  private List<String> lines() throws IOException {
    return Files.readAllLines(directory.resolve("audit.jsonl"));
  }

  @Test
  void aLineSaysWhoAskedWhatAboutWhom() throws IOException {
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("r-1"));
      log.write(
          new AuditEntry(
              AT,
              "r-2",
              new Who("", "", "", "::1"),
              new What("POST", "", "/v1/\"x\n\u2028", "", new int[0]),
              401,
              ""));
      assertThat(lines())
          .as("before it is closed, and one line an entry")
          .containsExactly(
              "{\"at\":\"2026-11-25T16:00:00.123Z\",\"request\":\"r-1\",\"token\":\"dashboard\","
                  + "\"role\":\"notebook\",\"analyst\":\"anna\",\"address\":\"127.0.0.1\","
                  + "\"method\":\"GET\",\"route\":\"/v1/clients/{id}\","
                  + "\"path\":\"/v1/clients/100002\",\"query\":\"lang=fr\",\"clients\":[100002],"
                  + "\"status\":200,\"snapshot\":\"20261122T193200Z-5f0c9a\"}",
              "{\"at\":\"2026-11-25T16:00:00.123Z\",\"request\":\"r-2\",\"address\":\"::1\","
                  + "\"method\":\"POST\",\"path\":\"/v1/\\\"x\\n\u2028\",\"status\":401}");
    }
  }

  @Test
  void goesOnWhereTheLastProcessEnded() throws IOException {
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("first"));
    }
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("second"));
    }
    assertThat(lines()).hasSize(2);
    assertThat(lines().get(1)).contains("\"request\":\"second\"");
  }

  @Test
  void takesOffALineThatAKilledProcessNeverFinished() throws IOException {
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("whole"));
    }
    Files.writeString(
        directory.resolve("audit.jsonl"), "{\"at\":\"2026-1", StandardOpenOption.APPEND);
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("next"));
    }
    assertThat(lines()).hasSize(2).allMatch(line -> line.endsWith("5f0c9a\"}"));
  }

  @Test
  void keepsEveryFullFile() throws Exception {
    int writers = 4;
    int each = 250;
    ExecutorService executor = Executors.newFixedThreadPool(writers);
    try (AuditLog log = AuditLog.open(directory, 10_000)) {
      List<Future<?>> done = new ArrayList<>();
      for (int writer = 0; writer < writers; writer++) {
        int number = writer;
        done.add(
            executor.submit(
                () -> {
                  for (int i = 0; i < each; i++) {
                    log.write(entry(number + "-" + i));
                  }
                }));
      }
      for (Future<?> future : done) {
        future.get();
      }
    } finally {
      executor.shutdownNow();
    }
    List<String> requests = new ArrayList<>();
    try (Stream<Path> files = Files.list(directory)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".jsonl")).toList()) {
        Files.readAllLines(file)
            .forEach(line -> requests.add(line.replaceAll(".*\"request\":\"([^\"]*)\".*", "$1")));
        assertThat(Files.size(file)).isLessThan(10_000 + 400);
      }
    }
    assertThat(requests).hasSize(writers * each).doesNotHaveDuplicates();
  }

  @Test
  void anInterruptOfOneCallerSilencesNobody() throws Exception {
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      Thread interrupted =
          new Thread(
              () -> {
                Thread.currentThread().interrupt();
                log.write(entry("interrupted"));
              });
      interrupted.start();
      interrupted.join();
      log.write(entry("after"));
    }
    assertThat(lines()).hasSize(2);
  }

  @Test
  void onlyOneServiceWritesIt() throws IOException {
    try (AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      log.write(entry("first"));
      assertThatThrownBy(() -> AuditLog.open(directory, AuditLog.USUAL_BYTES))
          .isInstanceOf(AuditException.class)
          .hasMessage(
              "another service writes the audit log in "
                  + directory
                  + "; stop it, or take another directory with the setting audit");
    }
  }

  @Test
  void saysWhatToDoWhenItCannotBeWritten() throws IOException {
    Path file = Files.createFile(directory.resolve("file"));
    assertThatThrownBy(() -> AuditLog.open(file.resolve("audit"), AuditLog.USUAL_BYTES))
        .isInstanceOf(AuditException.class)
        .hasMessageContaining("take another directory with the setting audit");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void onlyItsOwnerReadsIt() throws IOException {
    Path own = directory.resolve("run/audit");
    try (AuditLog log = AuditLog.open(own, 100)) {
      log.write(entry("fills the first file"));
      log.write(entry("begins the second"));
    }
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(own)))
        .isEqualTo("rwx------");
    try (Stream<Path> files = Files.list(own)) {
      assertThat(files.filter(path -> path.toString().endsWith(".jsonl")))
          .hasSize(2)
          .allMatch(
              file -> {
                try {
                  return PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                      .equals("rw-------");
                } catch (IOException e) {
                  throw new AssertionError(e);
                }
              });
    }
  }
}
