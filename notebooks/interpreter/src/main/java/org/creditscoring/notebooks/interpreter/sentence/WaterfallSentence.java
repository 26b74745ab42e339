package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;

/** {@code %credit waterfall}: from the base value to the client's margin, one bar per feature. */
final class WaterfallSentence implements Sentence {
  /** As many bars as one reads without scrolling; the rest is one last bar. */
  private static final int TOP = 10;

  private static final int ROW_HEIGHT = 34;
  private static final int AXIS_HEIGHT = 96;

  @Override
  public String word() {
    return "waterfall";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    JsonNode explanation = question.ask("/v1/clients/" + number.get() + "/explanation");
    Notice.origin(question, page);
    List<Step> steps = steps(question, explanation);
    String base = probability(question, explanation.required("baseValue").asDouble());
    String result = probability(question, explanation.required("margin").asDouble());
    String cut = question.numbers().percent(explanation.required("cutOff").asDouble(), 1);
    String summary = question.say("waterfall.summary", number.get(), base, result, cut);
    page.html().element("p", question.say("waterfall.intro"), "class", "credit-muted");
    page.chart(
        new Chart(
            option(question, steps, explanation.required("cutOff").asDouble()),
            AXIS_HEIGHT + ROW_HEIGHT * steps.size(),
            summary,
            table(question, steps, summary)),
        question.say("table.show"));
  }

  /** One row of the picture: a bar from one margin to another, or (where both are equal) a mark. */
  private static final class Step {
    private final String label;
    private final String value;
    private final double from;
    private final double to;
    private final boolean total;

    private Step(String label, String value, double from, double to, boolean total) {
      this.label = label;
      this.value = value;
      this.from = from;
      this.to = to;
      this.total = total;
    }

    private static Step mark(String label, double at) {
      return new Step(label, "", at, at, true);
    }

    private static Step bar(String label, String value, double from, double to) {
      return new Step(label, value, from, to, false);
    }

    private double contribution() {
      return to - from;
    }
  }

  private static List<Step> steps(Question question, JsonNode explanation) {
    double margin = explanation.required("baseValue").asDouble();
    List<Step> steps = new ArrayList<>();
    steps.add(Step.mark(question.say("waterfall.base"), margin));
    JsonNode contributions = explanation.required("contributions");
    for (int i = 0; i < contributions.size() && i < TOP; i++) {
      JsonNode contribution = contributions.required(i);
      double next = margin + contribution.required("contribution").asDouble();
      String label = contribution.required("label").asText();
      steps.add(Step.bar(label, contribution.path("display").asText(), margin, next));
      margin = next;
    }
    if (contributions.size() > TOP) {
      double rest = 0;
      for (int i = TOP; i < contributions.size(); i++) {
        rest += contributions.required(i).required("contribution").asDouble();
      }
      steps.add(Step.bar(question.say("waterfall.other"), "", margin, margin + rest));
    }
    steps.add(
        Step.mark(question.say("waterfall.result"), explanation.required("margin").asDouble()));
    return steps;
  }

  private static Map<String, Object> option(Question question, List<Step> steps, double cutOff) {
    double limit = Math.log(cutOff / (1 - cutOff));
    double low = limit;
    double high = limit;
    List<Object> labels = new ArrayList<>();
    List<Object> bars = new ArrayList<>();
    for (Step step : steps) {
      low = Math.min(low, Math.min(step.from, step.to));
      high = Math.max(high, Math.max(step.from, step.to));
      labels.add(rowLabel(question, step));
      bars.add(bar(question, step, bars.size()));
    }
    return object(
        "animation", false,
        "title", axisTitle(question.say("waterfall.axis")),
        "tooltip", object("trigger", "item", "renderMode", "richText", "confine", true),
        "grid", object("left", "fn:labelRoom", "right", 16, "top", 24, "bottom", 64),
        "yAxis",
            object(
                "type",
                "category",
                "inverse",
                true,
                "data",
                labels,
                "axisTick",
                object("show", false),
                "axisLine",
                object("show", false),
                "axisLabel",
                object("width", "fn:labelWidth", "overflow", "break", "color", "fn:ink")),
        "xAxis",
            object(
                "type",
                "value",
                "min",
                Math.floor(2 * low - 0.5) / 2,
                "max",
                Math.ceil(2 * high + 0.5) / 2,
                "axisLabel",
                object(
                    "formatter",
                    "fn:logOddsAndProbability",
                    "color",
                    "fn:muted",
                    "hideOverlap",
                    true),
                "splitLine",
                object("lineStyle", object("color", "fn:line"))),
        "series",
            array(
                object(
                    "type",
                    "custom",
                    "renderItem",
                    "fn:span",
                    "encode",
                    object("x", array(0, 1), "y", 2),
                    "tooltip",
                    object("formatter", "fn:tip"),
                    "data",
                    bars),
                cutOffLine(question, limit, cutOff)));
  }

  /**
   * Below the axis and as wide as the chart, so that a narrow one breaks it instead of cutting it.
   */
  private static Map<String, Object> axisTitle(String words) {
    return object(
        "text",
        words,
        "left",
        "center",
        "bottom",
        0,
        "textStyle",
        object(
            "fontSize", 12,
            "fontWeight", "normal",
            "color", "fn:muted",
            "width", "fn:chartWidth",
            "overflow", "break"));
  }

  private static Map<String, Object> bar(Question question, Step step, int row) {
    String risk = probability(question, step.to);
    String words = step.total ? risk : question.numbers().signed(step.contribution());
    String tone = step.total ? "fn:mark" : step.contribution() > 0 ? "fn:against" : "fn:for";
    return object(
        "value",
        array(step.from, step.to, row),
        "words",
        words,
        "tip",
        rowLabel(question, step) + "\n" + words + " \u2192 " + risk,
        "total",
        step.total,
        "tone",
        tone,
        "ink",
        "fn:ink",
        "thread",
        "fn:muted");
  }

  private static Map<String, Object> cutOffLine(Question question, double limit, double cutOff) {
    String words = question.say("waterfall.cut", question.numbers().percent(cutOff, 1));
    return object(
        "type", "line",
        "data", array(),
        "markLine",
            object(
                "silent", true,
                "symbol", "none",
                "lineStyle", object("color", "fn:ink", "type", "dashed", "width", 1.5),
                "label", object("formatter", words, "color", "fn:ink", "position", "start"),
                "data", array(object("xAxis", limit))));
  }

  private static Table table(Question question, List<Step> steps, String caption) {
    Table table =
        new Table(
            caption,
            question.say("waterfall.feature"),
            question.say("waterfall.value"),
            question.say("waterfall.contribution"),
            question.say("waterfall.after"));
    for (Step step : steps) {
      String contribution = step.total ? "" : question.numbers().signed(step.contribution());
      table.row(step.label, step.value, contribution, probability(question, step.to));
    }
    return table;
  }

  private static String rowLabel(Question question, Step step) {
    return step.value.isEmpty()
        ? step.label
        : question.say("waterfall.row", step.label, step.value);
  }

  private static String probability(Question question, double logOdds) {
    return question.numbers().percent(1 / (1 + Math.exp(-logOdds)), 1);
  }
}
