package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.text.Collator;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Closest;

/** The snapshot's features by name and by label. */
final class Features {
  private static final String FIELD = "feature";
  private static final int NEAREST = 6;

  private final Question question;
  private final Map<String, String> labels;

  private Features(Question question, Map<String, String> labels) {
    this.question = question;
    this.labels = labels;
  }

  static Features of(Question question) throws ApiException, InterruptedException {
    Map<String, String> labels = new TreeMap<>();
    for (JsonNode feature : question.ask("/v1/features").required("features")) {
      labels.put(feature.required("name").asText(), feature.required("label").asText());
    }
    return new Features(question, labels);
  }

  /**
   * The feature that the paragraph is about: the select box, which starts with the sentence's own
   * feature, else with the one given.
   *
   * @return empty after a misspelt name, and then the page says so
   */
  Optional<String> chosen(Page page, String fieldLabel, String start) {
    String first = start;
    if (!question.argument().isEmpty()) {
      Optional<String> named = named(question.argument());
      if (named.isEmpty()) {
        unknown(page);
        return Optional.empty();
      }
      first = named.get();
    }
    return Optional.of(question.forms().choose(FIELD, fieldLabel, byLabel(), first));
  }

  private Optional<String> named(String typed) {
    return labels.entrySet().stream()
        .filter(f -> f.getKey().equalsIgnoreCase(typed) || f.getValue().equalsIgnoreCase(typed))
        .map(Map.Entry::getKey)
        .findFirst();
  }

  private void unknown(Page page) {
    Notice.say(page, question.say("feature.unknown", question.argument()));
    List<String> nearest = Closest.to(question.argument(), labels.keySet(), NEAREST);
    page.html().open("ul");
    for (String name : nearest) {
      page.html().open("li").element("code", name).text(" " + labels.get(name)).close();
    }
    page.html().close();
  }

  private Map<String, String> byLabel() {
    Collator order = Collator.getInstance(question.language().locale());
    Map<String, String> sorted = new LinkedHashMap<>();
    labels.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(order::getCollationKey)))
        .forEach(feature -> sorted.put(feature.getKey(), feature.getValue()));
    return sorted;
  }

  /** The feature that moves scores most: a good one to begin with. */
  static String mostImportant(Question question) throws ApiException, InterruptedException {
    return question
        .ask("/v1/importance", "top", "1")
        .required("items")
        .required(0)
        .required("name")
        .asText();
  }
}
