package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.sums.ExactSums;
import org.creditscoring.pipeline.table.Blocks;

/**
 * What the first pass over the clients gathers: how each value is spread, and how far contributions
 * reach. Two of them add up to that of both their clients, in any order to the same.
 */
final class Spread implements Serializable {
  private static final long serialVersionUID = 1;

  /** Clients whose values are gone through one value at a time. */
  static final int BLOCK = 256;

  /** Groups whose means are taken; that of all follows from the first two. */
  private static final int MEANS = Group.UNKNOWN.ordinal();

  private final Shape shape;
  private final ValueSketch[] values;
  private final ExactSums sums;
  private final long[] known;
  private final long[] clients = new long[Group.CODES];
  private final TreeMap<Integer, ContributionSums> past = new TreeMap<>();
  private final TreeMap<Integer, ContributionSums> current = new TreeMap<>();

  private Spread(Shape shape) {
    this.shape = shape;
    values = new ValueSketch[shape.values()];
    for (int i = 0; i < values.length; i++) {
      values[i] = new ValueSketch();
    }
    sums = new ExactSums(values.length * MEANS);
    known = new long[values.length * MEANS];
  }

  /** Of the clients of a partition, at least one. */
  static Spread of(Shape shape, Iterator<ScoredClient> clients) {
    Spread spread = new Spread(shape);
    Blocks.each(clients, BLOCK, spread::add);
    return spread;
  }

  /**
   * Adds clients, one value after the other: what is known of one value stays in the processor's
   * cache for the whole block, what is known of all does not.
   *
   * @throws IllegalStateException naming the client with a value that is no number or no code
   */
  private void add(List<ScoredClient> block) {
    byte[] groups = new byte[block.size()];
    for (int i = 0; i < groups.length; i++) {
      ScoredClient client = block.get(i);
      groups[i] = Group.code(client.decision(), client.outcome());
      clients[groups[i]]++;
      (Group.past(groups[i]) ? past : current)
          .computeIfAbsent((int) client.fold(), fold -> new ContributionSums(shape))
          .add(client.contributions());
    }
    for (int place = 0; place < values.length; place++) {
      for (int i = 0; i < groups.length; i++) {
        float value = block.get(i).values()[place];
        if (!Float.isNaN(value)) {
          require(value, place, block.get(i).id());
          add(place, value, groups[i]);
        }
      }
    }
  }

  /** Adds the clients of another one. */
  Spread add(Spread other) {
    for (int i = 0; i < values.length; i++) {
      values[i].add(other.values[i]);
    }
    sums.add(other.sums);
    add(known, other.known);
    add(clients, other.clients);
    add(past, other.past);
    add(current, other.current);
    return this;
  }

  /** How many clients of each {@link Group#code}. */
  long[] clients() {
    return clients.clone();
  }

  SortedValues values(int place) {
    return values[place].sorted();
  }

  /** Mean over the clients of one of the first four groups in whom a value is known, else NaN. */
  double mean(int place, Group group) {
    int of = place * MEANS + group.ordinal();
    return sums.mean(of, known[of]);
  }

  /** Mean over all clients in whom a value is known; NaN if it never is. */
  double mean(int place) {
    int accepted = place * MEANS + Group.ACCEPTED.ordinal();
    int refused = place * MEANS + Group.REFUSED.ordinal();
    return sums.mean(accepted, refused, known[accepted] + known[refused]);
  }

  /** Mean over the past clients in whom a value is known; NaN if it never is. */
  double meanPast(int place) {
    int repaid = place * MEANS + Group.REPAID.ordinal();
    int defaulted = place * MEANS + Group.DEFAULTED.ordinal();
    return sums.mean(repaid, defaulted, known[repaid] + known[defaulted]);
  }

  /** Mean over the current clients in whom a value is known; NaN if it never is. */
  double meanCurrent(int place) {
    long all = known(place, Group.ACCEPTED) + known(place, Group.REFUSED);
    long past = known(place, Group.REPAID) + known(place, Group.DEFAULTED);
    if (all == past) {
      return Double.NaN;
    }
    return past == 0 ? mean(place) : (mean(place) * all - meanPast(place) * past) / (all - past);
  }

  private long known(int place, Group group) {
    return known[place * MEANS + group.ordinal()];
  }

  /** Whether the outcome of any client is known. */
  boolean anyPast() {
    return !past.isEmpty();
  }

  /** By fold, over past clients; without any past client over all. */
  Map<Integer, ContributionSums> contributions() {
    return past.isEmpty() ? current : past;
  }

  private void add(int place, float value, byte group) {
    values[place].add(value, group);
    add(place * MEANS + Group.decision(group).ordinal(), value);
    if (Group.past(group)) {
      add(place * MEANS + Group.outcome(group).ordinal(), value);
    }
  }

  private void add(int of, float value) {
    sums.add(of, value);
    known[of]++;
  }

  private void require(float value, int place, int client) {
    int codes = shape.codes()[place];
    boolean right =
        codes == Binning.NUMBER
            ? !Float.isInfinite(value)
            : value == (int) value && value >= 0 && value < codes;
    if (!right) {
      throw new IllegalStateException(
          "client %d has %s = %s, which is none of %s"
              .formatted(
                  client,
                  shape.names().get(place),
                  value,
                  codes == Binning.NUMBER ? "the finite numbers" : "its " + codes + " codes"));
    }
  }

  private static void add(long[] counts, long[] others) {
    for (int i = 0; i < counts.length; i++) {
      counts[i] += others[i];
    }
  }

  private void add(Map<Integer, ContributionSums> folds, Map<Integer, ContributionSums> others) {
    others.forEach(
        (fold, sums) ->
            folds.computeIfAbsent(fold, absent -> new ContributionSums(shape)).add(sums));
  }
}
