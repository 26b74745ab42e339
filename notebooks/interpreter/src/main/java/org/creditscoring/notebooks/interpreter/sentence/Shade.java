package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the darkness of a cell of two features tells. */
enum Shade {
  CLIENTS,
  REFUSED,
  DEFAULTED;

  /** Of fewer past clients a rate says nothing. */
  private static final int FEWEST = 10;

  static Shade chosen(Question question) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Shade shade : values()) {
      choices.put(shade.name(), question.say("shade." + shade));
    }
    return valueOf(
        question.forms().choose("shade", question.say("shade"), choices, CLIENTS.name()));
  }

  /** The cell's number: clients, or a share from 0 to 1; NaN where there are too few. */
  double of(JsonNode cell) {
    double all = cell.required("all").asDouble();
    switch (this) {
      case REFUSED:
        return all < FEWEST ? Double.NaN : cell.required("refused").asDouble() / all;
      case DEFAULTED:
        double defaulted = cell.required("defaulted").asDouble();
        double past = defaulted + cell.required("repaid").asDouble();
        return past < FEWEST ? Double.NaN : defaulted / past;
      default:
        return all;
    }
  }

  String words(Question question, double value) {
    if (Double.isNaN(value)) {
      return question.say("shade.few");
    }
    return this == CLIENTS
        ? question.numbers().number(value, 0)
        : question.numbers().percent(value, 1);
  }

  /** From 0 (lightest) to 1, by the root, which keeps thin places visible. */
  double darkness(double value, double most) {
    return Double.isNaN(value) || most <= 0 ? 0 : Math.sqrt(value / most);
  }
}
