package org.creditscoring.notebooks.interpreter;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.display.ui.OptionInput.ParamOption;
import org.apache.zeppelin.display.ui.Select;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What a paragraph answered, as a browser would read it. */
record Drawn(InterpreterResult result, GUI gui) {
  private static final String CALL = "window.creditChart(";

  InterpreterResult.Code code() {
    return result.code();
  }

  String source() {
    return result.message().get(0).getData();
  }

  Document page() {
    return Jsoup.parse(source());
  }

  /** The visible words, every kind of blank as one space. */
  String words() {
    return plain(page().body().text());
  }

  List<String> words(String selector) {
    return page().select(selector).stream().map(element -> plain(element.text())).toList();
  }

  /** What is handed to the chart library for the first chart. */
  JsonNode chart() {
    return chart(0);
  }

  /** What is handed to the chart library, read back from the script elements. */
  JsonNode chart(int number) {
    String script =
        page().select("script").stream()
            .map(element -> element.data())
            .filter(data -> data.contains(CALL))
            .toList()
            .get(number);
    String call = script.substring(script.lastIndexOf(CALL) + CALL.length());
    try {
      return new ObjectMapper().readTree(call.substring(0, call.lastIndexOf(");})();")));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(call, e);
    }
  }

  /** Value to label of a select box's options. */
  Map<String, String> options(String form) {
    Map<String, String> options = new TreeMap<>();
    Stream.of(((Select) gui.getForms().get(form)).getOptions())
        .forEach(
            (ParamOption option) ->
                options.put(String.valueOf(option.getValue()), option.getDisplayName()));
    return options;
  }

  private static String plain(String text) {
    return text.replaceAll("[\\s\\u00a0\\u202f]+", " ");
  }
}
