package org.creditscoring.data.fidelity;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.data.synthetic.RawDirectory;

/** Compares the raw tables of a directory with a profile. */
public final class Fidelity {
  /** The clients whose history was profiled, where a profile does not say. */
  private static final long HISTORY_CLIENTS = 5_000;

  private final Profile profile;
  private final int threads;
  private final PrintStream progress;
  private final Clients clients = new Clients();
  private final Keys keys = new Keys();
  private final Map<Table, Sample> samples = new HashMap<>();
  private final HistoryOutcomes outcomes;

  /**
   * @param progress where to say what was read
   */
  public Fidelity(Profile profile, int threads, PrintStream progress) {
    this.profile = profile;
    this.threads = threads;
    this.progress = progress;
    this.outcomes = new HistoryOutcomes(profile);
  }

  /**
   * Reads every table that is there.
   *
   * @throws BadTableException naming file, line and column of what cannot be read
   */
  public Report run(Path raw) throws IOException {
    List<Finding> findings = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      for (Table table : HomeCredit.all()) {
        List<Path> files = RawDirectory.files(raw, table);
        if (files.isEmpty()) {
          absent.add(table.name());
          continue;
        }
        findings.addAll(table(table, files.get(0), pool));
      }
    } finally {
      pool.shutdownNow();
    }
    samples.values().forEach(sample -> findings.addAll(sample.findings()));
    findings.addAll(Families.findings(keys, clients, profile));
    findings.addAll(outcomes.findings(clients, HISTORY_CLIENTS));
    return new Report(findings, absent);
  }

  private List<Finding> table(Table table, Path file, ExecutorService pool) throws IOException {
    long start = System.nanoTime();
    List<Watched> watched = new ArrayList<>();
    profile
        .columns(table.name())
        .forEach(
            (column, facts) ->
                watched.add(
                    Watched.column(
                        table.name(),
                        profile.isText(table.name(), column)
                            ? Quantity.text(column)
                            : Quantity.number(column),
                        facts)));
    watched.addAll(Relations.of(table, profile));
    List<Carrier> carriers = new ArrayList<>();
    carriers.addAll(clients.carriers(table));
    carriers.addAll(keys.carriers(table));
    carriers.addAll(outcomes.carriers(table));
    if (table == HomeCredit.APPLICATION_TRAIN) {
      Sample sample = new Sample(table.name(), profile);
      samples.put(table, sample);
      carriers.add(sample.carrier());
    }
    TableScan scan = new TableScan(file, watched, carriers);
    scan.run(pool, threads);
    progress.printf(
        Locale.ROOT,
        "  %-22s %,12d rows %7.1f s%n",
        table.name(),
        scan.rows(),
        (System.nanoTime() - start) / 1e9);
    return scan.findings();
  }
}
