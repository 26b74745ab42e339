package org.creditscoring.notebooks.interpreter.sentence;

import java.util.Locale;
import org.creditscoring.notebooks.interpreter.html.Html;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * A line from risky (left) to safe (right), even in log-odds so that points lie evenly on it,
 * labelled with probabilities. It needs no script, so it prints and travels as it is.
 */
final class Scale {
  private static final double[] TICKS = {0.5, 0.2, 0.05, 0.02, 0.01};
  private static final double RISKY_END = 0.6;
  private static final double SAFE_END = 0.006;

  /** Ticks nearer than this share of the line to the cut-off would write over its words. */
  private static final double ROOM = 9;

  private final double probability;
  private final double cutOff;
  private final double left;
  private final double right;

  Scale(double probability, double cutOff) {
    this.probability = probability;
    this.cutOff = cutOff;
    this.left = logOdds(Math.max(RISKY_END, Math.max(probability, cutOff)));
    this.right = logOdds(Math.min(SAFE_END, Math.min(probability, cutOff)));
  }

  /** Where a probability lies on the line, in percent from its left end. */
  double place(double share) {
    return 100 * (left - logOdds(share)) / (left - right);
  }

  void write(Html html, Numbers numbers, String summary, String here, String cut) {
    double limit = place(cutOff);
    html.open("div", "class", "credit-scale", "role", "img", "aria-label", summary);
    html.element("div", "", "class", "credit-zone credit-zone-against", "style", width(limit));
    html.element("div", "", "class", "credit-zone credit-zone-for", "style", width(100 - limit));
    for (double tick : TICKS) {
      if (Math.abs(place(tick) - limit) > ROOM) {
        html.element(
            "span", numbers.percent(tick, 0), "class", "credit-tick", "style", at(place(tick)));
      }
    }
    html.open("div", "class", "credit-cut", "style", at(limit)).element("span", cut).close();
    // Kept off both ends so that its words stay inside a narrow card.
    double mark = place(probability);
    html.open("div", "class", "credit-here", "style", at(Math.max(0, Math.min(100, mark))))
        .text(here)
        .element("i", "")
        .close();
    html.close();
  }

  private static String at(double percent) {
    return String.format(Locale.ROOT, "left:%.2f%%", percent);
  }

  private static String width(double percent) {
    return String.format(Locale.ROOT, "width:%.2f%%", percent);
  }

  private static double logOdds(double share) {
    double inside = Math.min(1 - 1e-6, Math.max(1e-6, share));
    return Math.log(inside / (1 - inside));
  }
}
