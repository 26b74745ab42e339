package org.creditscoring.model.words;

import org.creditscoring.model.decision.Direction;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;

/** The sentence of a reason. */
public final class ReasonText {
  private static final Text COLON = new Text(": ", "\u00a0: ");
  private static final Text TYPICALLY = new Text(" (typically ", " (habituellement ");
  private static final Text AS_USUAL = new Text(", as is typical", ", comme habituellement");
  private static final Text RAISES =
      new Text(". This raises the risk.", ". Cela augmente le risque.");
  private static final Text LOWERS =
      new Text(". This lowers the risk.", ". Cela réduit le risque.");

  private final Feature feature;
  private final Language language;
  private final String typical;

  /**
   * The sentence about a feature, whoever the client is.
   *
   * @param typical of past clients, NaN when there is none
   */
  public ReasonText(Feature feature, double typical, Language language) {
    this.feature = feature;
    this.language = language;
    this.typical =
        Double.isNaN(typical) ? "" : ValueFormat.words(feature, (float) typical, language);
  }

  /**
   * @param feature that speaks for the reason
   * @param value of the client, NaN when missing
   * @param typical of past clients, NaN when there is none
   */
  public static String of(
      Feature feature, float value, double typical, Direction direction, Language language) {
    ReasonText sentence = new ReasonText(feature, typical, language);
    String own = ValueFormat.words(feature, value, language);
    return sentence.head() + own + sentence.tail(own, direction);
  }

  /** What stands before the client's value. */
  public String head() {
    return feature.words().label().in(language) + COLON.in(language);
  }

  /** The typical value in words, empty when there is none. */
  public String typical() {
    return typical;
  }

  /**
   * What stands behind the client's value.
   *
   * @param own the client's value in words
   */
  public String tail(String own, Direction direction) {
    return comparison(own) + (direction == Direction.AGAINST ? RAISES : LOWERS).in(language);
  }

  private String comparison(String own) {
    if (typical.isEmpty()) {
      return "";
    }
    return typical.equals(own) ? AS_USUAL.in(language) : TYPICALLY.in(language) + typical + ")";
  }
}
