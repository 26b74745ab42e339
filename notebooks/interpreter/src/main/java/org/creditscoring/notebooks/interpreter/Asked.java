package org.creditscoring.notebooks.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.interpreter.InterpreterContext;

/** One card to answer: its paragraph, its sentence and its fields. */
final class Asked {
  /**
   * Sent by the report view with one run for all cards of a page, as JSON: {@code [{"id",
   * "sentence", "fields": {}}]}. Zeppelin hands the runs of an interpreter on one by one, a tenth
   * of a second apart, so that a run for each card would take a page a second.
   */
  private static final String CARDS = "cards";

  private static final int MOST = 50;
  private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String paragraph;
  private final String sentence;
  private final ZeppelinForms forms;

  private Asked(String paragraph, String sentence, ZeppelinForms forms) {
    this.paragraph = paragraph;
    this.sentence = sentence;
    this.forms = forms;
  }

  /**
   * What a run asks: the paragraph's own sentence, or those of several cards, in their order.
   *
   * @param text of the paragraph, maybe null
   * @throws IllegalArgumentException when the cards are not what the report view sends
   */
  static List<Asked> of(String text, InterpreterContext context) {
    ZeppelinForms own = new ZeppelinForms(context.getGui());
    Optional<String> cards = own.given(CARDS);
    // It belongs to this run, and is not to be kept with the paragraph.
    own.forget(CARDS);
    return cards.isPresent()
        ? together(cards.get(), context.getGui().getParams())
        : List.of(new Asked(context.getParagraphId(), text == null ? "" : text, own));
  }

  private static List<Asked> together(String cards, Map<String, Object> common) {
    List<Map<String, Object>> described;
    try {
      described = JSON.readValue(cards, new TypeReference<List<Map<String, Object>>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException("cards is no JSON list of cards", e);
    }
    if (described == null) {
      throw new IllegalArgumentException("cards is no list");
    }
    if (described.size() > MOST) {
      throw new IllegalArgumentException(described.size() + " cards at once; at most " + MOST);
    }
    List<Asked> asked = new ArrayList<>();
    for (Map<String, Object> card : described) {
      // It becomes part of element ids and of log lines.
      if (card == null || !ID.matcher(text(card, "id")).matches()) {
        throw new IllegalArgumentException("a card has no id of a paragraph");
      }
      Map<String, Object> params = new HashMap<>(common);
      if (card.get("fields") instanceof Map) {
        ((Map<?, ?>) card.get("fields")).forEach((name, value) -> params.put("" + name, value));
      }
      GUI gui = new GUI();
      gui.setParams(params);
      asked.add(new Asked(text(card, "id"), text(card, "sentence"), new ZeppelinForms(gui)));
    }
    return asked;
  }

  private static String text(Map<String, Object> card, String name) {
    return String.valueOf(card.getOrDefault(name, ""));
  }

  String paragraph() {
    return paragraph;
  }

  String sentence() {
    return sentence;
  }

  ZeppelinForms forms() {
    return forms;
  }
}
