package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit decision}: one sentence, the figures behind it, and the client's place on a scale
 * of points marked with the cut-off.
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
    JsonNode client = question.ask("/v1/clients/" + number.get() + "/summary");
    Notice.origin(question, page);
    Numbers numbers = question.numbers();
    double probability = client.required("probability").asDouble();
    double cutOff = client.required("cutOff").asDouble();
    int decimals = numbers.decimalsToTellApart(probability, cutOff);
    String shown = numbers.percent(probability, decimals);
    String limit = numbers.percent(cutOff, decimals);
    String points = numbers.number(client.required("points").asDouble(), 0);
    String safer = numbers.rank(client.required("percentile").asDouble());
    String decision = Notice.decisionKey(client.required("decision").asText());

    page.html()
        .open("p", "class", "credit-lead")
        .element(
            "strong",
            question.say("decision.lead." + decision, client.required("id").asText()),
            "class",
            decision.equals("accepted") ? "credit-for" : "credit-against")
        .text(" " + question.say("decision.why." + decision, shown, limit))
        .text(" " + question.say("decision.rank", safer))
        .close();
    scale(question, page, client, shown, limit);
    Tiles.open(page);
    Tiles.write(page, question.say("decision.probability"), shown);
    Tiles.write(page, question.say("decision.points"), points);
    Tiles.write(page, question.say("decision.percentile"), safer);
    Tiles.write(page, question.say("decision.range"), range(question, client));
    Tiles.write(page, question.say("decision.band"), band(question, client));
    Tiles.close(page);
    bandSentence(question, page, client);
    page.html().element("p", question.say("decision.claim"), "class", "credit-muted");
  }

  private static void scale(
      Question question, Page page, JsonNode client, String shown, String limit) {
    Numbers numbers = question.numbers();
    String points = numbers.number(client.required("points").asDouble(), 0);
    String cutPoints = numbers.number(client.required("cutOffPoints").asDouble(), 0);
    Scale scale =
        new Scale(
                client.required("cutOff").asDouble(),
                question.say("decision.cut", limit, cutPoints))
            .mark(
                client.required("probability").asDouble(),
                question.say("decision.here", shown, points));
    JsonNode range = client.path("foldRange");
    if (range.path("low").isNumber()) {
      scale.range(range.required("low").asDouble(), range.required("high").asDouble());
    }
    String id = client.required("id").asText();
    scale.write(
        page.html(),
        numbers,
        question.say("decision.scale", id, points, cutPoints),
        question.say("decision.axis"));
  }

  private static String range(Question question, JsonNode client) {
    JsonNode range = client.path("foldRange");
    if (!range.path("low").isNumber()) {
      return question.say("unknown");
    }
    return question
        .numbers()
        .percents(range.required("low").asDouble(), range.required("high").asDouble(), 1);
  }

  private static String band(Question question, JsonNode client) {
    JsonNode rate = client.path("band").path("defaultRate");
    return rate.isNumber()
        ? question.numbers().percent(rate.asDouble(), 1)
        : question.say("unknown");
  }

  private static void bandSentence(Question question, Page page, JsonNode client) {
    JsonNode band = client.path("band");
    if (!band.path("defaultRate").isNumber()) {
      return;
    }
    Numbers numbers = question.numbers();
    page.html()
        .element(
            "p",
            question.say(
                "decision.band.sentence",
                numbers.number(band.required("clients").asDouble(), 0),
                numbers.percent(band.required("lower").asDouble(), 1),
                numbers.percent(band.required("upper").asDouble(), 1),
                numbers.percent(band.required("defaultRate").asDouble(), 1)),
            "class",
            "credit-muted");
  }
}
