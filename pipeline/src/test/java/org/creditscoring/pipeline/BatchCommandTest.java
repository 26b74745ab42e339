package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.FileNotFoundException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.apache.spark.SparkException;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How a batch ends. */
class BatchCommandTest {
  private final StringWriter err = new StringWriter();

  /** Spark's failures are checked exceptions that no signature declares. */
  @Test
  void aTaskThatHadNoRoomIsTheDisksFault() {
    assertThat(
            run(
                new SparkException(
                    "Job aborted",
                    new FileNotFoundException("temp_shuffle_1 (No space left on device)"))))
        .isEqualTo(3);
    assertThat(err.toString())
        .startsWith("fails stopped: a disk does not allow it: ")
        .contains("No space left on device", "Room left: ");
  }

  @Test
  void anyOtherFailureIsOurs() {
    assertThat(run(new SparkException("Job aborted"))).isEqualTo(1);
    assertThat(err.toString()).startsWith("fails failed, and it is our fault: ");
  }

  private int run(Exception failure) {
    CommandLine line = BatchCommand.commandLine(new Failing(failure));
    return line.setErr(new PrintWriter(err, true)).execute();
  }

  @Command(name = "fails")
  private static final class Failing extends BatchCommand {
    private final Exception failure;

    private Failing(Exception failure) {
      this.failure = failure;
    }

    @Override
    void run(PipelineSettings settings) {
      throwUndeclared(failure);
    }

    @Override
    String untouched() {
      return "Nothing has changed.";
    }

    @SuppressWarnings("unchecked")
    private static <E extends Exception> void throwUndeclared(Exception failure) throws E {
      throw (E) failure;
    }
  }
}
