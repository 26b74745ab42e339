package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells a person what a refresh is doing: each stage as it begins, how far it is, its rows and
 * seconds, then all of them; and a machine, one line a stage.
 */
public final class Stages {
  private static final String ROW = "  %-31s %15s %9s %10s %12s %12s%n";

  private final PrintStream out;
  private final Optional<Meter> meter;
  private final Optional<StageLog> log;
  private final RunReport report;
  private final List<StageFigures> done = new ArrayList<>();
  private final StageFigures.Watch all = StageFigures.watch();
  private String refresh = "";
  private StageFigures whole;
  private long mostHeap;

  /** Tells a person alone, and without bytes. */
  public Stages(PrintStream out) {
    this(out, Optional.empty(), Optional.empty(), new RunReport());
  }

  Stages(PrintStream out, StageLog log) {
    this(out, Optional.empty(), Optional.of(log), new RunReport());
  }

  public Stages(PrintStream out, Meter meter, StageLog log) {
    this(out, meter, log, new RunReport());
  }

  /**
   * @param report to which whatever a machine wants to know at the end is told
   */
  public Stages(PrintStream out, Meter meter, StageLog log, RunReport report) {
    this(out, Optional.of(meter), Optional.of(log), report);
  }

  private Stages(PrintStream out, Optional<Meter> meter, Optional<StageLog> log, RunReport report) {
    this.out = out;
    this.meter = meter;
    this.log = log;
    this.report = report;
  }

  /** What a stage does; it says how many rows it handled. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Stage stage) throws IOException;
  }

  /** A stage at work; its methods may be called by several threads. */
  public final class Stage {
    private long rows = -1;
    private volatile Expected expected = Expected.NOTHING;

    private Stage() {}

    /** How many rows the stage handled, for its closing line. */
    public synchronized void rows(long count) {
      rows = count;
    }

    /** What there is to do, so that it can be told how much of it is left. */
    public void expect(Measure measure, long amount) {
      expected = new Expected(measure, amount);
    }

    public void say(String line) {
      out.println("    " + line);
    }

    /** Something that a person should look at although the refresh goes on. */
    public void warn(String line) {
      out.println("    warning: " + line);
      report.warning(line);
    }

    /**
     * That rows of a table could not be read.
     *
     * @param rows 1 or more
     * @param share of all its rows, above 0 to 1
     */
    public void setAside(String table, long rows, double share) {
      report.setAside(new RunReport.SetAside(table, rows, share));
    }

    Expected expected() {
      return expected;
    }
  }

  /** By what the progress of a stage is measured. */
  public enum Measure {
    BYTES_READ,
    ROWS_READ,
    ROWS_WRITTEN
  }

  /** An amount of what a stage has to do. */
  record Expected(Measure measure, long amount) {
    static final Expected NOTHING = new Expected(Measure.ROWS_READ, 0);
  }

  /** The stages from now on belong to the refresh that makes this snapshot. */
  public void of(String snapshotId) {
    refresh = snapshotId;
    report.of(snapshotId);
  }

  /** What became of that snapshot; until it is told, that there is none. */
  public void outcome(RunReport.Outcome outcome) {
    report.outcome(outcome);
  }

  /** Runs one stage between its opening and its closing line. */
  public <T> T run(String name, Work<T> work) {
    try {
      return watched(name, work);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private <T> T watched(String name, Work<T> work) throws IOException {
    out.printf(Locale.ROOT, "[%d] %s%n", done.size() + 1, name);
    StageFigures.Watch watch = StageFigures.watch();
    Flow before = settled();
    Stage stage = new Stage();
    try (Progress progress = Progress.of(stage, watch, meter, before)) {
      T result = work.run(stage);
      StageFigures figures = end(name, stage, watch, before, "");
      done.add(figures);
      out.printf(
          Locale.ROOT, "    done%s in %s%n", rows(", ", figures), seconds(figures.seconds()));
      return result;
    } catch (Throwable e) {
      end(name, stage, watch, before, RootCause.kind(e));
      throw e;
    }
  }

  /** Every stage with its rows, seconds, processor time and bytes. */
  public void table() {
    out.println();
    out.printf(ROW, "stage", "rows", "seconds", "processor", "read", "written");
    Flow flow = Flow.NONE;
    for (StageFigures stage : done) {
      line(stage);
      flow = flow.plus(new Flow(0, stage.bytesRead(), 0, stage.bytesWritten(), 0));
    }
    whole = all.end(refresh, "all", -1, flow, "").withHeap(mostHeap);
    StageFigures total = whole;
    line(total);
    log.ifPresent(lines -> lines.append(total));
    out.printf(
        "  heap: at most %s of %s%n%n", bytes(mostHeap), bytes(Runtime.getRuntime().maxMemory()));
  }

  /** Something that a person should look at, outside of any stage. */
  public void warn(String line) {
    report.warning(line);
    out.println("warning: " + line);
  }

  /** The last line, or any other that stands by itself. */
  public void say(String line) {
    out.println(line);
  }

  /** From the begin of the first stage until {@link #table} was told. */
  public double seconds() {
    return whole.seconds();
  }

  /** Processor time of this process meanwhile. */
  public double cpuSeconds() {
    return whole.cpuSeconds();
  }

  /** Whether a stage of this name was done. */
  public boolean ran(String name) {
    return done.stream().anyMatch(stage -> stage.stage().equals(name));
  }

  private StageFigures end(
      String name, Stage stage, StageFigures.Watch watch, Flow before, String failure) {
    StageFigures figures = watch.end(refresh, name, stage.rows, settled().minus(before), failure);
    mostHeap = Math.max(mostHeap, figures.heapBytes());
    log.ifPresent(lines -> lines.append(figures));
    report.stage(figures);
    return figures;
  }

  private Flow settled() {
    return meter.map(Meter::settled).orElse(Flow.NONE);
  }

  private void line(StageFigures stage) {
    out.printf(
        ROW,
        stage.stage(),
        rows("", stage),
        seconds(stage.seconds()),
        seconds(stage.cpuSeconds()),
        stage.bytesRead() == 0 ? "" : bytes(stage.bytesRead()),
        stage.bytesWritten() == 0 ? "" : bytes(stage.bytesWritten()));
  }

  private static String rows(String before, StageFigures stage) {
    return stage.counted() ? String.format(Locale.ROOT, "%s%,d rows", before, stage.rows()) : "";
  }

  private static String seconds(double took) {
    return String.format(Locale.ROOT, "%.1f s", took);
  }

  private static String bytes(long bytes) {
    return String.format(Locale.ROOT, "%,.1f MB", bytes / 1e6);
  }
}
