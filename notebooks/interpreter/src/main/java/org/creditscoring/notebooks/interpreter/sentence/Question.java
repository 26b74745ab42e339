package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
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
  private final Run run;
  private final Forms forms;
  private final Texts texts;
  private final Numbers numbers;

  Question(CreditApi api, Run run, Forms forms) {
    this.api = api.onBehalfOf(run.analyst());
    this.run = run;
    this.forms = forms;
    this.texts = new Texts(run.language());
    this.numbers = new Numbers(run.language());
  }

  /** The service's answer, its texts in the analyst's language. */
  JsonNode ask(String path, String... query) throws ApiException, InterruptedException {
    return api.get(path, pairs(query));
  }

  private Map<String, String> pairs(String... query) {
    Map<String, String> pairs = new LinkedHashMap<>();
    for (int i = 0; i < query.length; i += 2) {
      pairs.put(query[i], query[i + 1]);
    }
    pairs.put("lang", language().code());
    return pairs;
  }

  /**
   * The service's answers to several questions asked at once, in their order.
   *
   * @param query of each of them
   */
  List<JsonNode> askAll(List<String> paths, String... query)
      throws ApiException, InterruptedException {
    return api.getAll(paths, pairs(query));
  }

  /** Sends a JSON object; the answer's texts are in the analyst's language. */
  JsonNode send(String path, Map<String, Object> body) throws ApiException, InterruptedException {
    return api.post(path, Map.of("lang", language().code()), body);
  }

  /** As {@link #send}; what is sent again under the same key is done once. */
  JsonNode sendOnce(String path, Map<String, Object> body, String key)
      throws ApiException, InterruptedException {
    return api.postOnce(path, Map.of("lang", language().code()), body, key);
  }

  Language language() {
    return run.language();
  }

  Forms forms() {
    return forms;
  }

  String argument() {
    return run.argument();
  }

  String analyst() {
    return run.analyst();
  }

  /** The client chosen, as written. */
  String client() {
    return run.client();
  }

  /** The client chosen, where it can be a client's number at all. */
  Optional<String> clientNumber() {
    return ClientNumbers.parse(run.client());
  }

  String say(String key, String... values) {
    return texts.say(key, values);
  }

  /** What a code of the service means, or the code itself where we have no words for it. */
  String meaning(String kind, String code) {
    String key = kind + "." + code;
    return texts.knows(key) ? texts.say(key) : code;
  }

  Numbers numbers() {
    return numbers;
  }
}
