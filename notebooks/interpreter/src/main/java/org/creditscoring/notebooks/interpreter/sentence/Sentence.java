package org.creditscoring.notebooks.interpreter.sentence;

import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;

/** One thing that can be asked after {@code %credit}. Instances keep no state. */
interface Sentence {
  /** The word that calls it, the same in every language. */
  String word();

  /**
   * @throws ApiException when the service has no answer; the caller says so in words
   * @throws InterruptedException when the paragraph was cancelled
   */
  void answer(Question question, Page page) throws ApiException, InterruptedException;
}
