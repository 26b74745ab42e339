package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import java.time.Duration;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  @TempDir Path snapshots;

  @Test
  void followsCurrentThereAndBack() {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      assertThat(store.follow()).isEmpty();
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
      assertThat(store.follow()).contains(SampleSnapshot.OTHER_ID);
      assertThat(served(store)).isEqualTo(SampleSnapshot.OTHER_ID);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
      assertThat(store.follow()).contains(SampleSnapshot.ID);
    }
  }

  @Test
  void keepsTheOldOneWhenTheNewOneIsRefused() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      flipAByte(SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
    }
  }

  @Test
  void aLeaseOutlivesASwap() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      Snapshot old;
      try (Lease lease = store.acquire()) {
        old = lease.snapshot();
        SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
        store.follow();
        assertThat(old.clients().contributions(0)).startsWith(0.9f);
      }
      assertThatThrownBy(() -> old.clients().contributions(0)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void servesNothingFromADamagedSnapshotUntilABetterOneComes() throws IOException {
    flipAByte(SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots));
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      store.verify();
      assertThatThrownBy(store::acquire)
          .isInstanceOf(NotReadyException.class)
          .hasMessage("snapshot " + SampleSnapshot.ID + " is damaged and is not served");
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      store.follow();
      assertThat(served(store)).isEqualTo(SampleSnapshot.OTHER_ID);
    }
  }

  @Test
  void anInterruptedReaderDoesNotDisturbTheOthers() throws IOException {
    SampleSnapshot.standard().publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots));
        Lease lease = store.acquire()) {
      Thread.currentThread().interrupt();
      assertThat(lease.snapshot().clients().contributions(0)).startsWith(0.9f);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(lease.snapshot().clients().values(0)).startsWith(0.2f);
    }
  }

  @Test
  @Timeout(60)
  void theWatcherSwapsAndGoesOnAfterARefusal() throws Exception {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    SnapshotDirectory directory = new SnapshotDirectory(snapshots);
    try (SnapshotStore store = SnapshotStore.open(directory);
        SnapshotWatcher watcher = new SnapshotWatcher(store, directory)) {
      watcher.start(Duration.ofMillis(10));
      SampleSnapshot.makeCurrent(snapshots, "nonsense");
      Thread.sleep(100);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      while (!served(store).equals(SampleSnapshot.OTHER_ID)) {
        Thread.sleep(10);
      }
    }
  }

  private static String served(SnapshotStore store) {
    try (Lease lease = store.acquire()) {
      return lease.snapshot().id();
    }
  }

  /** In the id of the model, which only a full check holds against anything. */
  private static void flipAByte(Path snapshot) throws IOException {
    Path card = snapshot.resolve("model/model.json");
    try (RandomAccessFile file = new RandomAccessFile(card.toFile(), "rw")) {
      String text = file.readLine() + file.readLine();
      assertThat(text).contains("\"modelId\" : \"2026");
      file.seek(file.getFilePointer() - 4);
      file.write('f' - 1);
    }
  }
}
