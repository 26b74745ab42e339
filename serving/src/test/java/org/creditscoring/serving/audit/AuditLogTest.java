package org.creditscoring.serving.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
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
    return AuditEntry.of(
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
          AuditEntry.of(
              AT,
              "r-2",
              new Who("", "", "", "::1"),
              new What("POST", "", "/v1/\"x\n\u2028", "", new int[0]),
              401,
              ""));
      log.write(AuditEntry.turnedAway(AT, new Who("", "", "", "192.0.2.1"), 940));
      assertThat(lines())
          .as("before it is closed, and one line an entry")
          .containsExactly(
              "{\"at\":\"2026-11-25T16:00:00.123Z\",\"request\":\"r-1\",\"token\":\"dashboard\","
                  + "\"role\":\"notebook\",\"analyst\":\"anna\",\"address\":\"127.0.0.1\","
                  + "\"method\":\"GET\",\"route\":\"/v1/clients/{id}\","
                  + "\"path\":\"/v1/clients/100002\",\"query\":\"lang=fr\",\"clients\":[100002],"
                  + "\"status\":200,\"snapshot\":\"20261122T193200Z-5f0c9a\"}",
              "{\"at\":\"2026-11-25T16:00:00.123Z\",\"request\":\"r-2\",\"address\":\"::1\","
                  + "\"method\":\"POST\",\"path\":\"/v1/\\\"x\\n\u2028\",\"status\":401}",
              "{\"at\":\"2026-11-25T16:00:00.123Z\",\"address\":\"192.0.2.1\",\"more\":940}");
    }
  }

  @Test
  void mayBeAStream() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (AuditStream stream = new AuditStream(out);
        AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES)) {
      stream.write(entry("r-1"));
      log.write(entry("r-1"));
    }
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(lines().get(0) + "\n");
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

  /** A disk that has room for the given bytes, then for none, then again for all. */
  private static final class FillingDisk extends FileOutputStream {
    private int room;

    FillingDisk(Path file, int room) throws IOException {
      super(file.toFile(), true);
      this.room = room;
    }

    @Override
    public void write(byte[] bytes) throws IOException {
      if (bytes.length > room) {
        super.write(bytes, 0, room);
        throw new IOException("No space left on device");
      }
      room -= bytes.length;
      super.write(bytes);
    }
  }

  /** An entry of this test has 291 bytes, so that half of the second one fits. */
  @Test
  void takesOffTheHalfLineOfAFullDiskAndGoesOnWhenThereIsRoom() throws IOException {
    int[] room = {450, 0, 10_000};
    int[] opened = {0};
    try (AuditLog log =
        AuditLog.open(
            directory, AuditLog.USUAL_BYTES, file -> new FillingDisk(file, room[opened[0]++]))) {
      log.write(entry("r-1"));
      for (String refused : new String[] {"r-2", "r-3"}) {
        assertThatThrownBy(() -> log.write(entry(refused)))
            .isInstanceOf(AuditException.class)
            .hasMessage("the audit log in " + directory + " cannot be written");
        assertThat(Files.readString(directory.resolve("audit.jsonl"))).endsWith("}\n");
        assertThat(lines()).hasSize(1);
      }
      log.write(entry("r-4"));
    }
    assertThat(lines()).hasSize(2).allMatch(line -> line.endsWith("5f0c9a\"}"));
    assertThat(lines().get(1)).contains("\"request\":\"r-4\"");
  }

  @Test
  void opensAgainAsSoonAsThatIsPossible() throws IOException {
    int[] opened = {0};
    try (AuditLog log =
        AuditLog.open(
            directory,
            AuditLog.USUAL_BYTES,
            file -> {
              opened[0]++;
              if (opened[0] == 2 || opened[0] == 3) {
                throw new IOException("Input/output error");
              }
              return new FillingDisk(file, opened[0] == 1 ? 100 : 10_000);
            })) {
      assertThatThrownBy(() -> log.write(entry("r-1"))).isInstanceOf(AuditException.class);
      assertThatThrownBy(() -> log.write(entry("r-2"))).isInstanceOf(AuditException.class);
      log.write(entry("r-3"));
    }
    assertThat(lines()).hasSize(1);
    assertThat(lines().get(0)).contains("\"request\":\"r-3\"").endsWith("5f0c9a\"}");
  }

  /** A file is full at 1,600 bytes, which are six lines, and 100 more are not one. */
  @Test
  void aFullFileThatCannotBePutAwayIsWrittenOnAndPutAwayLater() throws IOException {
    int[] refusals = {2};
    AuditLog.Disk stubborn =
        new AuditLog.Disk() {
          @Override
          public FileOutputStream open(Path file) throws IOException {
            return new FileOutputStream(file.toFile(), true);
          }

          @Override
          public void move(Path from, Path to) throws IOException {
            if (refusals[0]-- > 0) {
              throw new IOException("Read-only file system");
            }
            Files.move(from, to);
          }
        };
    try (AuditLog log = AuditLog.open(directory, 1_600, stubborn)) {
      for (int i = 0; i < 8; i++) {
        log.write(entry("r-" + i));
      }
      assertThat(lines()).as("nothing is lost, and nobody is refused").hasSize(8);
      log.write(entry("r-8"));
      assertThat(lines()).as("in the next file").hasSize(1);
    }
    try (Stream<Path> files = Files.list(directory)) {
      assertThat(files.filter(file -> file.getFileName().toString().startsWith("audit-")))
          .singleElement()
          .satisfies(file -> assertThat(Files.readAllLines(file)).hasSize(8));
    }
  }

  @Test
  void endsAHalfLineOfAStreamBeforeTheNextOne() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    OutputStream tearing =
        new OutputStream() {
          private int calls;

          @Override
          public void write(int one) {
            out.write(one);
          }

          @Override
          public void write(byte[] bytes) throws IOException {
            if (++calls == 2) {
              out.write(bytes, 0, 10);
              throw new IOException("Broken pipe");
            }
            out.writeBytes(bytes);
          }
        };
    AuditStream stream = new AuditStream(tearing);
    stream.write(entry("r-1"));
    assertThatThrownBy(() -> stream.write(entry("r-2"))).isInstanceOf(AuditException.class);
    stream.write(entry("r-3"));
    List<String> written = out.toString(StandardCharsets.UTF_8).lines().toList();
    assertThat(written).hasSize(3);
    assertThat(written.get(1)).hasSize(10);
    assertThat(written.get(2)).contains("\"request\":\"r-3\"").endsWith("5f0c9a\"}");
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

  /** The lock is gone with it: another service may write there already. */
  @Test
  void writesNothingAfterItWasClosed() throws IOException {
    AuditLog log = AuditLog.open(directory, AuditLog.USUAL_BYTES);
    log.write(entry("first"));
    log.close();
    assertThatThrownBy(() -> log.write(entry("late")))
        .isInstanceOf(AuditException.class)
        .hasMessage("the audit log in " + directory + " is closed");
    assertThat(lines()).hasSize(1);
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
