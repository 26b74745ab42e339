package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit what-if}: the decision if the application were another one, beside the one taken.
 */
final class WhatIfSentence implements Sentence {
  @Override
  public String word() {
    return "what-if";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    String path = "/v1/clients/" + number.get() + "/what-if";
    JsonNode inputs = question.ask(path).required("inputs");
    Map<String, Object> values = WhatIfFields.changed(question, number.get(), inputs);
    Notice.origin(question, page);
    if (values.isEmpty()) {
      page.html().element("p", question.say("whatIf.intro"), "class", "credit-muted");
      return;
    }
    JsonNode simulation;
    try {
      simulation = question.send(path, Map.of("values", values));
    } catch (ApiException e) {
      if (e.reason() != ApiException.Reason.NOT_ACCEPTED) {
        throw e;
      }
      Notice.fail(page, question.say("whatIf.refused", e.getMessage()));
      return;
    }
    draw(question, page, simulation);
  }

  private static void draw(Question question, Page page, JsonNode simulation)
      throws ApiException, InterruptedException {
    JsonNode before = simulation.required("before");
    JsonNode after = simulation.required("after");
    String then = Notice.decisionKey(before.required("decision").asText());
    String now = Notice.decisionKey(after.required("decision").asText());
    page.html()
        .open("p", "class", "credit-lead")
        .element(
            "strong",
            question.say(then.equals(now) ? "whatIf.same." + now : "whatIf.turned." + now),
            "class",
            now.equals("accepted") ? "credit-for" : "credit-against")
        .text(
            " " + question.say("whatIf.figures", figure(question, before), figure(question, after)))
        .close();
    scale(question, page, before, after);
    changes(question, page, simulation);
    page.details(
        question.say("whatIf.why"), inner -> inner.table(contributions(question, simulation)));
    page.html().element("p", question.say("whatIf.simulation"), "class", "credit-muted");
  }

  private static void scale(Question question, Page page, JsonNode before, JsonNode after)
      throws ApiException, InterruptedException {
    Numbers numbers = question.numbers();
    double cutOff =
        question.ask("/v1/model/cut-off").required("policy").required("cutOff").asDouble();
    String cutPoints = numbers.number(Points.at(Logistic.logOdds(cutOff)), 0);
    new Scale(cutOff, question.say("decision.cut", numbers.percent(cutOff, 1), cutPoints))
        .before(before.required("probability").asDouble(), question.say("whatIf.before"))
        .mark(after.required("probability").asDouble(), question.say("whatIf.after"))
        .write(
            page.html(),
            numbers,
            question.say("whatIf.figures", figure(question, before), figure(question, after)),
            question.say("decision.axis"));
  }

  private static String figure(Question question, JsonNode score) {
    return question.say(
        "whatIf.figure",
        question.numbers().percent(score.required("probability").asDouble(), 1),
        question.numbers().number(score.required("points").asDouble(), 0));
  }

  private static void changes(Question question, Page page, JsonNode simulation) {
    page.html().open("ul", "class", "credit-changes");
    for (JsonNode change : simulation.path("changed")) {
      page.html()
          .element(
              "li",
              question.say(
                  "whatIf.changed",
                  change.required("label").asText(),
                  change.path("fromDisplay").asText(),
                  change.path("toDisplay").asText()));
    }
    for (JsonNode adjusted : simulation.path("adjusted")) {
      page.html()
          .element(
              "li",
              question.say(
                  "whatIf.adjusted",
                  adjusted.path("label").asText(adjusted.path("name").asText()),
                  adjusted.path("why").asText()),
              "class",
              "credit-muted");
    }
    page.html().close();
    for (JsonNode warning : simulation.path("warnings")) {
      Notice.say(page, warning.path("text").asText());
    }
  }

  private static Table contributions(Question question, JsonNode simulation) {
    Numbers numbers = question.numbers();
    Table table =
        new Table(
            question.say("whatIf.contributions"),
            question.say("waterfall.feature"),
            question.say("whatIf.before"),
            question.say("whatIf.after"),
            question.say("whatIf.change"));
    Map<String, Double> columns = new LinkedHashMap<>();
    for (JsonNode each : simulation.path("contributions")) {
      for (String column : new String[] {"before", "after", "change"}) {
        columns.put(column, each.required(column).asDouble());
      }
      Cell[] cells =
          columns.values().stream()
              .map(value -> Cell.of(numbers.signed(value), value))
              .toArray(Cell[]::new);
      table.row(each.required("label").asText(), cells);
    }
    return table;
  }
}
