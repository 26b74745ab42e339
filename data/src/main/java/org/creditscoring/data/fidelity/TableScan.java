package org.creditscoring.data.fidelity;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;

/**
 * Reads one raw table once: threads parse blocks, one takes their counts in order. Only a few
 * blocks exist at a time.
 */
final class TableScan {
  private static final int BLOCKS_AHEAD = 4;
  private static final String OUTCOME = "TARGET";

  private final Path file;
  private final List<Watched> watched;
  private final List<Carrier> carriers;
  private final Map<String, Integer> places = new HashMap<>();
  private final List<Tally> tallies = new ArrayList<>();
  private long rows;

  /** What one block says. */
  private record Part(int rows, List<Tally> tallies, List<double[][]> carried) {}

  TableScan(Path file, List<Watched> watched, List<Carrier> carriers) {
    this.file = file;
    this.watched = List.copyOf(watched);
    this.carriers = List.copyOf(carriers);
    watched.forEach(quantity -> tallies.add(quantity.tally()));
  }

  /**
   * @throws BadTableException naming file, line and column of what cannot be read
   */
  void run(ExecutorService threads, int count) throws IOException {
    try (Blocks blocks = Blocks.of(file)) {
      header(
          blocks
              .header()
              .orElseThrow(() -> new BadTableException(file + " is empty: it has no header.")));
      Deque<Future<Part>> ahead = new ArrayDeque<>();
      long first = 0;
      for (var block = blocks.next(); block.isPresent(); block = blocks.next()) {
        Blocks.Block lines = block.get();
        long from = first;
        ahead.add(threads.submit(() -> part(lines, from)));
        first += lines.lines();
        if (ahead.size() >= count + BLOCKS_AHEAD) {
          take(ahead.remove());
        }
      }
      while (!ahead.isEmpty()) {
        take(ahead.remove());
      }
    }
  }

  private void header(String line) {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(line)) {
      for (String name : reader.iterator().next().getFields()) {
        places.put(name, places.size());
      }
      require();
    } catch (IOException e) {
      throw new BadTableException(file + ", line 1: " + e.getMessage());
    }
  }

  /** The profile's columns must be there; relations read columns of their own. */
  private void require() {
    for (Watched quantity : watched) {
      String name = quantity.quantity().name();
      if (quantity.shares() == Measure.CATEGORIES && !places.containsKey(name)) {
        throw new BadTableException(
            "%s has no column %s, of which the profile knows.".formatted(file.getFileName(), name));
      }
    }
  }

  private Part part(Blocks.Block lines, long first) throws IOException {
    List<Tally> counted = watched.stream().map(Watched::tally).toList();
    List<double[][]> carried = new ArrayList<>();
    for (Carrier carrier : carriers) {
      carried.add(
          first < carrier.most()
              ? new double[carrier.quantities().size()][lines.lines()]
              : new double[0][]);
    }
    Row row = new Row(file.getFileName().toString(), places);
    int at = 0;
    try (CsvReader<CsvRecord> reader =
        CsvReader.builder().skipEmptyLines(true).ofCsvRecord(lines.text())) {
      for (CsvRecord record : reader) {
        row.at(record, lines.line() + record.getStartingLineNumber() - 1);
        boolean defaulted = places.containsKey(OUTCOME) && row.is(OUTCOME, "1");
        for (Tally tally : counted) {
          tally.add(row, defaulted);
        }
        for (int i = 0; i < carriers.size(); i++) {
          carry(carriers.get(i).quantities(), row, carried.get(i), at);
        }
        at++;
      }
    }
    return new Part(at, counted, carried);
  }

  private static void carry(
      List<Quantity.OfNumber> quantities, Row row, double[][] numbers, int at) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i][at] = quantities.get(i).of().applyAsDouble(row);
    }
  }

  private void take(Future<Part> future) throws IOException {
    Part part = result(future);
    rows += part.rows();
    for (int i = 0; i < tallies.size(); i++) {
      tallies.get(i).add(part.tallies().get(i));
    }
    for (int i = 0; i < carriers.size(); i++) {
      if (part.carried().get(i).length > 0) {
        carriers.get(i).taker().take(part.carried().get(i), part.rows());
      }
    }
  }

  private static Part result(Future<Part> future) throws IOException {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("The reading was interrupted.", e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof BadTableException bad) {
        throw bad;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  long rows() {
    return rows;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < watched.size(); i++) {
      findings.addAll(watched.get(i).findings(tallies.get(i)));
    }
    return findings;
  }
}
