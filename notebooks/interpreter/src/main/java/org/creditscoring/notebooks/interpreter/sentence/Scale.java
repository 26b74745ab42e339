package org.creditscoring.notebooks.interpreter.sentence;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.creditscoring.notebooks.interpreter.html.Html;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * A line of points from risky (left) to safe (right), marked with the cut-off. It needs no script,
 * so it prints and travels as it is.
 */
final class Scale {
  private static final int STEP = 20;
  private static final double RISKY_END = 480;
  private static final double SAFE_END = 640;

  /** Ticks nearer than this share of the line to the cut-off would write over its words. */
  private static final double ROOM = 8;

  private final double cutOff;
  private final String cutOffWords;
  private final List<Mark> marks = new ArrayList<>();
  private double low = RISKY_END;
  private double high = SAFE_END;
  private double rangeLow = Double.NaN;
  private double rangeHigh = Double.NaN;

  /** A client's place on the line. */
  private static final class Mark {
    private final double points;
    private final String words;
    private final String style;

    private Mark(double points, String words, String style) {
      this.points = points;
      this.words = words;
      this.style = style;
    }
  }

  /**
   * @param cutOff probability
   */
  Scale(double cutOff, String cutOffWords) {
    this.cutOff = Points.at(Logistic.logOdds(cutOff));
    this.cutOffWords = cutOffWords;
    stretch(this.cutOff);
  }

  Scale mark(double probability, String words) {
    return add(probability, words, "credit-here");
  }

  /** Where the client stood before: a paler mark below the line. */
  Scale before(double probability, String words) {
    return add(probability, words, "credit-here credit-before");
  }

  /** Between which probabilities the mark might as well lie. */
  Scale range(double lowest, double highest) {
    rangeLow = Points.at(Logistic.logOdds(highest));
    rangeHigh = Points.at(Logistic.logOdds(lowest));
    stretch(rangeLow);
    stretch(rangeHigh);
    return this;
  }

  private Scale add(double probability, String words, String style) {
    double points = Points.at(Logistic.logOdds(probability));
    marks.add(new Mark(points, words, style));
    stretch(points);
    return this;
  }

  private void stretch(double points) {
    low = Math.min(low, STEP * Math.floor(points / STEP));
    high = Math.max(high, STEP * Math.ceil(points / STEP));
  }

  /** Where points lie on the line, in percent from its left end. */
  double place(double points) {
    return 100 * (points - low) / (high - low);
  }

  void write(Html html, Numbers numbers, String summary, String axis) {
    double limit = place(cutOff);
    html.open("div", "class", "credit-scale", "role", "img", "aria-label", summary);
    html.element("div", "", "class", "credit-zone credit-zone-against", "style", width(limit));
    html.element("div", "", "class", "credit-zone credit-zone-for", "style", width(100 - limit));
    int step = high - low > 240 ? 2 * STEP : STEP;
    boolean label = true;
    for (double tick = low; tick <= high; tick += step) {
      if (label && Math.abs(place(tick) - limit) > ROOM) {
        html.element(
            "span", numbers.number(tick, 0), "class", "credit-tick", "style", at(place(tick)));
      }
      label = !label;
    }
    if (!Double.isNaN(rangeLow)) {
      html.element(
          "div",
          "",
          "class",
          "credit-range",
          "style",
          at(place(rangeLow)) + ";" + width(place(rangeHigh) - place(rangeLow)));
    }
    html.open("div", "class", "credit-cut", "style", at(limit))
        .element("span", cutOffWords, "class", side(limit))
        .close();
    for (Mark mark : marks) {
      double place = place(mark.points);
      html.open("div", "class", mark.style, "style", at(place))
          .element("span", mark.words, "class", side(place))
          .element("i", "")
          .close();
    }
    html.close().element("p", axis, "class", "credit-axis");
  }

  /** Words near an end are written inwards, so that they stay inside a narrow card. */
  private static String side(double percent) {
    return percent < 18 ? "credit-inwards-right" : percent > 82 ? "credit-inwards-left" : "";
  }

  private static String at(double percent) {
    return String.format(Locale.ROOT, "left:%.2f%%", percent);
  }

  private static String width(double percent) {
    return String.format(Locale.ROOT, "width:%.2f%%", percent);
  }
}
