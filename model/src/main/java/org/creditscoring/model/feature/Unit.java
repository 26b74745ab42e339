package org.creditscoring.model.feature;

/** What one step of a feature's number means. */
public enum Unit {
  /** No unit: a score, an index, a category. */
  NONE(Text.NONE),
  YEARS(new Text("years", "ans"), new Text("year", "an")),
  MONTHS(new Text("months", "mois"), new Text("month", "mois")),
  DAYS(new Text("days", "jours"), new Text("day", "jour")),
  /** An amount in the lender's currency, which the raw tables do not name. */
  CURRENCY(new Text("currency units", "unités monétaires")),
  /** 0 to 1 of a whole, shown as a percentage; may exceed 1 for a ratio of two amounts. */
  SHARE(new Text("%", "%")),
  /** So many times. */
  RATIO(new Text("times", "fois"), new Text("time", "fois")),
  COUNT(Text.NONE),
  HOUR(new Text("o'clock", "heures"));

  private final Text label;
  private final Text one;

  Unit(Text label) {
    this(label, label);
  }

  Unit(Text label, Text one) {
    this.label = label;
    this.one = one;
  }

  /** The unit in words for an axis; {@link Text#NONE} when a number stands alone. */
  public Text label() {
    return label;
  }

  /**
   * The unit in words behind a number: French counts everything below two as one, English only one
   * itself.
   *
   * @param number as it is shown, rounded
   */
  public String after(double number, Language language) {
    boolean single = language == Language.FR ? Math.abs(number) < 2 : number == 1;
    return (single ? one : label).in(language);
  }
}
