package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.creditscoring.model.snapshot.SnapshotLock;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.KeepSettings;
import org.creditscoring.pipeline.run.NothingToServeException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Five snapshots of the first five days of March; it is the sixth. */
class PruningTest {
  private static final String FIRST = "20260301T000000Z-000001";
  private static final String SECOND = "20260302T000000Z-000002";
  private static final String THIRD = "20260303T000000Z-000003";
  private static final String FOURTH = "20260304T000000Z-000004";
  private static final String FIFTH = "20260305T000000Z-000005";
  private static final Instant NOW = Instant.parse("2026-03-06T00:00:00Z");

  @TempDir Path snapshots;

  @BeforeEach
  void publish() throws IOException {
    for (String id : List.of(FIRST, SECOND, THIRD, FOURTH, FIFTH)) {
      Files.writeString(Files.createDirectory(snapshots.resolve(id)).resolve("manifest.json"), "x");
    }
    Golden.makeCurrent(snapshots, FIFTH);
  }

  private Pruning keeping(int snapshots, int days) {
    return new Pruning(this.snapshots, new KeepSettings(snapshots, days, 30), NOW);
  }

  private List<String> left() throws IOException {
    try (Stream<Path> entries = Files.list(snapshots)) {
      return entries
          .filter(Files::isDirectory)
          .map(entry -> entry.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  @Test
  void theNewestAreKept() throws IOException {
    Pruning.Done done = keeping(3, 0).run();

    assertThat(done.removed()).extracting(Pruning.Removable::id).containsExactly(FIRST, SECOND);
    assertThat(done.removed()).extracting(Pruning.Removable::bytes).containsExactly(1L, 1L);
    assertThat(done.spared()).isEmpty();
    assertThat(left()).containsExactly(THIRD, FOURTH, FIFTH);
  }

  @Test
  void theYoungAreKeptHoweverManyTheyAre() throws IOException {
    keeping(1, 4).run();

    assertThat(left()).containsExactly(THIRD, FOURTH, FIFTH);
  }

  @Test
  void theOneBeforeTheCurrentIsKeptForARollback() throws IOException {
    keeping(1, 0).run();

    assertThat(left()).containsExactly(FOURTH, FIFTH);
  }

  @Test
  void afterARollbackNothingNewerGoes() throws IOException {
    Golden.makeCurrent(snapshots, THIRD);

    keeping(1, 0).run();

    assertThat(left()).containsExactly(SECOND, THIRD, FOURTH, FIFTH);
  }

  @Test
  void zeroKeepsAll() throws IOException {
    assertThat(keeping(0, 0).run().removed()).isEmpty();
    assertThat(left()).hasSize(5);
  }

  @Test
  void theHeldGoByTheirAge() throws IOException {
    Files.createDirectory(snapshots.resolve(".held-20260203T000000Z-00000a"));
    Files.createDirectory(snapshots.resolve(".held-20260205T000000Z-00000b"));

    Pruning.Done done = keeping(0, 0).run();

    assertThat(done.removed())
        .containsExactly(new Pruning.Removable("20260203T000000Z-00000a", true, 0));
    assertThat(left()).contains(".held-20260205T000000Z-00000b").hasSize(6);
  }

  @Test
  void nothingGoesWhereNobodyCanSayWhatIsOld() throws IOException {
    Golden.makeCurrent(snapshots, "20260309T000000Z-000009");
    assertThatThrownBy(() -> keeping(1, 0).run())
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("there is no snapshot 20260309T000000Z-000009");
    Golden.makeCurrent(snapshots, "nonsense");
    assertThatThrownBy(() -> keeping(1, 0).run())
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("CURRENT names no snapshot");
    Files.delete(snapshots.resolve("CURRENT"));
    assertThatThrownBy(() -> keeping(1, 0).run()).isInstanceOf(NothingToServeException.class);
    assertThat(left()).hasSize(5);
  }

  /** By a process of its own, as the service is one. */
  @Test
  void whatIsReadStaysUntilItIsReadNoMore() throws Exception {
    Process reader =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Reader.class.getName(),
                snapshots.resolve(SECOND).toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try {
      assertThat(new BufferedReader(new InputStreamReader(reader.getInputStream())).readLine())
          .isEqualTo("reading");

      Pruning.Done done = keeping(2, 0).run();

      assertThat(done.removed()).extracting(Pruning.Removable::id).containsExactly(FIRST, THIRD);
      assertThat(done.spared()).containsExactly(SECOND + " is kept: somebody reads it");
      assertThat(snapshots.resolve(SECOND).resolve("manifest.json")).hasContent("x");
    } finally {
      // As kill -9 does: the lock of a process that dies is gone with it.
      reader.destroyForcibly().waitFor();
    }
    assertThat(keeping(2, 0).run().removed())
        .extracting(Pruning.Removable::id)
        .containsExactly(SECOND);
  }

  /** Holds a snapshot until it is killed. */
  static final class Reader {
    public static void main(String[] arguments) throws IOException {
      try (SnapshotLock lock = SnapshotLock.shared(Path.of(arguments[0]))) {
        System.out.println(lock.defect().isEmpty() ? "reading" : "no locks");
        System.in.read();
      }
    }
  }
}
