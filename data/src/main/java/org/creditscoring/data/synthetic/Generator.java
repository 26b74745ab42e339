package org.creditscoring.data.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.creditscoring.data.GeneratorSettings;

/**
 * Generates every raw table. Threads make parts of a fixed number of clients; one thread appends
 * them in order. Only a few parts exist at a time, so that memory does not grow with the clients.
 */
public final class Generator {
  private static final int CLIENTS_PER_PART = 500;
  private static final int PARTS_AHEAD = 2;

  private final GeneratorSettings settings;
  private final PrintStream progress;
  private final Map<RawFile, Tally> tallies = new EnumMap<>(RawFile.class);

  /** What one file has so far. */
  private static final class Tally {
    private long rows;
    private long bytes;
  }

  /**
   * @param progress where to say what was done
   */
  public Generator(GeneratorSettings settings, PrintStream progress) {
    this.settings = settings;
    this.progress = progress;
  }

  /**
   * Writes the tables and their marker; those already there are replaced at the very end.
   *
   * @throws IOException if the directory cannot be written
   */
  public void run() throws IOException {
    long start = System.nanoTime();
    RawDirectory directory = new RawDirectory(settings.raw());
    Path aside = directory.open();
    try {
      Map<RawFile, OutputStream> outputs = open(aside);
      try {
        writeAll(outputs, start);
      } finally {
        for (OutputStream output : outputs.values()) {
          output.close();
        }
      }
      directory.publish(marker());
    } finally {
      directory.close();
    }
    summary((System.nanoTime() - start) / 1e9);
  }

  private Map<RawFile, OutputStream> open(Path aside) throws IOException {
    Map<RawFile, OutputStream> outputs = new EnumMap<>(RawFile.class);
    for (RawFile file : RawFile.values()) {
      OutputStream output =
          Files.newOutputStream(
              aside.resolve(file.table().fileName() + settings.compression().extension()));
      outputs.put(file, output);
      tallies.put(file, new Tally());
      byte[] header =
          (String.join(",", file.table().header()) + "\n").getBytes(StandardCharsets.US_ASCII);
      append(file, Part.bytes(settings.compression(), header, header.length, 0), output);
    }
    return outputs;
  }

  private void writeAll(Map<RawFile, OutputStream> outputs, long start) throws IOException {
    Population population = Population.of(settings.clients(), settings.current(), settings.seed());
    ClientMaker maker = new ClientMaker(settings.seed(), population);
    ExecutorService threads = Executors.newFixedThreadPool(settings.threads());
    try {
      Deque<Future<Part>> ahead = new ArrayDeque<>();
      int next = 0;
      int done = 0;
      int told = 0;
      while (done < population.size()) {
        while (next < population.size() && ahead.size() < settings.threads() + PARTS_AHEAD) {
          int from = next;
          int to = Math.min(next + CLIENTS_PER_PART, population.size());
          ahead.add(threads.submit(() -> part(maker, from, to)));
          next = to;
        }
        Part part = take(ahead);
        for (RawFile file : RawFile.values()) {
          append(file, part.files().get(file), outputs.get(file));
        }
        done += part.clients();
        int tenths = (int) (10L * done / population.size());
        if (tenths > told) {
          told = tenths;
          tell(done, population.size(), (System.nanoTime() - start) / 1e9);
        }
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Part part(ClientMaker maker, int from, int to) {
    Rows rows = new Rows();
    for (int place = from; place < to; place++) {
      maker.write(place, rows);
    }
    return Part.of(to - from, rows, settings.compression());
  }

  private static Part take(Deque<Future<Part>> ahead) throws IOException {
    try {
      return ahead.remove().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The generation was interrupted.", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(
          "a part of the clients could not be made: " + e.getCause(), e.getCause());
    }
  }

  private void append(RawFile file, Part.Bytes bytes, OutputStream output) throws IOException {
    output.write(bytes.array(), 0, bytes.size());
    Tally tally = tallies.get(file);
    tally.rows += bytes.rows();
    tally.bytes += bytes.size();
  }

  private void tell(int done, int all, double seconds) {
    long rows = tallies.values().stream().mapToLong(tally -> tally.rows).sum();
    progress.printf(
        Locale.ROOT, "  %,d of %,d clients, %,d rows, %.1f s%n", done, all, rows, seconds);
  }

  private void summary(double seconds) {
    long rows = 0;
    long bytes = 0;
    for (RawFile file : RawFile.values()) {
      Tally tally = tallies.get(file);
      line(file.table().name(), tally.rows, tally.bytes, seconds);
      rows += tally.rows;
      bytes += tally.bytes;
    }
    line("all tables", rows, bytes, seconds);
  }

  private void line(String what, long rows, long bytes, double seconds) {
    progress.printf(
        Locale.ROOT,
        "  %-22s %,12d rows %,9.1f MB %7.1f s %,11.0f rows/s%n",
        what,
        rows,
        bytes / 1e6,
        seconds,
        rows / seconds);
  }

  private String marker() {
    StringBuilder text = new StringBuilder();
    text.append("The rows of these tables are synthetic: drawn by a program, about nobody.\n");
    text.append(
        "Les lignes de ces tables sont synthétiques : tirées par un programme, sans personne réelle.\n\n");
    text.append("seed ").append(settings.seed()).append('\n');
    text.append("past clients ").append(settings.clients()).append('\n');
    text.append("current clients ").append(settings.current()).append('\n');
    tallies.forEach(
        (file, tally) ->
            text.append(file.table().name()).append(' ').append(tally.rows).append(" rows\n"));
    return text.toString();
  }
}
