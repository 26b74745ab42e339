package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.drift.BinCounts;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.drift.ScoreCounts;
import org.creditscoring.pipeline.scoring.ScoredClient;

/**
 * Tells of the clients together, in two passes over them.
 *
 * <ol>
 *   <li>{@link Spread}: how each value is spread (a bounded sketch of its values, exact while they
 *       are few; sums by group), how far contributions reach by fold, how many clients there are of
 *       each decision and outcome. It settles the bins, the ranks of the features, and how many
 *       clients are sampled: the {@link Plan} of the second.
 *   <li>{@link Tally}: clients by bin of each feature and of each pair, contributions by bin,
 *       clients by probability, the sample, and the bins of the populations to compare with.
 * </ol>
 *
 * <p>Rows stream through a partition; what comes out of it is one Spread or one Tally, whose size
 * depends on the catalogue and not on the clients, and which are added two by two. Nothing is
 * shuffled or sorted, and no client is collected but the sample. Counts are whole numbers and sums
 * are exact, so the tables are the same whatever the partitions, their order, and the order in
 * which they are added.
 */
final class AggregateStage {
  private final Catalogue catalogue;
  private final Shape shape;

  AggregateStage(Catalogue catalogue) {
    this.catalogue = catalogue;
    this.shape = Shape.of(catalogue);
  }

  /**
   * @param clients at least one
   * @param cutOff probability from which we refuse
   * @param cuts of the features and inputs, see {@link Census}
   */
  Aggregates aggregates(Dataset<ScoredClient> clients, double cutOff, Cuts[] cuts) {
    JavaRDD<ScoredClient> rows = clients.javaRDD();
    Shape known = shape;
    Spread spread =
        rows.mapPartitions(each(part -> Spread.of(known, part))).treeReduce(Spread::add);
    Findings findings = findings(spread);
    Plan plan = findings.plan(cutOff, cuts);
    Tally tally = rows.mapPartitions(each(part -> Tally.of(plan, part))).treeReduce(Tally::add);
    return findings.aggregates(tally);
  }

  /** What the first pass says, before the second. */
  Findings findings(Spread spread) {
    List<SortedValues> values =
        IntStream.range(0, shape.values()).mapToObj(spread::values).toList();
    return new Findings(spread, values, Importance.ofFeatures(shape, spread));
  }

  /** What becomes of a partition. */
  private interface Part<T> extends java.io.Serializable {
    T of(Iterator<ScoredClient> clients);
  }

  /** An empty partition has nothing to say. */
  private static <T> FlatMapFunction<Iterator<ScoredClient>, T> each(Part<T> part) {
    return clients ->
        clients.hasNext() ? List.of(part.of(clients)).iterator() : Collections.emptyIterator();
  }

  /** The first pass, and what follows from it. */
  final class Findings {
    private final Spread spread;
    private final List<SortedValues> values;
    private final List<ImportanceRow> ranked;

    private Findings(Spread spread, List<SortedValues> values, List<ImportanceRow> ranked) {
      this.spread = spread;
      this.values = values;
      this.ranked = ranked;
    }

    Plan plan(double cutOff, Cuts[] cuts) {
      Binning[] bins =
          IntStream.range(0, shape.features())
              .mapToObj(place -> Binning.of(feature(place), values.get(place)))
              .toArray(Binning[]::new);
      int[] paired =
          ranked.stream()
              .limit(Layout.PAIR_FEATURES)
              .mapToInt(row -> shape.names().indexOf(row.name()))
              .toArray();
      return new Plan(
          bins,
          paired,
          ProbabilityEdges.of(cutOff),
          Quotas.of(spread.clients(), Layout.MOST_POINTS),
          cuts);
    }

    Aggregates aggregates(Tally tally) {
      List<FeatureRow> features = new ArrayList<>();
      List<DistributionRow> distributions = new ArrayList<>();
      List<PositionRow> positions = new ArrayList<>();
      for (int place = 0; place < shape.values(); place++) {
        SortedValues own = values.get(place);
        FeatureRow.Block block = block(place);
        features.add(
            FeatureRow.of(
                feature(place),
                place,
                block,
                FeatureProfile.of(feature(place), place, spread, own)));
        if (block == FeatureRow.Block.FEATURE) {
          distributions.addAll(DistributionRow.of(feature(place), place, tally));
          if (feature(place).kind() == Kind.NUMBER) {
            positions.addAll(PositionRow.of(feature(place).name(), own));
          }
        }
      }
      List<CutOffRow> cutOffs = CutOffRow.of(tally);
      return new Aggregates(
          features,
          distributions,
          positions,
          importance(tally),
          PairRow.of(tally, shape.names()),
          PointRow.of(tally, spread.clients()),
          cutOffs,
          Optional.of(
              new Census(
                  LongStream.of(spread.clients()).sum(),
                  IntStream.range(0, tally.comparable().values())
                      .mapToObj(place -> counted(place, tally.comparable()))
                      .toList(),
                  score(cutOffs),
                  tally.furthest(),
                  tally.plan().pairs())));
    }

    private Counted counted(int place, BinCounts counts) {
      Feature feature = feature(place);
      boolean category = feature.kind() == Kind.CATEGORY;
      return new Counted(
          feature.name(),
          counts.edges(place),
          Counted.codes(feature),
          counts.of(place, ClientKind.PAST),
          counts.of(place, ClientKind.CURRENT),
          category ? Double.NaN : spread.meanPast(place),
          category ? Double.NaN : spread.meanCurrent(place));
    }

    private static Counted score(List<CutOffRow> rows) {
      return ScoreCounts.ofRows(
          rows.stream().mapToDouble(CutOffRow::lower).toArray(),
          rows.stream().mapToLong(row -> row.repaid() + row.defaulted()).toArray(),
          rows.stream().mapToLong(CutOffRow::current).toArray());
    }

    private List<ImportanceRow> importance(Tally tally) {
      List<ImportanceRow> rows = new ArrayList<>();
      for (ImportanceRow row : ranked) {
        rows.add(row.directed(direction(shape.names().indexOf(row.name()), tally)));
      }
      rows.addAll(Importance.ofGroups(shape, spread));
      return rows;
    }

    /** Over past clients, or over all if there are none, as the importance itself. */
    private double direction(int place, Tally tally) {
      if (feature(place).kind() == Kind.CATEGORY) {
        return Double.NaN;
      }
      boolean past = spread.anyPast();
      int bins = tally.plan().bins()[place].missing();
      long[] clients = new long[bins];
      double[] means = new double[bins];
      for (int bin = 0; bin < bins; bin++) {
        GroupCounts counts = tally.bin(place, bin);
        clients[bin] = past ? counts.past() : counts.all();
        means[bin] =
            past ? tally.meanPastContribution(place, bin) : tally.meanContribution(place, bin);
      }
      return Direction.of(clients, means);
    }
  }

  private Feature feature(int place) {
    return catalogue.values().get(place);
  }

  private FeatureRow.Block block(int place) {
    int inputs = shape.features() + catalogue.inputs().size();
    if (place < shape.features()) {
      return FeatureRow.Block.FEATURE;
    }
    return place < inputs ? FeatureRow.Block.INPUT : FeatureRow.Block.FORBIDDEN;
  }
}
