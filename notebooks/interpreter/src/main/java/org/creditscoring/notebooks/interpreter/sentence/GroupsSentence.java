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
import org.creditscoring.notebooks.interpreter.text.Language;

/**
 * {@code %credit groups}: how the model does by gender and age, which it is judged by and not
 * given.
 */
final class GroupsSentence implements Sentence {
  private static final int ROW_HEIGHT = 34;
  private static final int AXIS_HEIGHT = 34;

  /** The crossing of the two: in the table only, it has too many rows to be read as a picture. */
  private static final String CROSSED = "×";

  @Override
  public String word() {
    return "groups";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode evaluation = Evaluations.of(question, page);
    if (evaluation == null) {
      return;
    }
    JsonNode groups = evaluation.path("groups");
    if (groups.isEmpty()) {
      Notice.say(page, question.say("model.noEvaluation"));
      return;
    }
    List<JsonNode> simple = new ArrayList<>();
    for (JsonNode group : groups) {
      if (!crossed(group)) {
        simple.add(group);
      }
    }
    String summary = question.say("groups.summary");
    page.html().element("p", question.say("groups.intro"), "class", "credit-muted");
    page.chart(
        new Chart(
            Frame.below(question.say("groups.axis"))
                .key(question.say("groups.estimated"), Frame.Mark.DIAMOND, "fn:for")
                .key(question.say("groups.observed"), Frame.Mark.DOT, "fn:against"),
            option(question, simple),
            AXIS_HEIGHT + ROW_HEIGHT * simple.size(),
            summary,
            table(question, groups, summary)),
        question.say("table.show"));
  }

  private static boolean crossed(JsonNode group) {
    return group.path("by").asText().contains(CROSSED);
  }

  private static String label(Question question, JsonNode group) {
    return group.path(question.language() == Language.FR ? "labelFr" : "labelEn").asText();
  }

  private static Map<String, Object> option(Question question, List<JsonNode> groups) {
    List<Object> labels = new ArrayList<>();
    List<Object> observed = new ArrayList<>();
    List<Object> estimated = new ArrayList<>();
    for (JsonNode group : groups) {
      double rate = group.required("defaultRate").asDouble();
      double mean = group.required("meanProbability").asDouble();
      String tip =
          question.say(
              "calibration.tip",
              question.numbers().percent(mean, 1),
              question.numbers().percent(rate, 1));
      observed.add(object("value", array(rate, labels.size()), "tip", tip));
      estimated.add(object("value", array(mean, labels.size()), "tip", tip));
      labels.add(label(question, group));
    }
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.lyingGrid(8));
    Map<String, Object> values = Charts.values("fn:percent");
    values.put("min", 0);
    option.put("xAxis", values);
    option.put("yAxis", Charts.lyingWords(labels));
    option.put(
        "series",
        array(dots(estimated, "fn:for", "diamond"), dots(observed, "fn:against", "circle")));
    return option;
  }

  private static Map<String, Object> dots(List<Object> data, String tone, String symbol) {
    return object(
        "type",
        "scatter",
        "symbol",
        symbol,
        "symbolSize",
        13,
        "itemStyle",
        object("color", tone),
        "tooltip",
        object("formatter", "fn:tip"),
        "data",
        data);
  }

  private static Table table(Question question, JsonNode groups, String caption) {
    Table table =
        new Table(
            caption,
            question.say("groups.group"),
            question.say("model.clients"),
            question.say("groups.estimated"),
            question.say("groups.observed"),
            question.say("model.auc"),
            question.say("model.slope"),
            question.say("groups.refused"),
            question.say("cutOff.refusedAmongRepaid"));
    for (JsonNode group : groups) {
      table.row(
          label(question, group),
          Evaluations.cell(question, group.path("clients"), 0),
          Evaluations.share(question, group.path("meanProbability")),
          Evaluations.share(question, group.path("defaultRate")),
          Evaluations.cell(question, group.path("auc"), 3),
          Evaluations.cell(question, group.path("slope"), 2),
          Evaluations.share(question, group.path("refusedShare")),
          Evaluations.share(question, group.path("refusedAmongRepaid")));
    }
    return table;
  }
}
