package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit decision}: one sentence, four figures, and the client's place on a scale marked
 * with the cut-off.
 */
final class DecisionSentence implements Sentence {
  @Override
  public String word() {
    return "decision";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    JsonNode client = question.ask("/v1/clients/" + number.get());
    Notice.origin(question, page);
    double probability = client.required("probability").asDouble();
    double cutOff = client.required("cutOff").asDouble();
    Numbers numbers = question.numbers();
    int decimals = numbers.decimalsToTellApart(probability, cutOff);
    String shown = numbers.percent(probability, decimals);
    String limit = numbers.percent(cutOff, decimals);
    String points = numbers.number(client.required("points").asDouble(), 0);
    String safer = numbers.percent(client.required("percentile").asDouble() / 100, 0);
    String decision = Notice.decisionKey(client.required("decision").asText());
    String tone = decision.equals("accepted") ? "credit-for" : "credit-against";

    page.html()
        .open("p", "class", "credit-lead")
        .element(
            "strong",
            question.say("decision.lead." + decision, client.required("id").asText()),
            "class",
            tone)
        .text(" " + question.say("decision.why." + decision, shown, limit))
        .text(" " + question.say("decision.rank", safer))
        .close();
    page.html().open("dl", "class", "credit-tiles");
    tile(page, question.say("decision.probability"), shown);
    tile(page, question.say("decision.cutOff"), limit);
    tile(page, question.say("decision.points"), points);
    tile(page, question.say("decision.percentile"), safer);
    page.html().close();
    new Scale(probability, cutOff)
        .write(
            page.html(),
            numbers,
            question.say("decision.scale", number.get(), shown, limit),
            question.say("decision.here", shown, points),
            question.say("decision.cut", limit));
    page.html()
        .element("p", question.say("decision.claim"), "class", "credit-muted")
        .element(
            "p",
            question.say(client.path("fold").asInt(-1) < 0 ? "decision.mean" : "decision.fold"),
            "class",
            "credit-muted");
  }

  private static void tile(Page page, String name, String value) {
    page.html().open("div").element("dt", name).element("dd", value).close();
  }
}
