package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import org.creditscoring.notebooks.interpreter.api.ApiException;

/** The cut-off that an analyst tries out, by the cost ratio that makes it. */
final class CutOffs {
  private static final String FIELD = "ratio";
  private static final double LEAST = 1;
  private static final double MOST = 50;
  private static final double STEP = 0.5;

  private CutOffs() {}

  /** The policy's ratio, or the one that the slider stands at; the cut-off is 1 / (1 + ratio). */
  static JsonNode tried(Question question) throws ApiException, InterruptedException {
    JsonNode policy = question.ask("/v1/model/cut-off");
    double ratio = policy.required("policy").required("costRatio").asDouble();
    String initial = plain(ratio);
    String given =
        question
            .forms()
            .offer(Field.slider(FIELD, question.say("cutOff.ratio"), initial, LEAST, MOST, STEP))
            .trim()
            .replace(',', '.');
    return given.isEmpty() || given.equals(initial)
        ? policy
        : question.ask("/v1/model/cut-off", "costRatio", given);
  }

  private static String plain(double number) {
    return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
  }
}
