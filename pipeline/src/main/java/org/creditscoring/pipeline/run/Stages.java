package org.creditscoring.pipeline.run;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Tells a person what a refresh is doing: each stage with its rows and seconds, then all of them.
 */
public final class Stages {
  private static final String ROW = "  %-34s %14s %9s%n";

  private final PrintStream out;
  private final List<Done> done = new ArrayList<>();
  private final long started = System.nanoTime();

  private record Done(String name, long rows, Duration took) {}

  public Stages(PrintStream out) {
    this.out = out;
  }

  /** What a stage does; it says how many rows it handled. */
  @FunctionalInterface
  public interface Work<T> {
    T run(Stage stage) throws IOException;
  }

  /** A stage at work. */
  public final class Stage {
    private long rows = -1;

    private Stage() {}

    /** How many rows the stage handled, for its closing line. */
    public void rows(long count) {
      rows = count;
    }

    public void say(String line) {
      out.println("    " + line);
    }

    /** Something that a person should look at although the refresh goes on. */
    public void warn(String line) {
      out.println("    warning: " + line);
    }
  }

  /** Runs one stage between its opening and its closing line. */
  public <T> T run(String name, Work<T> work) {
    out.printf(Locale.ROOT, "[%d] %s%n", done.size() + 1, name);
    long start = System.nanoTime();
    Stage stage = new Stage();
    T result;
    try {
      result = work.run(stage);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    Done finished = new Done(name, stage.rows, Duration.ofNanos(System.nanoTime() - start));
    done.add(finished);
    out.printf(Locale.ROOT, "    done%s in %s%n", rows(", ", finished), seconds(finished.took()));
    return result;
  }

  /** Every stage with its rows and seconds. */
  public void table() {
    out.println();
    out.printf(ROW, "stage", "rows", "seconds");
    for (Done stage : done) {
      out.printf(ROW, stage.name(), rows("", stage), seconds(stage.took()));
    }
    out.printf(ROW, "all", "", seconds(Duration.ofNanos(System.nanoTime() - started)));
    out.println();
  }

  /** The last line, or any other that stands by itself. */
  public void say(String line) {
    out.println(line);
  }

  private static String rows(String before, Done stage) {
    return stage.rows() < 0 ? "" : String.format(Locale.ROOT, "%s%,d rows", before, stage.rows());
  }

  private static String seconds(Duration took) {
    return String.format(Locale.ROOT, "%.1f s", took.toMillis() / 1000.0);
  }
}
