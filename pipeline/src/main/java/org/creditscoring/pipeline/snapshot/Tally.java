package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.pipeline.drift.BinCounts;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.sums.ExactSums;
import org.creditscoring.pipeline.table.Blocks;

/**
 * What the second pass over the clients counts: bins of each feature and of each pair,
 * contributions by bin, clients by probability, a sample, and the bins of other populations. Two of
 * them add up to that of both their clients, in any order to the same.
 */
final class Tally implements Serializable {
  private static final long serialVersionUID = 1;

  /** Sums of a bin: contributions of past clients, of current ones, and squares of all. */
  private static final int SUMS = 3;

  private final Plan plan;
  private final int[][] bins;
  private final ExactSums[] contributions;
  private final int[][] pairs;
  private final int[] probabilities;
  private final ExactSums probabilitySums;
  private final PointSample[] points = new PointSample[Group.CODES];
  private final BinCounts comparable;
  private double furthest;

  private Tally(Plan plan) {
    this.plan = plan;
    bins = new int[plan.bins().length][];
    contributions = new ExactSums[bins.length];
    for (int i = 0; i < bins.length; i++) {
      bins[i] = new int[plan.bins()[i].bins() * Group.CODES];
      contributions[i] = new ExactSums(plan.bins()[i].bins() * SUMS);
    }
    pairs = new int[plan.pairs()][];
    int pair = 0;
    for (int x = 0; x < plan.ranked().length; x++) {
      for (int y = x + 1; y < plan.ranked().length; y++) {
        pairs[pair++] = new int[bins(x) * bins(y) * Group.CODES];
      }
    }
    int rows = plan.probabilityEdges().length - 1;
    probabilities = new int[rows * Group.CODES];
    probabilitySums = new ExactSums(rows);
    for (int code = 0; code < points.length; code++) {
      points[code] = new PointSample(plan.points()[code]);
    }
    comparable = new BinCounts(plan.cuts());
  }

  /** Of the clients of a partition. */
  static Tally of(Plan plan, Iterator<ScoredClient> clients) {
    Tally tally = new Tally(plan);
    Blocks.each(clients, Spread.BLOCK, tally::add);
    return tally;
  }

  /** Adds clients, one feature and one pair after the other, as {@link Spread} does. */
  private void add(List<ScoredClient> block) {
    byte[] codes = new byte[block.size()];
    for (int i = 0; i < codes.length; i++) {
      ScoredClient client = block.get(i);
      codes[i] = Group.code(client.decision(), client.outcome());
      double probability = Logistic.of(client.margin());
      int row = Edges.bin(plan.probabilityEdges(), probability);
      probabilities[row * Group.CODES + codes[i]]++;
      probabilitySums.add(row, probability);
      points[codes[i]].add(client.id(), client.values(), plan.ranked());
      furthest = Math.max(furthest, Math.abs(client.explained() - client.margin()));
    }
    int[][] own = new int[bins.length][codes.length];
    for (int feature = 0; feature < bins.length; feature++) {
      addFeature(feature, block, codes, own[feature]);
    }
    addPairs(own, codes);
    for (int place = 0; place < comparable.values(); place++) {
      for (ScoredClient client : block) {
        comparable.add(place, client.values()[place], ClientKind.of(client.outcome()));
      }
    }
  }

  /**
   * @param own filled with the bin of each client
   */
  private void addFeature(int feature, List<ScoredClient> block, byte[] codes, int[] own) {
    Binning binning = plan.bins()[feature];
    for (int i = 0; i < codes.length; i++) {
      ScoredClient client = block.get(i);
      own[i] = binning.bin(client.values()[feature]);
      bins[feature][own[i] * Group.CODES + codes[i]]++;
      double contribution = client.contributions()[feature];
      int sum = own[i] * SUMS;
      contributions[feature].add(Group.past(codes[i]) ? sum : sum + 1, contribution);
      contributions[feature].add(sum + 2, contribution * contribution);
    }
  }

  private void addPairs(int[][] own, byte[] codes) {
    int[] ranked = plan.ranked();
    int pair = 0;
    for (int x = 0; x < ranked.length; x++) {
      for (int y = x + 1; y < ranked.length; y++) {
        int[] counts = pairs[pair++];
        int[] xBin = own[ranked[x]];
        int[] yBin = own[ranked[y]];
        int yBins = bins(y);
        for (int i = 0; i < codes.length; i++) {
          counts[(xBin[i] * yBins + yBin[i]) * Group.CODES + codes[i]]++;
        }
      }
    }
  }

  /** Adds the clients of another one of the same plan. */
  Tally add(Tally other) {
    for (int i = 0; i < bins.length; i++) {
      add(bins[i], other.bins[i]);
      contributions[i].add(other.contributions[i]);
    }
    for (int pair = 0; pair < pairs.length; pair++) {
      add(pairs[pair], other.pairs[pair]);
    }
    add(probabilities, other.probabilities);
    probabilitySums.add(other.probabilitySums);
    for (int code = 0; code < points.length; code++) {
      points[code].add(other.points[code]);
    }
    comparable.add(other.comparable);
    furthest = Math.max(furthest, other.furthest);
    return this;
  }

  Plan plan() {
    return plan;
  }

  /** Clients in a bin of a feature. */
  GroupCounts bin(int feature, int bin) {
    return GroupCounts.of(bins[feature], bin);
  }

  /** Mean contribution over the clients of a bin; NaN if there are none. */
  double meanContribution(int feature, int bin) {
    return contributions[feature].mean(bin * SUMS, bin * SUMS + 1, bin(feature, bin).all());
  }

  /** Population standard deviation of the contribution over the clients of a bin, likewise. */
  double sdContribution(int feature, int bin) {
    int sum = bin * SUMS;
    return contributions[feature].deviation(sum, sum + 1, sum + 2, bin(feature, bin).all());
  }

  /** Mean contribution over the past clients of a bin; NaN if there are none. */
  double meanPastContribution(int feature, int bin) {
    return contributions[feature].mean(bin * SUMS, bin(feature, bin).past());
  }

  /**
   * Clients in a bin of one feature and a bin of another.
   *
   * @param pair in the order of {@link Plan#pairs}
   * @param cell {@code xBin · bins of y + yBin}
   */
  GroupCounts cell(int pair, int cell) {
    return GroupCounts.of(pairs[pair], cell);
  }

  /** Clients in a row of {@code cutoff}. */
  GroupCounts probabilityRow(int row) {
    return GroupCounts.of(probabilities, row);
  }

  double probabilitySum(int row) {
    return probabilitySums.value(row);
  }

  /** The sampled clients of a {@link Group#code}. */
  PointSample points(int code) {
    return points[code];
  }

  /** Clients by the bins that other populations can be compared in. */
  BinCounts comparable() {
    return comparable;
  }

  /** The greatest distance of any client's margin from base value and contributions. */
  double furthest() {
    return furthest;
  }

  private int bins(int rank) {
    return plan.bins()[plan.ranked()[rank]].bins();
  }

  private static void add(int[] counts, int[] others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others[i];
    }
  }
}
