package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotStoreTest {
  private static final String THIRD_ID = "20261121T060000Z-000003";

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
      Spoil.aByte(SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
    }
  }

  /** Also by those who ask for it by its id, until it is put in place after all. */
  @Test
  void whatWasRefusedIsNotServedByItsIdEither() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      Spoil.aByte(SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
      assertThat(store.follow()).isEmpty();
      assertThatThrownBy(() -> store.acquire(SampleSnapshot.OTHER_ID))
          .isInstanceOf(RefusedSnapshotException.class)
          .hasMessageContaining("model.json is not the file that was published");
      assertThat(store.kept().get(0).problem())
          .startsWith(SampleSnapshot.OTHER_ID + "/model/model.json is not the file");
      assertThat(store.scoreIn(SampleSnapshot.OTHER_ID, 100_002)).isEmpty();
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      assertThat(store.follow()).contains(SampleSnapshot.OTHER_ID);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
      store.follow();
      try (Lease lease = store.acquire(SampleSnapshot.OTHER_ID)) {
        assertThat(lease.snapshot().id()).isEqualTo(SampleSnapshot.OTHER_ID);
      }
    }
  }

  /** Mended behind its back, it would be served if it were read again. */
  @Test
  void whatIsFoundAlteredWhenAskedForByItsIdIsNotReadAgain() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    Spoil.aByte(SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots));
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      for (int i = 0; i < 2; i++) {
        assertThatThrownBy(() -> store.acquire(SampleSnapshot.OTHER_ID))
            .isInstanceOf(RefusedSnapshotException.class)
            .hasMessageContaining("model.json is not the file that was published");
        SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
      }
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.OTHER_ID);
      assertThat(store.follow()).contains(SampleSnapshot.OTHER_ID);
    }
  }

  /** As when CURRENT names a directory that is still being copied. */
  @Test
  void whatWasRefusedForAFileThatWasNotThereYetIsTriedAgain() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      Path copied = SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      Files.delete(copied.resolve("features.parquet"));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      SampleSnapshot.makeCurrent(snapshots, SampleSnapshot.ID);
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).write(snapshots);
      try (Lease lease = store.acquire(SampleSnapshot.OTHER_ID)) {
        assertThat(lease.snapshot().id()).isEqualTo(SampleSnapshot.OTHER_ID);
      }
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
    Spoil.aByte(SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots));
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

  /** For the heap; the watcher takes them in again. */
  @Test
  void theOneBeforeGivesItsReasonsBackOnlyForWhatLooksRight() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots));
        Lease lease = store.acquire()) {
      lease.snapshot().loadReasonFigures();
      Path half = SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      Files.delete(half.resolve("features.parquet"));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      assertThat(lease.snapshot().hasReasonFigures()).isTrue();

      Spoil.aByte(SampleSnapshot.of(THIRD_ID).publish(snapshots));
      assertThatThrownBy(store::follow).isInstanceOf(RefusedSnapshotException.class);
      assertThat(lease.snapshot().hasReasonFigures()).isFalse();
      assertThat(served(store)).isEqualTo(SampleSnapshot.ID);
    }
  }

  @Test
  void aKeptSnapshotThatIsPutInPlaceIsOpenOnce() throws IOException {
    SampleSnapshot.of(SampleSnapshot.ID).publish(snapshots);
    try (SnapshotStore store = SnapshotStore.open(new SnapshotDirectory(snapshots))) {
      SampleSnapshot.of(SampleSnapshot.OTHER_ID).publish(snapshots);
      Snapshot asOf;
      try (Lease lease = store.acquire(SampleSnapshot.OTHER_ID)) {
        asOf = lease.snapshot();
      }
      store.follow();
      assertThatThrownBy(() -> asOf.clients().values(0)).isInstanceOf(IOException.class);
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

  private static String served(SnapshotStore store) {
    try (Lease lease = store.acquire()) {
      return lease.snapshot().id();
    }
  }
}
