package org.creditscoring.serving.load;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;

/** Ways in which a published snapshot may be bad. */
enum Spoiled {
  TRUNCATED {
    @Override
    void spoil(Path snapshot) throws IOException {
      try (RandomAccessFile file = new RandomAccessFile(snapshot.resolve(PART).toFile(), "rw")) {
        file.setLength(file.length() / 2);
      }
    }
  },
  FLIPPED_BYTE {
    @Override
    void spoil(Path snapshot) throws IOException {
      flip(snapshot.resolve(PART), 0.5);
    }
  },
  FLIPPED_BYTE_UNDER_A_MATCHING_MANIFEST {
    @Override
    void spoil(Path snapshot) throws IOException {
      // In the footer, where no value is: a value that is another one is another valid snapshot.
      Path part = snapshot.resolve(PART);
      flip(part, 1 - 5.0 / Files.size(part));
      Seal.of(snapshot, CLIENTS).write();
    }
  },
  WRONG_SCHEMA {
    @Override
    void spoil(Path snapshot) throws IOException {
      Files.copy(
          snapshot.resolve("importance.parquet"),
          snapshot.resolve(PART),
          java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      Seal.of(snapshot, CLIENTS).write();
    }
  },
  MISSING_FILE {
    @Override
    void spoil(Path snapshot) throws IOException {
      Files.delete(snapshot.resolve("features.parquet"));
    }
  },
  HALF_WRITTEN_MANIFEST {
    @Override
    void spoil(Path snapshot) throws IOException {
      Path manifest = snapshot.resolve("manifest.json");
      String whole = Files.readString(manifest);
      Files.writeString(manifest, whole.substring(0, whole.length() / 2));
    }
  };

  private static final String PART = "clients/part-00003.parquet";
  private static final int CLIENTS = 305;

  abstract void spoil(Path snapshot) throws IOException;

  /** The id of the snapshot that is spoiled in this way. */
  String id() {
    return "20261124T000000Z-0000%02d".formatted(ordinal());
  }

  /** Writes a snapshot and spoils it; it is not made current. */
  void write(Path snapshots) {
    try {
      spoil(SampleSnapshot.of(id()).write(snapshots));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void flip(Path path, double place) throws IOException {
    try (RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw")) {
      long at = (long) (file.length() * place);
      file.seek(at);
      int old = file.read();
      file.seek(at);
      file.write(old ^ 0x40);
    }
  }
}
