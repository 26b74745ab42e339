package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Frame;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit discrimination}: how well the model tells the two outcomes apart. */
final class DiscriminationSentence implements Sentence {
  private static final int HEIGHT = 360;

  @Override
  public String word() {
    return "discrimination";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode evaluation = Evaluations.of(question, page);
    if (evaluation == null) {
      return;
    }
    String auc = question.numbers().number(evaluation.path("overall").path("auc").asDouble(), 3);
    String summary = question.say("discrimination.summary", auc);
    page.html().element("p", question.say("discrimination.lead", auc));
    Table folds =
        Evaluations.byFold(
            question, evaluation, question.say("discrimination.folds"), "auc", "gini", "ks");
    page.chart(
        new Chart(
            Frame.below(question.say("discrimination.x"))
                .above(question.say("discrimination.y"))
                .key(question.say("discrimination.model"), Frame.Mark.LINE, "fn:for")
                .key(question.say("discrimination.chance"), Frame.Mark.DASHED, "fn:other"),
            option(question, evaluation),
            HEIGHT,
            summary,
            curve(question, evaluation, summary)),
        question.say("table.show"));
    page.details(question.say("discrimination.folds"), inner -> inner.table(folds));
    challenger(question, page, evaluation.path("challenger"), auc);
  }

  private static Map<String, Object> option(Question question, JsonNode evaluation) {
    List<Object> points = new ArrayList<>();
    for (JsonNode point : evaluation.path("roc")) {
      points.add(
          array(
              point.required("falsePositiveRate").asDouble(),
              point.required("truePositiveRate").asDouble()));
    }
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.grid(10));
    option.put("xAxis", Charts.between(Charts.values("fn:percent"), 0, 1));
    option.put("yAxis", Charts.between(Charts.values("fn:percent"), 0, 1));
    option.put(
        "series",
        array(
            Lines.line(points, "fn:for", "solid"),
            Lines.line(array(array(0, 0), array(1, 1)), "fn:other", "dashed")));
    return option;
  }

  private static Table curve(Question question, JsonNode evaluation, String caption) {
    Table table =
        new Table(caption, question.say("discrimination.x"), question.say("discrimination.y"));
    for (JsonNode point : evaluation.path("roc")) {
      table.row(
          question.numbers().percent(point.required("falsePositiveRate").asDouble(), 1),
          Evaluations.share(question, point.required("truePositiveRate")));
    }
    return table;
  }

  private static void challenger(Question question, Page page, JsonNode challenger, String auc) {
    if (!challenger.isObject()) {
      return;
    }
    Numbers numbers = question.numbers();
    page.html()
        .element("h3", question.say("challenger.heading"))
        .element(
            "p",
            question.say(
                "challenger.lead", numbers.number(challenger.path("auc").asDouble(), 3), auc));
    JsonNode in = challenger.path("swapIn");
    JsonNode out = challenger.path("swapOut");
    if (in.path("defaultRate").isNumber() && out.path("defaultRate").isNumber()) {
      page.html()
          .element(
              "p",
              question.say(
                  "challenger.swap",
                  numbers.number(in.path("clients").asDouble(), 0),
                  numbers.percent(in.path("defaultRate").asDouble(), 1),
                  numbers.number(out.path("clients").asDouble(), 0),
                  numbers.percent(out.path("defaultRate").asDouble(), 1)));
    }
  }
}
