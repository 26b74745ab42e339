package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;

/**
 * A refresh that is killed, at any instant: the service goes on, what it serves is whole, the next
 * refresh succeeds. {@code mvn verify} kills three; {@code mvn verify -Pfault} kills as many as its
 * pom says, and at each stage. {@code -Dfault.seed=N} repeats the instants of a run.
 */
class KilledRefreshIT {
  private static final int KILLS = Integer.getInteger("fault.kills", 3);
  private static final String PROFILE = "fault.full";
  private static final boolean FULL = Boolean.getBoolean(PROFILE);
  private static final int KILLED_BY_SIGKILL = 128 + 9;
  private static final int KILLED_BY_SIGTERM = 128 + 15;
  private static final long SEED = Long.getLong("fault.seed", System.nanoTime());

  @TempDir static Path folder;
  private static Nights nights;

  @BeforeAll
  static void begin() throws IOException, InterruptedException {
    nights = Nights.begin(folder, folder);
  }

  @AfterAll
  static void end() throws IOException, InterruptedException {
    if (nights != null) {
      nights.close();
      assertThat(nights.reader().failures()).isEmpty();
      System.out.printf(
          "killed refreshes: %d answers of the service meanwhile, from %d snapshots, none of them wrong%n",
          nights.reader().answers(), nights.verifyAllRead().size());
    }
  }

  @Test
  void atRandomInstants() throws IOException, InterruptedException {
    Random random = new Random(SEED);
    long millis = FULL ? nights.first().toMillis() : nights.first().toMillis() / 3;
    Map<String, Integer> stages = new TreeMap<>();
    int killed = 0;
    int begun = 0;
    // Training takes the most of a refresh; the short form kills such as score with the model there
    // is.
    String[] options = FULL ? new String[] {"--retrain"} : new String[0];
    while (killed < KILLS) {
      // Spread evenly: one instant in each of so many equal parts of a refresh.
      long instant = (long) ((killed + random.nextDouble()) / KILLS * millis);
      begun++;
      assertThat(begun)
          .as("refreshes that ended before they could be killed")
          .isLessThan(2 * KILLS + 3);
      Process refresh =
          nights.refresh(
              begun % 2 == 0
                  ? options
                  : Stream.concat(Stream.of(options), Stream.of("--no-cache"))
                      .toArray(String[]::new));
      if (refresh.waitFor(instant, TimeUnit.MILLISECONDS)) {
        assertThat(refresh.exitValue()).as(nights.told()).isZero();
        millis = millis * 9 / 10;
        continue;
      }
      refresh.destroyForcibly();
      assertThat(refresh.waitFor()).isEqualTo(KILLED_BY_SIGKILL);
      stages.merge(
          nights.stage().isEmpty() ? "[0] before the first stage" : nights.stage(),
          1,
          Integer::sum);
      killed++;
      nights.verifyServed();
      if (FULL || killed == KILLS) {
        nights.requireNextSucceeds();
      }
    }
    System.out.printf(
        "killed refreshes: seed %d, %d killed at random instants: %s%n", SEED, killed, stages);
  }

  @Test
  @EnabledIfSystemProperty(named = PROFILE, matches = "true", disabledReason = "mvn verify -Pfault")
  void atEachStage() throws IOException, InterruptedException {
    List<String> killed = new ArrayList<>();
    boolean published = false;
    while (!published) {
      Process refresh = nights.refresh("--retrain");
      int number = killed.size() + 1;
      String line = "[" + number + "] ";
      while (refresh.isAlive() && nights.told().lines().noneMatch(told -> told.startsWith(line))) {
        TimeUnit.MILLISECONDS.sleep(1);
      }
      published = !refresh.isAlive();
      if (published) {
        assertThat(refresh.exitValue()).as(nights.told()).isZero();
      } else {
        refresh.destroyForcibly();
        assertThat(refresh.waitFor()).isEqualTo(KILLED_BY_SIGKILL);
        killed.add(nights.stage());
        nights.verifyServed();
        nights.requireNextSucceeds();
      }
    }
    assertThat(killed).hasSizeGreaterThanOrEqualTo(6);
    System.out.printf("killed refreshes: as a stage began: %s%n", killed);
  }

  @Test
  @EnabledIfSystemProperty(named = PROFILE, matches = "true", disabledReason = "mvn verify -Pfault")
  void endedBySignalAtRandomInstants() throws IOException, InterruptedException {
    Random random = new Random(SEED + 1);
    int ended = 0;
    int told = 0;
    for (int part = 0; part < 8; part++) {
      Process refresh = nights.refresh("--retrain");
      long instant = (long) ((part + random.nextDouble()) / 8 * nights.first().toMillis());
      if (!refresh.waitFor(instant, TimeUnit.MILLISECONDS)) {
        refresh.toHandle().destroy();
        Launcher.Ended end = nights.end(refresh);
        assertThat(end.code()).as(end.output()).isEqualTo(KILLED_BY_SIGTERM);
        assertThat(end.output()).doesNotContain("failed").doesNotContain("Exception");
        ended++;
        told +=
            end.output().contains("interrupted; nothing that was published has changed") ? 1 : 0;
        nights.verifyServed();
        nights.requireNextSucceeds();
      }
    }
    assertThat(told).isPositive();
    System.out.printf(
        "killed refreshes: seed %d, %d ended by SIGTERM, %d of them late enough to say so%n",
        SEED + 1, ended, told);
  }
}
