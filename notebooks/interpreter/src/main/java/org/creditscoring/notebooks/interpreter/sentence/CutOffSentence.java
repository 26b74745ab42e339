package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Frame;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit cut-off}: what another cut-off would cost, and whom it would refuse. */
final class CutOffSentence implements Sentence {
  private static final int HEIGHT = 360;

  /** Beyond it nobody would set a cut-off, and the curve is flat. */
  private static final double WIDEST = 0.5;

  @Override
  public String word() {
    return "cut-off";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode tried = CutOffs.tried(question);
    Notice.origin(question, page);
    Numbers numbers = question.numbers();
    String cutOff = numbers.percent(tried.required("cutOff").asDouble(), 2);
    String points = numbers.number(tried.required("cutOffPoints").asDouble(), 0);
    String ratio = numbers.number(tried.required("costRatio").asDouble(), 1);
    page.html()
        .element("p", question.say("cutOff.lead", ratio, cutOff, points), "class", "credit-lead");
    consequences(question, page, tried);
    String summary = question.say("cutOff.summary", cutOff);
    page.chart(
        new Chart(
            frame(question),
            option(question, tried),
            HEIGHT,
            summary,
            table(question, tried, summary)),
        question.say("table.show"));
    optimum(question, page, tried);
    page.html().element("p", question.say("cutOff.claim"), "class", "credit-muted");
  }

  private static void consequences(Question question, Page page, JsonNode tried) {
    Numbers numbers = question.numbers();
    JsonNode past = tried.required("past");
    Tiles.open(page);
    for (String name :
        new String[] {"approvalRate", "badRate", "refusedAmongRepaid", "acceptedAmongDefaulted"}) {
      Tiles.write(
          page, question.say("cutOff." + name), numbers.percent(past.required(name).asDouble(), 1));
    }
    Tiles.write(
        page,
        question.say("cutOff.expectedCost"),
        numbers.number(past.required("expectedCost").asDouble(), 3));
    Tiles.write(
        page,
        question.say("cutOff.current"),
        numbers.percent(tried.required("current").required("approvalRate").asDouble(), 1));
    Tiles.close(page);
  }

  private static Frame frame(Question question) {
    return Frame.below(question.say("cutOff.axis"))
        .above(question.say("cutOff.expectedCost"))
        .aboveRight(question.say("cutOff.share"))
        .key(question.say("cutOff.expectedCost"), Frame.Mark.LINE, "fn:ink")
        .key(question.say("cutOff.approvalRate"), Frame.Mark.DASHED, "fn:for")
        .key(question.say("cutOff.badRate"), Frame.Mark.DOTTED, "fn:against");
  }

  private static Map<String, Object> option(Question question, JsonNode tried) {
    Map<String, Object> option = Charts.chart();
    Map<String, Object> grid = Charts.grid(26);
    grid.put("right", 2);
    option.put("grid", grid);
    option.put("xAxis", Charts.between(Charts.values("fn:percent"), 0, WIDEST));
    Map<String, Object> share = Charts.between(Charts.values("fn:percent"), 0, 1);
    share.put("splitLine", object("show", false));
    option.put("yAxis", array(Charts.values("fn:number"), share));
    List<Object> series = new ArrayList<>();
    series.add(line(tried, "expectedCost", "fn:ink", 0, "solid"));
    series.add(line(tried, "approvalRate", "fn:for", 1, "dashed"));
    series.add(line(tried, "badRate", "fn:against", 1, "dotted"));
    double policy = tried.required("policy").required("cutOff").asDouble();
    double cutOff = tried.required("cutOff").asDouble();
    // Two lines near each other say their words to their own side.
    series.add(limit(policy, cutOff > policy, question.say("cutOff.policy")));
    if (cutOff != policy) {
      series.add(limit(cutOff, cutOff < policy, question.say("cutOff.tried")));
    }
    option.put("series", series);
    return option;
  }

  private static Map<String, Object> limit(double at, boolean wordsLeft, String words) {
    return Charts.line("xAxis", at, wordsLeft, words, "end");
  }

  private static Map<String, Object> line(
      JsonNode tried, String name, String tone, int axis, String dash) {
    List<Object> points = new ArrayList<>();
    for (JsonNode point : tried.required("curve")) {
      points.add(array(point.required("cutOff").asDouble(), point.path(name).asDouble()));
    }
    Map<String, Object> line = Lines.line(points, tone, dash);
    line.put("yAxisIndex", axis);
    return line;
  }

  private static void optimum(Question question, Page page, JsonNode tried) {
    JsonNode optimum = tried.path("empiricalOptimum");
    if (!optimum.isObject()) {
      return;
    }
    Numbers numbers = question.numbers();
    page.html()
        .element(
            "p",
            question.say(
                "cutOff.optimum",
                numbers.percent(optimum.required("cutOff").asDouble(), 1),
                numbers.percents(
                    optimum.required("low").asDouble(), optimum.required("high").asDouble(), 1)));
  }

  private static Table table(Question question, JsonNode tried, String caption) {
    Numbers numbers = question.numbers();
    Table table =
        new Table(
            caption,
            question.say("decision.cutOff"),
            question.say("cutOff.approvalRate"),
            question.say("cutOff.badRate"),
            question.say("cutOff.expectedCost"));
    for (JsonNode point : tried.required("curve")) {
      double cost = point.required("expectedCost").asDouble();
      table.row(
          numbers.percent(point.required("cutOff").asDouble(), 2),
          share(numbers, point.path("approvalRate")),
          share(numbers, point.path("badRate")),
          Cell.of(numbers.number(cost, 4), cost));
    }
    return table;
  }

  private static Cell share(Numbers numbers, JsonNode share) {
    return share.isNumber()
        ? Cell.of(numbers.percent(share.asDouble(), 1), share.asDouble())
        : Cell.of("\u2013");
  }
}
