package org.creditscoring.serving.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Text;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * Keeps what hangs together in an application together: credit = annuity × term, where the term is
 * the number of annuities; and whoever has no car has no car's age.
 */
final class CreditTerms {
  /** The row feature credit / annuity, the one computed value that may be set. */
  static final String TERM = "CREDIT_TERM";

  private static final String CREDIT = "AMT_CREDIT";
  private static final String ANNUITY = "AMT_ANNUITY";
  private static final String CAR = "FLAG_OWN_CAR";
  private static final String CAR_AGE = "OWN_CAR_AGE";

  /** Three given values agree when rounding to cents could have told them apart. */
  private static final double TOLERANCE = 1e-3;

  private static final Text SAME_TERM =
      new Text(
          "in proportion to the credit, so that the number of annuities stays",
          "en proportion du crédit, pour que le nombre d'annuités reste le même");
  private static final Text FROM_TERM =
      new Text(
          "the credit divided by the number of annuities",
          "le crédit divisé par le nombre d'annuités");
  private static final Text CREDIT_FROM_TERM =
      new Text("the annuity times the number of annuities", "l'annuité multipliée par leur nombre");
  private static final Text NO_CAR =
      new Text("without a car there is no age of it", "sans voiture, elle n'a pas d'âge");

  private CreditTerms() {}

  /** Whether a computed value may be set: the term, where credit and annuity can follow. */
  static boolean settable(Snapshot snapshot, String name) {
    return name.equals(TERM)
        && snapshot.features().position(CREDIT).isPresent()
        && snapshot.features().position(ANNUITY).isPresent();
  }

  /**
   * @param given the values that were asked for, by name; NaN is missing
   * @param row the client's values, which are changed to the given ones and to what follows
   * @throws WhatIfException if the given ones contradict each other
   */
  static List<Adjustment> apply(Map<String, Float> given, ValueRow row) {
    List<Adjustment> adjustments = new ArrayList<>();
    double credit = row.has(CREDIT) ? row.number(CREDIT) : Double.NaN;
    double term = row.has(ANNUITY) ? credit / row.number(ANNUITY) : Double.NaN;
    given.forEach(
        (name, value) -> {
          if (!name.equals(TERM)) {
            row.set(name, value);
          }
        });
    if (given.containsKey(TERM)) {
      withTerm(given, row, adjustments);
    } else if (given.containsKey(CREDIT)
        && !given.containsKey(ANNUITY)
        && row.has(ANNUITY)
        && given.get(CREDIT) != credit) {
      adjust(row, ANNUITY, given.get(CREDIT) / term, SAME_TERM, adjustments);
    }
    if (given.getOrDefault(CAR, 1f) == 0 && row.has(CAR_AGE) && !given.containsKey(CAR_AGE)) {
      adjust(row, CAR_AGE, Double.NaN, NO_CAR, adjustments);
    }
    return adjustments;
  }

  private static void withTerm(
      Map<String, Float> given, ValueRow row, List<Adjustment> adjustments) {
    double term = given.get(TERM);
    if (Double.isNaN(term) && Float.isNaN(row.number(TERM))) {
      return;
    }
    if (Double.isNaN(term)) {
      throw new WhatIfException("values." + TERM + " cannot be missing; leave it out instead");
    }
    double stored = (double) row.number(CREDIT) / row.number(ANNUITY);
    if (given.containsKey(CREDIT) && given.containsKey(ANNUITY)) {
      if (!(Math.abs(stored - term) <= TOLERANCE * term)) {
        throw new WhatIfException(
            "values.%s is %s where %s / %s is %s; give two of the three"
                .formatted(TERM, (float) term, CREDIT, ANNUITY, (float) stored));
      }
    } else if ((float) stored == (float) term) {
      return;
    } else if (given.containsKey(ANNUITY)) {
      adjust(row, CREDIT, row.number(ANNUITY) * term, CREDIT_FROM_TERM, adjustments);
    } else {
      adjust(row, ANNUITY, row.number(CREDIT) / term, FROM_TERM, adjustments);
    }
  }

  /** A value that cannot be told because another is missing stays as it is. */
  private static void adjust(
      ValueRow row, String name, double value, Text why, List<Adjustment> adjustments) {
    float from = row.number(name);
    float to = (float) value;
    boolean clears = why == NO_CAR;
    if (Float.isNaN(to) && !clears || Adjustment.none(from, to)) {
      return;
    }
    row.set(name, to);
    adjustments.add(new Adjustment(name, from, to, why));
  }
}
