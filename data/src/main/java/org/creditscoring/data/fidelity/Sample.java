package org.creditscoring.data.fidelity;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.creditscoring.data.fidelity.Distances.Worst;

/** The first clients of a table of applications, of whom rank correlations are taken. */
final class Sample {
  /** Enough to tell correlations 0.005 apart. */
  private static final int MOST = 60_000;

  private static final String OUTCOME = "TARGET";

  private final String table;
  private final Map<String, ColumnFacts> columns;
  private final List<Profile.Pair> pairs;
  private final long profiled;
  private final List<String> names;
  private final Map<String, float[]> values = new HashMap<>();
  private int size;

  Sample(String table, Profile profile) {
    this.table = table;
    this.columns = profile.columns(table);
    this.pairs = profile.correlations(table);
    this.profiled = profile.rows(table);
    TreeSet<String> wanted = new TreeSet<>();
    pairs.forEach(pair -> wanted.addAll(List.of(pair.first(), pair.second())));
    columns.forEach(
        (name, facts) -> {
          if (facts.correlation().isPresent()) {
            wanted.add(name);
          }
        });
    if (!wanted.isEmpty()) {
      wanted.add(OUTCOME);
    }
    names = List.copyOf(wanted);
    names.forEach(name -> values.put(name, new float[0]));
  }

  Carrier carrier() {
    List<Quantity.OfNumber> quantities = names.stream().map(Sample::withoutSentinel).toList();
    return new Carrier(quantities, MOST, this::take);
  }

  private static Quantity.OfNumber withoutSentinel(String column) {
    return new Quantity.OfNumber(
        column,
        row -> {
          double value = row.number(column);
          return value == ColumnFacts.SENTINEL ? Double.NaN : value;
        });
  }

  private void take(double[][] numbers, int rows) {
    int more = Math.min(rows, MOST - size);
    for (int column = 0; column < names.size(); column++) {
      float[] known = Arrays.copyOf(values.get(names.get(column)), size + more);
      for (int i = 0; i < more; i++) {
        known[size + i] = (float) numbers[column][i];
      }
      values.put(names.get(column), known);
    }
    size += more;
  }

  List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    if (size == 0) {
      return findings;
    }
    findings.addAll(
        columns.entrySet().parallelStream()
            .filter(column -> column.getValue().correlation().isPresent())
            .map(
                column ->
                    compared(
                        table + "." + column.getKey(),
                        Measure.OUTCOME,
                        new Profile.Pair(
                            column.getKey(),
                            OUTCOME,
                            column.getValue().correlation().getAsDouble())))
            .collect(Collectors.toList()));
    findings.addAll(
        pairs.parallelStream()
            .map(
                pair ->
                    compared(
                        table + ": " + pair.first() + " and " + pair.second(),
                        Measure.CORRELATION,
                        pair))
            .collect(Collectors.toList()));
    return findings;
  }

  private Finding compared(String subject, Measure measure, Profile.Pair pair) {
    Spearman.Correlation found = Spearman.of(values.get(pair.first()), values.get(pair.second()));
    if (Double.isNaN(found.value())) {
      return new Finding(subject, measure, Math.abs(pair.correlation()), "one does not vary");
    }
    Worst worst = Distances.correlation(pair.correlation(), profiled, found.value(), found.pairs());
    return new Finding(subject, measure, worst.distance(), worst.detail());
  }
}
