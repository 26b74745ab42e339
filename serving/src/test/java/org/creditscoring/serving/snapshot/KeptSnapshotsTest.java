package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class KeptSnapshotsTest {
  private static final String THIRD_ID = "20261124T060000Z-000003";

  @TempDir Path snapshots;
  private final List<String> opened = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch slow = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final ExecutorService readers = Executors.newCachedThreadPool();
  private KeptSnapshots kept;

  @BeforeEach
  void write() {
    SampleSnapshot.of(SampleSnapshot.ID).write(snapshots);
    SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
    kept =
        new KeptSnapshots(
            new SnapshotDirectory(snapshots),
            directory -> {
              opened.add(directory.getFileName().toString());
              return Snapshot.open(directory);
            });
  }

  @AfterEach
  void close() {
    slow.countDown();
    readers.shutdownNow();
    kept.close();
  }

  private String read(String id) {
    try (Lease lease = kept.acquire(id)) {
      return lease.snapshot().id();
    }
  }

  @Test
  void theLastOneStaysOpen() {
    read(SampleSnapshot.ID);
    read(SampleSnapshot.ID);
    read(SampleSnapshot.OTHER_ID);
    read(SampleSnapshot.OTHER_ID);
    read(SampleSnapshot.ID);
    assertThat(opened)
        .containsExactly(SampleSnapshot.ID, SampleSnapshot.OTHER_ID, SampleSnapshot.ID);
  }

  @Test
  void whatIsLetGoStaysOpenForItsReaderAndIsOpenedAgainForOthers() throws IOException {
    try (Lease lease = kept.acquire(SampleSnapshot.ID)) {
      kept.letGo(SampleSnapshot.OTHER_ID);
      read(SampleSnapshot.ID);
      assertThat(opened).containsExactly(SampleSnapshot.ID);
      kept.letGo(SampleSnapshot.ID);
      assertThat(lease.snapshot().clients().values(0)).startsWith(0.2f);
      read(SampleSnapshot.ID);
    }
    assertThat(opened).containsExactly(SampleSnapshot.ID, SampleSnapshot.ID);
  }

  @Test
  void aFileThatIsNotThePublishedOneIsRefused() throws IOException {
    Spoil.aByte(snapshots.resolve(SampleSnapshot.ID));
    assertThatThrownBy(() -> kept.acquire(SampleSnapshot.ID))
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessageContaining("model.json is not the file that was published");
    assertThat(read(SampleSnapshot.OTHER_ID)).isEqualTo(SampleSnapshot.OTHER_ID);
  }

  /** One that hangs in opening, as a cold disk may, holds up nobody who asks for an open one. */
  @Test
  @Timeout(60)
  void aSlowOneHoldsUpNobodyWhoAsksForAnOpenOne() throws Exception {
    SampleSnapshot.of(THIRD_ID).write(snapshots);
    kept =
        new KeptSnapshots(
            new SnapshotDirectory(snapshots),
            directory -> {
              if (directory.endsWith(THIRD_ID)) {
                begun.countDown();
                await(slow);
              }
              return Snapshot.open(directory);
            });
    read(SampleSnapshot.ID);
    Future<String> third = readers.submit(() -> read(THIRD_ID));
    begun.await();
    assertThat(read(SampleSnapshot.ID)).isEqualTo(SampleSnapshot.ID);
    assertThatThrownBy(() -> read(SampleSnapshot.OTHER_ID))
        .isInstanceOf(NotReadyException.class)
        .hasMessage(
            "snapshot 20261123T060000Z-00beef is not open yet, and others are being opened; ask again in a moment");
    slow.countDown();
    assertThat(third.get()).isEqualTo(THIRD_ID);
    assertThat(read(SampleSnapshot.OTHER_ID)).isEqualTo(SampleSnapshot.OTHER_ID);
  }

  /** Each waits on a thread of the service, of which only so many may. */
  @Test
  @Timeout(60)
  void ofManyWhoAskForTheSameOneAFewWait() throws Exception {
    kept =
        new KeptSnapshots(
            new SnapshotDirectory(snapshots),
            directory -> {
              opened.add(directory.getFileName().toString());
              begun.countDown();
              await(slow);
              return Snapshot.open(directory);
            });
    List<Future<String>> all = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      all.add(readers.submit(() -> read(SampleSnapshot.ID)));
    }
    begun.await();
    int refused = 0;
    while (refused < 8) {
      refused = (int) all.stream().filter(Future::isDone).count();
      Thread.sleep(5);
    }
    slow.countDown();
    int answered = 0;
    for (Future<String> each : all) {
      try {
        assertThat(each.get()).isEqualTo(SampleSnapshot.ID);
        answered++;
      } catch (java.util.concurrent.ExecutionException e) {
        assertThat(e.getCause()).isInstanceOf(NotReadyException.class);
      }
    }
    assertThat(answered).isBetween(1, 4);
    assertThat(opened).hasSize(1);
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
