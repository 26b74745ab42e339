package org.creditscoring.model.decision;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.snapshot.Layout;

/**
 * Chooses the reasons of a decision. Contributions are added up by reason group, so that
 * near-duplicates make one reason; a group is spoken for by its feature that pulls hardest the
 * group's own way. The decision's own side comes first, strongest first, then the strongest of the
 * other side. Safe for use by many threads.
 */
public final class Reasons {
  /** Reasons of the decision's own side, at most. */
  static final int OWN_SIDE = Layout.REASONS - 1;

  /** A group that moves the log-odds by less tells a person nothing. */
  static final double LEAST = 0.02;

  /** Marks an unused place among the positions. */
  public static final int NONE = -1;

  private final int[] groupOf;
  private final int groups;

  private Reasons(int[] groupOf, int groups) {
    this.groupOf = groupOf;
    this.groups = groups;
  }

  public static Reasons of(Catalogue catalogue) {
    Map<Group, Integer> index = new LinkedHashMap<>();
    int[] groupOf =
        catalogue.features().stream()
            .mapToInt(feature -> index.computeIfAbsent(feature.group(), g -> index.size()))
            .toArray();
    return new Reasons(groupOf, index.size());
  }

  /**
   * @param contributions of the catalogue's features, in calibrated log-odds
   * @return positions of the features that speak, {@link Layout#REASONS} long, padded with {@link
   *     #NONE}
   */
  public int[] choose(float[] contributions, Decision decision) {
    double[] sums = sums(contributions);
    int[] leads = leads(contributions, sums);
    Direction own = decision == Decision.REFUSED ? Direction.AGAINST : Direction.FOR;
    Direction other = own == Direction.FOR ? Direction.AGAINST : Direction.FOR;
    List<Integer> chosen = new ArrayList<>(strongest(sums, own, OWN_SIDE));
    chosen.addAll(strongest(sums, other, 1));
    int[] positions = new int[Layout.REASONS];
    Arrays.fill(positions, NONE);
    for (int i = 0; i < chosen.size(); i++) {
      positions[i] = leads[chosen.get(i)];
    }
    return positions;
  }

  /** The reasons at stored positions, in their order, with the contribution of each one's group. */
  public List<Reason> at(int[] positions, float[] contributions) {
    double[] sums = sums(contributions);
    return Arrays.stream(positions)
        .filter(position -> position != NONE)
        .mapToObj(position -> new Reason(position, sums[groupOf[position]]))
        .toList();
  }

  private double[] sums(float[] contributions) {
    double[] sums = new double[groups];
    for (int i = 0; i < groupOf.length; i++) {
      sums[groupOf[i]] += contributions[i];
    }
    return sums;
  }

  private int[] leads(float[] contributions, double[] sums) {
    int[] leads = new int[groups];
    double[] pull = new double[groups];
    Arrays.fill(pull, Double.NEGATIVE_INFINITY);
    for (int i = 0; i < groupOf.length; i++) {
      int group = groupOf[i];
      double along = contributions[i] * Math.signum(sums[group]);
      if (along > pull[group]) {
        pull[group] = along;
        leads[group] = i;
      }
    }
    return leads;
  }

  private static List<Integer> strongest(double[] sums, Direction side, int most) {
    List<Integer> groups = new ArrayList<>();
    for (int group = 0; group < sums.length; group++) {
      if (Math.abs(sums[group]) >= LEAST && Direction.of(sums[group]) == side) {
        groups.add(group);
      }
    }
    groups.sort(Comparator.comparingDouble(group -> -Math.abs(sums[group])));
    return groups.subList(0, Math.min(most, groups.size()));
  }
}
