package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit portfolio}: how many clients, how many of them accepted, at the policy's cut-off.
 */
final class PortfolioSentence implements Sentence {
  @Override
  public String word() {
    return "portfolio";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode cutOff = question.ask("/v1/model/cut-off");
    Numbers numbers = question.numbers();
    JsonNode past = cutOff.required("past");
    JsonNode current = cutOff.required("current");
    page.html()
        .element(
            "p",
            question.say(
                "portfolio.lead",
                numbers.percent(cutOff.required("policy").required("cutOff").asDouble(), 2),
                numbers.number(cutOff.required("policy").required("costRatio").asDouble(), 1)),
            "class",
            "credit-lead");
    Tiles.open(page);
    Tiles.write(
        page,
        question.say("portfolio.past"),
        numbers.number(past.required("clients").asDouble(), 0));
    Tiles.write(
        page, question.say("portfolio.past.accepted"), share(numbers, past, "approvalRate"));
    Tiles.write(page, question.say("portfolio.bad"), share(numbers, past, "badRate"));
    Tiles.write(
        page,
        question.say("portfolio.current"),
        numbers.number(current.required("clients").asDouble(), 0));
    Tiles.write(
        page, question.say("portfolio.current.accepted"), share(numbers, current, "approvalRate"));
    Tiles.close(page);
    page.html().element("p", question.say("decision.claim"), "class", "credit-muted");
    Snapshots.line(question, page);
  }

  private static String share(Numbers numbers, JsonNode group, String name) {
    return numbers.percent(group.required(name).asDouble(), 1);
  }
}
