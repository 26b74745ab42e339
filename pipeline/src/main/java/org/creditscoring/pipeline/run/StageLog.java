package org.creditscoring.pipeline.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;
import org.creditscoring.pipeline.file.Durable;

/**
 * One JSON line for each stage of each refresh, appended to a file that machines read. A log that
 * cannot be written is told once and stops nobody: a refresh is not made for its log.
 */
public final class StageLog {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final Path file;
  private final Consumer<String> warn;
  private boolean told;

  /**
   * @param warn where it is told that the file cannot be written
   */
  public StageLog(Path file, Consumer<String> warn) {
    this.file = file.toAbsolutePath();
    this.warn = warn;
  }

  synchronized void append(StageFigures figures) {
    try {
      Files.createDirectories(file.getParent());
      append(MAPPER.writeValueAsString(figures));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    } catch (IOException e) {
      if (!told) {
        told = true;
        warn.accept(
            "warning: the log "
                + file
                + " cannot be written ("
                + RootCause.of(e)
                + "); the run goes on without it");
      }
    }
  }

  private void append(String line) throws IOException {
    try (FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      Durable.append(channel, line);
    }
  }
}
