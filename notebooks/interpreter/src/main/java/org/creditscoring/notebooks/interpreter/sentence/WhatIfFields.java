package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.text.Language;

/** The fields of a simulation: what may be changed of an application, filled in as it stands. */
final class WhatIfFields {
  /** Before the name of an input, so that no input can pass for a field of ours. */
  private static final String PREFIX = "input.";

  private static final String CLIENT = "inputs-of";
  private static final String WHICH = "which";
  private static final String ACTIONABLE = "ACTIONABLE";

  private WhatIfFields() {}

  /**
   * Offers the fields.
   *
   * @return name to new value (number, text or null for missing) of those that differ from the
   *     client's own
   */
  static Map<String, Object> changed(Question question, String number, JsonNode inputs) {
    Forms forms = question.forms();
    forms.ofTheClient();
    boolean all = !which(question).equals(ACTIONABLE);
    // Without the report view, values that were filled in for another client may still be there.
    boolean others =
        forms.given("view").isEmpty() && !forms.given(CLIENT).orElse(number).equals(number);
    Map<String, Object> changed = new LinkedHashMap<>();
    for (JsonNode input : inputs) {
      if (!all && !input.path("actionable").asBoolean()) {
        continue;
      }
      String name = input.required("name").asText();
      if (others) {
        forms.forget(PREFIX + name);
      }
      String initial = text(question, input.path("value"));
      String given = forms.offer(field(question, input, initial)).trim();
      if (!given.equals(initial)) {
        changed.put(name, value(input, given));
      }
    }
    forms.remember(CLIENT, number);
    return changed;
  }

  private static String which(Question question) {
    Map<String, String> choices = new LinkedHashMap<>();
    choices.put(ACTIONABLE, question.say("whatIf.actionable"));
    choices.put("ALL", question.say("whatIf.all"));
    return question.forms().choose(WHICH, question.say("whatIf.which"), choices, ACTIONABLE);
  }

  private static Field field(Question question, JsonNode input, String initial) {
    String name = PREFIX + input.required("name").asText();
    String unit = input.path("unit").asText("");
    String label = input.required("label").asText();
    String named =
        unit.isEmpty() || input.path("unit").isNull()
            ? label
            : question.say("distribution.axis", label, unit);
    switch (input.path("kind").asText()) {
      case "CATEGORY":
        Map<String, String> categories = new LinkedHashMap<>();
        categories.put("", question.say("whatIf.missing"));
        for (JsonNode category : input.path("categories")) {
          categories.put(category.required("code").asText(), category.required("label").asText());
        }
        return Field.select(name, named, categories, initial);
      case "FLAG":
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("", question.say("whatIf.missing"));
        answers.put("0", question.say("describe.no"));
        answers.put("1", question.say("describe.yes"));
        return Field.select(name, named, answers, initial);
      default:
        return Field.number(name, named, initial);
    }
  }

  /** As one types it in the language: no thousands apart, and the language's decimal sign. */
  private static String text(Question question, JsonNode value) {
    if (value.isNumber()) {
      String plain = new BigDecimal(value.asText()).stripTrailingZeros().toPlainString();
      return question.language() == Language.FR ? plain.replace('.', ',') : plain;
    }
    return value.isNull() || value.isMissingNode() ? "" : value.asText();
  }

  /** As typed: a number that cannot be read goes to the service, whose refusal names it. */
  private static Object value(JsonNode input, String given) {
    if (given.isEmpty()) {
      return null;
    }
    if (input.path("kind").asText().equals("CATEGORY")) {
      return given;
    }
    try {
      return Double.valueOf(given.replaceAll("[\\s\\u00a0\\u202f]", "").replace(',', '.'));
    } catch (NumberFormatException e) {
      return given;
    }
  }
}
