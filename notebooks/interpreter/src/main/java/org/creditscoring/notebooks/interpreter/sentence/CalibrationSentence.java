package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

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

/** {@code %credit calibration}: whether what the model calls 10 % happens to 10 in 100. */
final class CalibrationSentence implements Sentence {
  private static final int HEIGHT = 360;

  @Override
  public String word() {
    return "calibration";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode evaluation = Evaluations.of(question, page);
    if (evaluation == null) {
      return;
    }
    Numbers numbers = question.numbers();
    JsonNode overall = evaluation.path("overall");
    String summary = question.say("calibration.summary");
    page.html()
        .element(
            "p",
            question.say(
                "calibration.lead",
                numbers.number(overall.path("slope").asDouble(), 3),
                numbers.number(overall.path("intercept").asDouble(), 3),
                numbers.number(overall.path("ece").asDouble(), 4)));
    page.chart(
        new Chart(
            Frame.below(question.say("calibration.x"))
                .above(question.say("calibration.y"))
                .key(question.say("calibration.model"), Frame.Mark.DOT, "fn:for")
                .key(question.say("calibration.perfect"), Frame.Mark.DASHED, "fn:other"),
            option(question, evaluation),
            HEIGHT,
            summary,
            bins(question, evaluation, summary)),
        question.say("table.show"));
    page.details(
        question.say("calibration.folds"),
        inner ->
            inner.table(
                Evaluations.byFold(
                    question,
                    evaluation,
                    question.say("calibration.folds"),
                    "slope",
                    "intercept",
                    "ece",
                    "brier",
                    "logLoss")));
    locked(question, page, evaluation.path("locked"));
  }

  private static Map<String, Object> option(Question question, JsonNode evaluation) {
    double most = 0;
    List<Object> whiskers = new ArrayList<>();
    for (JsonNode bin : evaluation.path("reliability")) {
      double mean = bin.required("meanProbability").asDouble();
      double rate = bin.required("defaultRate").asDouble();
      most = Math.max(most, Math.max(mean, bin.required("high").asDouble()));
      whiskers.add(
          object(
              "value",
              array(mean, rate, bin.required("low").asDouble(), bin.required("high").asDouble()),
              "tip",
              question.say(
                  "calibration.tip",
                  question.numbers().percent(mean, 1),
                  question.numbers().percent(rate, 1)),
              "tone",
              "fn:for"));
    }
    double end = Math.min(1, Math.ceil(most * 20) / 20);
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.grid(10));
    option.put("xAxis", Charts.between(Charts.values("fn:percent"), 0, end));
    option.put("yAxis", Charts.between(Charts.values("fn:percent"), 0, end));
    Map<String, Object> model =
        object(
            "type",
            "custom",
            "renderItem",
            "fn:whisker",
            "encode",
            object("x", 0, "y", array(1, 2, 3)),
            "tooltip",
            object("formatter", "fn:tip"),
            "data",
            whiskers);
    option.put(
        "series",
        array(Lines.line(array(array(0, 0), array(end, end)), "fn:other", "dashed"), model));
    return option;
  }

  private static Table bins(Question question, JsonNode evaluation, String caption) {
    Table table =
        new Table(
            caption,
            question.say("calibration.x"),
            question.say("calibration.y"),
            question.say("calibration.low"),
            question.say("calibration.high"),
            question.say("model.clients"));
    for (JsonNode bin : evaluation.path("reliability")) {
      table.row(
          question.numbers().percent(bin.required("meanProbability").asDouble(), 2),
          Evaluations.share(question, bin.required("defaultRate")),
          Evaluations.share(question, bin.required("low")),
          Evaluations.share(question, bin.required("high")),
          Evaluations.cell(question, bin.required("clients"), 0));
    }
    return table;
  }

  private static void locked(Question question, Page page, JsonNode locked) {
    if (!locked.isObject()) {
      page.html().element("p", question.say("calibration.noLocked"), "class", "credit-muted");
      return;
    }
    Numbers numbers = question.numbers();
    page.html()
        .element(
            "p",
            question.say(
                "calibration.locked",
                numbers.number(locked.path("clients").asDouble(), 0),
                numbers.percent(locked.path("meanProbability").asDouble(), 2),
                numbers.percent(locked.path("defaultRate").asDouble(), 2),
                numbers.number(locked.path("slope").asDouble(), 3),
                numbers.number(locked.path("auc").asDouble(), 3)));
    if (locked.path("slopeLow").isNumber() && locked.path("slopeHigh").isNumber()) {
      page.html()
          .element(
              "p",
              question.say(
                  "calibration.lockedLuck",
                  numbers.number(locked.path("slopeLow").asDouble(), 3),
                  numbers.number(locked.path("slopeHigh").asDouble(), 3)),
              "class",
              "credit-muted");
    }
  }
}
