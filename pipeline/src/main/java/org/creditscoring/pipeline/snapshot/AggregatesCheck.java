package org.creditscoring.pipeline.snapshot;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.creditscoring.model.snapshot.Layout;

/**
 * Holds the tables against each other before they are published: every client in exactly one bin of
 * each feature, one cell of each pair and one row of {@code cutoff}, and the sample standing for
 * all.
 */
final class AggregatesCheck {
  /** Weights are doubles that stand for whole clients. */
  private static final double WEIGHT_TOLERANCE = 1e-6;

  private final Aggregates aggregates;
  private final long clients;

  private AggregatesCheck(Aggregates aggregates, long clients) {
    this.aggregates = aggregates;
    this.clients = clients;
  }

  /**
   * @param clients that were read
   * @throws IllegalStateException naming the table, the feature or pair, and both numbers
   */
  static void verify(Aggregates aggregates, long clients, double cutOff) {
    AggregatesCheck check = new AggregatesCheck(aggregates, clients);
    long refused = check.distributions();
    check.positions();
    check.pairs();
    check.points();
    check.cutOffs(cutOff, refused);
  }

  /**
   * The same of a snapshot that was written before the later tables came.
   *
   * @throws IllegalStateException likewise
   */
  static void verifyFirst(List<DistributionRow> distributions, long clients) {
    Aggregates first =
        new Aggregates(
            List.of(),
            distributions,
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    new AggregatesCheck(first, clients).distributions();
  }

  /**
   * @return how many clients are refused
   */
  private long distributions() {
    Map<String, Long> all = new LinkedHashMap<>();
    Map<String, Long> refused = new LinkedHashMap<>();
    for (DistributionRow bin : aggregates.distributions()) {
      require(
          bin.all() == bin.accepted() + bin.refused()
              && bin.all() == bin.repaid() + bin.defaulted() + bin.unknown(),
          bin.feature() + ": bin " + bin.bin() + " counts decisions and outcomes apart");
      all.merge(bin.feature(), bin.all(), Long::sum);
      refused.merge(bin.feature(), bin.refused(), Long::sum);
    }
    all.forEach((feature, sum) -> requireAll(feature + ": the bins hold", sum));
    Set<Long> different = new HashSet<>(refused.values());
    require(different.size() == 1, "the features count different numbers of refused clients");
    return different.iterator().next();
  }

  private void positions() {
    Map<String, Long> positions = new HashMap<>();
    aggregates
        .positions()
        .forEach(row -> positions.merge(row.feature(), row.accepted() + row.refused(), Long::sum));
    Map<String, Long> known = new HashMap<>();
    aggregates.distributions().stream()
        .filter(bin -> bin.kind().equals(DistributionRow.RANGE))
        .forEach(bin -> known.merge(bin.feature(), bin.all(), Long::sum));
    require(
        positions.equals(known),
        "positions and distributions do not count the same clients in the same features");
  }

  /** The cells of a bin of one feature, over all bins of the other, are that bin of the first. */
  private void pairs() {
    Map<Bin, Long> bins = new HashMap<>();
    for (DistributionRow bin : aggregates.distributions()) {
      if (bin.all() > 0) {
        bins.put(new Bin(bin.feature(), bin.bin()), bin.all());
      }
    }
    Map<List<String>, Map<Bin, Long>> sums = new LinkedHashMap<>();
    for (PairRow cell : aggregates.pairs()) {
      Map<Bin, Long> own =
          sums.computeIfAbsent(List.of(cell.x(), cell.y()), pair -> new HashMap<>());
      own.merge(new Bin(cell.x(), cell.xBin()), cell.all(), Long::sum);
      own.merge(new Bin(cell.y(), cell.yBin()), cell.all(), Long::sum);
    }
    sums.forEach((pair, own) -> requireBins(pair, own, bins));
    long ranked =
        aggregates.importance().stream()
            .filter(row -> row.by().equals(ImportanceRow.BY_FEATURE))
            .limit(Layout.PAIR_FEATURES)
            .count();
    require(
        sums.size() == ranked * (ranked - 1) / 2,
        "pairs holds " + sums.size() + " pairs of " + ranked + " features");
  }

  private record Bin(String feature, int bin) {}

  private static void requireBins(List<String> pair, Map<Bin, Long> sums, Map<Bin, Long> bins) {
    bins.forEach(
        (bin, all) -> {
          if (pair.contains(bin.feature())) {
            require(
                all.equals(sums.get(bin)),
                String.join(" × ", pair)
                    + ": the cells of bin "
                    + bin.bin()
                    + " of "
                    + bin.feature()
                    + " hold "
                    + sums.getOrDefault(bin, 0L)
                    + " clients, the bin "
                    + all);
          }
        });
  }

  private void points() {
    List<PointRow> points = aggregates.points();
    require(
        points.size() == Math.min(clients, Layout.MOST_POINTS),
        "points holds " + points.size() + " of " + clients + " clients");
    for (int i = 1; i < points.size(); i++) {
      require(
          points.get(i).id() > points.get(i - 1).id(),
          "points: client " + points.get(i).id() + " follows " + points.get(i - 1).id());
    }
    double weights = points.stream().mapToDouble(PointRow::weight).sum();
    require(
        Math.abs(weights - clients) <= WEIGHT_TOLERANCE * clients,
        "points stand for " + weights + " clients of " + clients);
  }

  private void cutOffs(double cutOff, long refused) {
    double reached = 0;
    long all = 0;
    long above = 0;
    for (CutOffRow row : aggregates.cutOffs()) {
      require(
          row.lower() == reached && row.upper() > row.lower(),
          "cutoff: a row begins at " + row.lower() + ", the one before it ends at " + reached);
      reached = row.upper();
      all += row.clients();
      above += row.lower() >= cutOff ? row.clients() : 0;
    }
    require(reached == 1, "cutoff ends at " + reached);
    requireAll("cutoff counts", all);
    require(
        above == refused,
        "cutoff counts " + above + " clients from the cut-off on, " + refused + " are refused");
  }

  private void requireAll(String what, long counted) {
    require(counted == clients, what + " " + counted + " clients of " + clients);
  }

  private static void require(boolean right, String wrong) {
    if (!right) {
      throw new IllegalStateException(wrong);
    }
  }
}
