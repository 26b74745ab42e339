package org.creditscoring.pipeline.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.creditscoring.pipeline.file.Durable;

/** One JSON line for each stage of each refresh, appended to a file that machines read. */
public final class StageLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;

  /**
   * @throws BadDataException if its directory cannot be made or written
   */
  public StageLog(Path file) {
    this.file = file;
    Durable.directory(file.toAbsolutePath().getParent(), "the log of refreshes");
  }

  void append(StageFigures figures) {
    try {
      Files.writeString(
          file,
          MAPPER.writeValueAsString(figures) + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      throw new UncheckedIOException("the log " + file + " cannot be written", e);
    }
  }
}
