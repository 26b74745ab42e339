package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SnapshotWatcherTest {
  private static final Duration INTERVAL = Duration.ofMillis(10);

  /** In which the watcher looks several times. */
  private static final long SOME_LOOKS_MILLIS = 100;

  private final AtomicLong nanoTime = new AtomicLong();
  private final AtomicLong clockReads = new AtomicLong();

  @TempDir Path snapshots;

  @Test
  void swapsAndGoesOnAfterRefusals() throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = open();
        SnapshotWatcher watcher = watcher(store)) {
      watcher.start(INTERVAL);
      awaitReasons(store);
      SampleSnapshot.makeCurrent(snapshots, "nonsense");
      awaitRefusals(store, 1);
      assertThat(store.status().refusal()).startsWith("CURRENT names no snapshot: 'nonsense'");
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
      Files.delete(snapshots.resolve("CURRENT"));
      awaitRefusals(store, 2);
      assertThat(store.status().refusal()).startsWith("no snapshot is published;");
      Spoil.aByte(SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots));
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.OTHER_ID);
      awaitRefusals(store, 3);
      assertThat(store.status().refusal()).startsWith(SampleSnapshot.OTHER_ID);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
      awaitReasons(store);
      SampleSnapshot.of("20261121T060000Z-000003").publish(snapshots);
      await(() -> served(store).equals("20261121T060000Z-000003"));
      awaitReasons(store);
    }
  }

  @Test
  void whatIsWrongInItsContentIsReadAgainAfterAMinuteAndThenTwo() throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    Path other = SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
    Spoil.aByte(other);
    try (SnapshotStore store = open();
        SnapshotWatcher watcher = watcher(store)) {
      watcher.start(INTERVAL);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.OTHER_ID);
      awaitRefusals(store, 1);
      Spoil.aByte(other, 'd');
      Thread.sleep(SOME_LOOKS_MILLIS);
      assertThat(store.status().refusals()).isEqualTo(1);
      aMinutePasses();
      awaitRefusals(store, 2);

      SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
      aMinutePasses();
      Thread.sleep(SOME_LOOKS_MILLIS);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
      aMinutePasses();
      await(() -> served(store).equals(SampleSnapshot.OTHER_ID));
    }
  }

  @Test
  void whileNothingIsServedItTriesEachMinute() throws Exception {
    Path damaged = SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    Spoil.aByte(damaged);
    try (SnapshotStore store = open();
        SnapshotWatcher watcher = watcher(store)) {
      watcher.start(INTERVAL);
      awaitRefusals(store, 1);
      Thread.sleep(SOME_LOOKS_MILLIS);
      assertThat(store.status().refusals()).isEqualTo(1);
      assertThat(store.serves()).isFalse();
      Spoil.aByte(damaged, 'd');
      aMinutePasses();
      awaitRefusals(store, 2);
      Spoil.aByte(damaged, 'c');
      aMinutePasses();
      awaitRefusals(store, 3);
      SampleSnapshot.of(SampleSnapshot.ID).write(snapshots);
      aMinutePasses();
      await(store::serves);
    }
  }

  private SnapshotStore open() {
    return SnapshotStore.open(new SnapshotDirectory(snapshots));
  }

  private SnapshotWatcher watcher(SnapshotStore store) {
    return new SnapshotWatcher(
        store,
        new SnapshotDirectory(snapshots),
        () -> {
          clockReads.incrementAndGet();
          return nanoTime.get();
        });
  }

  private void aMinutePasses() {
    nanoTime.addAndGet(Duration.ofMinutes(1).toNanos());
  }

  private static void awaitReasons(SnapshotStore store) throws InterruptedException {
    try (Lease lease = store.acquire()) {
      await(lease.snapshot()::hasReasonFigures);
    }
  }

  private void awaitRefusals(SnapshotStore store, long refusals) throws InterruptedException {
    await(() -> store.status().refusals() == refusals);
    // A refusal is counted before the watcher looks at the clock for it, and once more at the next.
    long before = clockReads.get();
    await(() -> clockReads.get() >= before + 2);
  }

  private static String served(SnapshotStore store) {
    try (Lease lease = store.acquire()) {
      return lease.snapshot().id();
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      Thread.sleep(10);
    }
  }
}
