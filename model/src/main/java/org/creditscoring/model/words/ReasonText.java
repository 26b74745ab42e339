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

  private ReasonText() {}

  /**
   * @param feature that speaks for the reason
   * @param value of the client, NaN when missing
   * @param typical of past clients, NaN when there is none
   */
  public static String of(
      Feature feature, float value, double typical, Direction direction, Language language) {
    String own = ValueFormat.words(feature, value, language);
    return feature.words().label().in(language)
        + COLON.in(language)
        + own
        + comparison(own, feature, typical, language)
        + (direction == Direction.AGAINST ? RAISES : LOWERS).in(language);
  }

  private static String comparison(String own, Feature feature, double typical, Language language) {
    if (Double.isNaN(typical)) {
      return "";
    }
    String usual = ValueFormat.words(feature, (float) typical, language);
    return usual.equals(own) ? AS_USUAL.in(language) : TYPICALLY.in(language) + usual + ")";
  }
}
