package org.creditscoring.notebooks.interpreter.sentence;

import java.util.LinkedHashMap;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * How the one axis of a waterfall is read. The bars lie where they lie in log-odds, in which they
 * add up.
 */
enum Axis {
  PROBABILITY("fn:probability"),
  POINTS("fn:points"),
  LOG_ODDS("fn:logOddsAndProbability");

  private final String format;

  Axis(String format) {
    this.format = format;
  }

  static Axis chosen(Question question) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Axis axis : values()) {
      choices.put(axis.name(), question.say("axis." + axis));
    }
    String name =
        question.forms().choose("axis", question.say("axis"), choices, PROBABILITY.name());
    return valueOf(name);
  }

  /** The function of chart.js that writes its numbers. */
  String format() {
    return format;
  }

  /** Message keys of its title and of what it says beforehand. */
  String title() {
    return "axis." + this + ".title";
  }

  String intro() {
    return "axis." + this + ".intro";
  }

  /** A place on the axis, in its unit. */
  String place(Question question, double logOdds) {
    Numbers numbers = question.numbers();
    switch (this) {
      case POINTS:
        return question.say("points.count", numbers.number(Points.at(logOdds), 0));
      case LOG_ODDS:
        return numbers.signed(logOdds);
      default:
        return numbers.percent(Logistic.probability(logOdds), 1);
    }
  }

  /** What a bar says: what it adds, or, because probabilities do not add up, where it leads. */
  String change(Question question, double from, double to) {
    switch (this) {
      case POINTS:
        return question.numbers().change(Points.change(to - from));
      case LOG_ODDS:
        return question.numbers().signed(to - from);
      default:
        return "\u2192 " + place(question, to);
    }
  }
}
