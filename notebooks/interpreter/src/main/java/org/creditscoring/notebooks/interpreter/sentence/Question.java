package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Numbers;
import org.creditscoring.notebooks.interpreter.text.Texts;

/**
 * One run of one sentence: what was asked, by whom, about which client, in which language. For one
 * thread.
 */
final class Question {
  private final CreditApi api;
  private final Language language;
  private final Forms forms;
  private final String argument;
  private final String client;
  private final Texts texts;
  private final Numbers numbers;

  /**
   * @param argument what follows the sentence's word, maybe empty
   * @param client as the analyst wrote it, maybe empty
   */
  Question(CreditApi api, Language language, Forms forms, String argument, String client) {
    this.api = api;
    this.language = language;
    this.forms = forms;
    this.argument = argument;
    this.client = client;
    this.texts = new Texts(language);
    this.numbers = new Numbers(language);
  }

  /** The service's answer, its texts in the analyst's language. */
  JsonNode ask(String path, String... query) throws ApiException, InterruptedException {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      pairs.put(query[i], query[i + 1]);
    }
    pairs.put("lang", language.code());
    return api.get(path, pairs);
  }

  Language language() {
    return language;
  }

  Forms forms() {
    return forms;
  }

  String argument() {
    return argument;
  }

  /** The client chosen, as written. */
  String client() {
    return client;
  }

  /** The client chosen, where it can be a client's number at all. */
  Optional<String> clientNumber() {
    return ClientNumbers.parse(client);
  }

  String say(String key, String... values) {
    return texts.say(key, values);
  }

  Numbers numbers() {
    return numbers;
  }
}
