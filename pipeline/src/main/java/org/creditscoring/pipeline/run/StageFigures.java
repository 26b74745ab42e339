package org.creditscoring.pipeline.run;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.time.Instant;

/**
 * What a stage came to: a line of the table at the end, and one of the {@link StageLog}.
 *
 * @param refresh id of the snapshot at work; empty before it has one
 * @param stage its name
 * @param started ISO-8601, UTC
 * @param seconds from its begin to its end
 * @param cpuSeconds of all threads of this process meanwhile
 * @param rows that it handled; −1 where it counts none
 * @param bytesRead from files by Spark
 * @param bytesWritten to files by Spark
 * @param bytesShuffled between Spark's tasks
 * @param heapBytes most that this process's heap held meanwhile, garbage included
 * @param failure empty for a stage that was done
 */
record StageFigures(
    String refresh,
    String stage,
    String started,
    double seconds,
    double cpuSeconds,
    long rows,
    long bytesRead,
    long bytesWritten,
    long bytesShuffled,
    long heapBytes,
    String failure) {

  @JsonIgnore
  boolean counted() {
    return rows >= 0;
  }

  StageFigures withHeap(long bytes) {
    return new StageFigures(
        refresh,
        stage,
        started,
        seconds,
        cpuSeconds,
        rows,
        bytesRead,
        bytesWritten,
        bytesShuffled,
        bytes,
        failure);
  }

  /** Begins to watch a stage. */
  static Watch watch() {
    return new Watch();
  }

  /** Clock, processor and heap since a stage began. */
  static final class Watch {
    private final Instant started = Instant.now();
    private final long nanos = System.nanoTime();
    private final long cpu = Machine.cpuNanos();

    private Watch() {
      Machine.forgetPeakHeap();
    }

    double seconds() {
      return (System.nanoTime() - nanos) / 1e9;
    }

    StageFigures end(String refresh, String stage, long rows, Flow flow, String failure) {
      return new StageFigures(
          refresh,
          stage,
          started.toString(),
          seconds(),
          (Machine.cpuNanos() - cpu) / 1e9,
          rows,
          flow.bytesRead(),
          flow.bytesWritten(),
          flow.bytesShuffled(),
          Machine.peakHeap(),
          failure);
    }
  }
}
