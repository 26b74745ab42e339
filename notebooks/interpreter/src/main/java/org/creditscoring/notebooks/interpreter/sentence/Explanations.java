package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import org.creditscoring.notebooks.interpreter.api.ApiException;

/** Every feature's contribution to a client's score, with its value in words. */
final class Explanations {
  private Explanations() {}

  /** Asked in one way by all cards of a page, so that the service is asked once. */
  static JsonNode of(Question question, String client) throws ApiException, InterruptedException {
    return question.ask("/v1/clients/" + client + "/explanation", "detail", "full");
  }
}
