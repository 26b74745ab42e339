package org.creditscoring.model.feature;

/** What one step of a feature's number means. */
public enum Unit {
  /** No unit: a score, an index, a category. */
  NONE(Text.NONE),
  YEARS(new Text("years", "ans")),
  MONTHS(new Text("months", "mois")),
  DAYS(new Text("days", "jours")),
  /** An amount in the lender's currency, which the raw tables do not name. */
  CURRENCY(new Text("currency units", "unités monétaires")),
  /** 0 to 1 of a whole, shown as a percentage; may exceed 1 for a ratio of two amounts. */
  SHARE(new Text("%", "%")),
  /** So many times. */
  RATIO(new Text("times", "fois")),
  COUNT(Text.NONE),
  HOUR(new Text("o'clock", "heures"));

  private final Text label;

  Unit(Text label) {
    this.label = label;
  }

  /** The unit in words for an axis; {@link Text#NONE} when a number stands alone. */
  public Text label() {
    return label;
  }
}
