package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;

/** A snapshot that only its hashes tell from the one that was published. */
final class Spoil {
  private Spoil() {}

  /** In the id of the model, which only a full check holds against anything. */
  static void aByte(Path snapshot) throws IOException {
    aByte(snapshot, 'f' - 1);
  }

  /**
   * @param to a hexadecimal digit; another one is another damage
   */
  static void aByte(Path snapshot, int to) throws IOException {
    Path card = snapshot.resolve("model/model.json");
    try (RandomAccessFile file = new RandomAccessFile(card.toFile(), "rw")) {
      String text = file.readLine() + file.readLine();
      assertThat(text).contains("\"modelId\" : \"2026");
      file.seek(file.getFilePointer() - 4);
      file.write(to);
    }
  }
}
