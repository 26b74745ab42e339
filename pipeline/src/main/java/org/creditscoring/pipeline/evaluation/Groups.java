package org.creditscoring.pipeline.evaluation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.creditscoring.model.card.Evaluation.GroupFigures;
import org.creditscoring.model.card.Evaluation.Refusals;
import org.creditscoring.model.card.ModelCard.CalibrationFit;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.feature.Text;

/** The same figures for people of one gender, of one age, of both: whom the model serves worse. */
public final class Groups {
  /** With fewer of either outcome an AUC or a slope says nothing. */
  static final int LEAST_OUTCOMES = 10;

  private static final Map<String, Text> GENDERS =
      Map.of("F", new Text("Women", "Femmes"), "M", new Text("Men", "Hommes"));
  private static final int[] AGES = {0, 25, 35, 45, 55, 65, Integer.MAX_VALUE};

  private Groups() {}

  private record Group(String by, String name, Text label, Predicate<PastClient> member) {
    Group and(Group other) {
      return new Group(
          by + "×" + other.by,
          name + " " + other.name,
          new Text(
              label.en() + ", " + other.label.en().toLowerCase(Locale.ROOT),
              label.fr() + ", " + other.label.fr().toLowerCase(Locale.ROOT)),
          member.and(other.member));
    }
  }

  /** By gender, by age band, then by both; groups without clients are left out. */
  public static List<GroupFigures> of(List<PastClient> clients, CutOff policy) {
    List<Group> genders =
        GENDERS.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                gender ->
                    new Group(
                        "gender",
                        gender.getKey(),
                        gender.getValue(),
                        client -> client.gender().equals(gender.getKey())))
            .toList();
    List<Group> ages = ages();
    List<Group> groups = new ArrayList<>(genders);
    groups.addAll(ages);
    genders.forEach(gender -> ages.forEach(age -> groups.add(gender.and(age))));
    List<GroupFigures> figures = new ArrayList<>();
    for (Group group : groups) {
      List<PastClient> members = clients.stream().filter(group.member()).toList();
      if (!members.isEmpty()) {
        figures.add(figures(group, members, policy));
      }
    }
    return figures;
  }

  private static List<Group> ages() {
    List<Group> ages = new ArrayList<>();
    for (int i = 1; i < AGES.length; i++) {
      int from = AGES[i - 1];
      int to = AGES[i];
      ages.add(
          new Group("age", name(from, to), label(from, to), c -> c.age() >= from && c.age() < to));
    }
    return ages;
  }

  private static String name(int from, int to) {
    return to == Integer.MAX_VALUE ? from + "+" : from + "-" + (to - 1);
  }

  private static Text label(int from, int to) {
    if (from == 0) {
      return new Text("Below " + to, "Moins de " + to + " ans");
    }
    return to == Integer.MAX_VALUE
        ? new Text(from + " and over", from + " ans et plus")
        : new Text(from + " to " + (to - 1), from + " à " + (to - 1) + " ans");
  }

  private static GroupFigures figures(Group group, List<PastClient> members, CutOff policy) {
    Ranked ranked = Ranked.of(members);
    long defaults = ranked.defaults();
    long repaid = ranked.size() - defaults;
    boolean enough = defaults >= LEAST_OUTCOMES && repaid >= LEAST_OUTCOMES;
    CalibrationFit fit = enough ? fit(ranked) : null;
    return new GroupFigures(
        group.by(),
        group.name(),
        group.label().en(),
        group.label().fr(),
        ranked.size(),
        defaults,
        enough ? ranked.auc() : null,
        fit == null ? null : fit.slope(),
        fit == null ? null : fit.intercept(),
        ranked.meanProbability(),
        (double) defaults / ranked.size(),
        (double) refused(members, policy) / ranked.size(),
        repaid == 0
            ? null
            : (double) refused(members.stream().filter(c -> c.outcome() == 0).toList(), policy)
                / repaid);
  }

  private static CalibrationFit fit(Ranked ranked) {
    try {
      return ranked.calibration();
    } catch (IllegalArgumentException separated) {
      return null;
    }
  }

  /** What the policy would have cost among past clients. */
  public static Refusals refusals(List<PastClient> clients, CutOff policy) {
    List<PastClient> repaid = clients.stream().filter(client -> client.outcome() == 0).toList();
    List<PastClient> defaulted = clients.stream().filter(client -> client.outcome() == 1).toList();
    long refused = refused(clients, policy);
    long accepted = clients.size() - refused;
    long acceptedDefaults = defaulted.size() - refused(defaulted, policy);
    return new Refusals(
        (double) refused / clients.size(),
        (double) refused(repaid, policy) / repaid.size(),
        (double) acceptedDefaults / defaulted.size(),
        accepted == 0 ? null : (double) acceptedDefaults / accepted);
  }

  static long refused(List<PastClient> clients, CutOff policy) {
    return clients.stream()
        .filter(client -> policy.decide(Logistic.of(client.margin())) == Decision.REFUSED)
        .count();
  }
}
