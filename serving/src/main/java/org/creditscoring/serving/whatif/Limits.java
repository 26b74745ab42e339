package org.creditscoring.serving.whatif;

import java.util.Map;
import java.util.OptionalDouble;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Unit;

/**
 * Between which bounds a number makes sense at all, whatever the clients have; a value within them
 * may still be one that no client has.
 *
 * @param least NaN for none
 * @param most NaN for none
 * @param whole whether it counts something
 * @param also one more value that the raw tables use as a sign; NaN for none
 */
public record Limits(double least, double most, boolean whole, double also) {
  /** What DAYS_EMPLOYED holds for a client without employment. */
  private static final double NOT_EMPLOYED = 365_243;

  private static final double LONGEST_LIFE_DAYS = 43_830;
  private static final double MOST_MONEY = 1e9;

  /** A float keeps seven digits, and a history feature is an amount, a count or a ratio. */
  private static final Limits ANY = between(-1e12, 1e12);

  private static final Limits MONEY = between(1, MOST_MONEY);
  private static final Limits SCORE = between(0, 1);

  private static final Map<String, Limits> BY_NAME =
      Map.ofEntries(
          Map.entry("AMT_INCOME_TOTAL", MONEY),
          Map.entry("AMT_CREDIT", MONEY),
          Map.entry("AMT_ANNUITY", MONEY),
          Map.entry("AMT_GOODS_PRICE", MONEY),
          Map.entry(CreditTerms.TERM, between(1, 1_000)),
          Map.entry("EXT_SOURCE_1", SCORE),
          Map.entry("EXT_SOURCE_2", SCORE),
          Map.entry("EXT_SOURCE_3", SCORE),
          Map.entry("CNT_CHILDREN", count(0, 50)),
          Map.entry("OWN_CAR_AGE", between(0, 120)),
          Map.entry("HOUR_APPR_PROCESS_START", count(0, 23)),
          Map.entry("REGION_RATING_CLIENT", count(1, 3)),
          Map.entry("REGION_RATING_CLIENT_W_CITY", count(1, 3)),
          Map.entry("REGION_POPULATION_RELATIVE", SCORE),
          Map.entry("DAYS_EMPLOYED", new Limits(-LONGEST_LIFE_DAYS, 0, false, NOT_EMPLOYED)));

  /** The limits of a value of the catalogue. */
  static Limits of(Feature feature) {
    if (feature.kind() == Kind.FLAG) {
      return count(0, 1);
    }
    if (BY_NAME.containsKey(feature.name())) {
      return BY_NAME.get(feature.name());
    }
    // The raw application counts days backwards from the day of the application.
    boolean rawDays = feature.name().startsWith("DAYS_") && feature.unit() == Unit.DAYS;
    return rawDays ? between(-LONGEST_LIFE_DAYS, 0) : ANY;
  }

  boolean hold(double value) {
    return value == also
        || value >= least && value <= most && (!whole || value == Math.rint(value));
  }

  /** The bound that is worth telling; a bound that is only there for the computer is not. */
  public OptionalDouble minimum() {
    return this == ANY ? OptionalDouble.empty() : OptionalDouble.of(least);
  }

  /** As {@link #minimum}. */
  public OptionalDouble maximum() {
    return this == ANY ? OptionalDouble.empty() : OptionalDouble.of(most);
  }

  private static Limits between(double least, double most) {
    return new Limits(least, most, false, Double.NaN);
  }

  private static Limits count(double least, double most) {
    return new Limits(least, most, true, Double.NaN);
  }
}
