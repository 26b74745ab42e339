package org.creditscoring.pipeline.run;

import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Tells every few seconds how far a stage is, at what rate, and how long it may take yet. */
final class Progress implements AutoCloseable {
  private static final int EVERY_SECONDS = 10;

  /** Before this much is done nothing can be said of the rest. */
  private static final double LEAST_SHARE = 0.05;

  private final ScheduledExecutorService clock;

  private Progress(ScheduledExecutorService clock) {
    this.clock = clock;
  }

  /**
   * @param before what had been moved when the stage began
   */
  static Progress of(
      Stages.Stage stage, StageFigures.Watch watch, Optional<Meter> meter, Flow before) {
    ScheduledExecutorService clock =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread thread = new Thread(task, "progress");
              thread.setDaemon(true);
              return thread;
            });
    meter.ifPresent(
        meters ->
            clock.scheduleAtFixedRate(
                () ->
                    line(stage.expected(), meters.now().minus(before), watch.seconds())
                        .ifPresent(stage::say),
                EVERY_SECONDS,
                EVERY_SECONDS,
                TimeUnit.SECONDS));
    return new Progress(clock);
  }

  /** Empty while there is nothing to tell. */
  static Optional<String> line(Stages.Expected expected, Flow flow, double seconds) {
    long rows =
        expected.measure() == Stages.Measure.ROWS_WRITTEN ? flow.rowsWritten() : flow.rowsRead();
    long amount = expected.measure() == Stages.Measure.BYTES_READ ? flow.bytesRead() : rows;
    if (expected.amount() == 0 || amount == 0) {
      return Optional.empty();
    }
    double share = Math.min(1, (double) amount / expected.amount());
    String left =
        share == 1 || share < LEAST_SHARE
            ? ""
            : String.format(Locale.ROOT, ", about %.0f s left", seconds * (1 - share) / share);
    return Optional.of(
        String.format(
            Locale.ROOT,
            "%.0f %%: %,d rows, %,.0f rows/s%s",
            100 * share,
            rows,
            rows / seconds,
            left));
  }

  @Override
  public void close() {
    clock.shutdownNow();
  }
}
