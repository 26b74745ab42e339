package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Frame;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;

/** {@code %credit waterfall}: from the base value to the client's margin, one bar per feature. */
final class WaterfallSentence implements Sentence {
  /** As many bars as one reads without scrolling; the rest is one last bar. */
  private static final int TOP = 10;

  private static final int ROW_HEIGHT = 34;
  private static final int AXIS_HEIGHT = 56;

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
    Axis axis = Axis.chosen(question);
    JsonNode explanation = Explanations.of(question, number.get());
    Notice.origin(question, page);
    List<Step> steps = steps(question, explanation);
    String base = probability(question, explanation.required("baseValue").asDouble());
    String result = probability(question, explanation.required("margin").asDouble());
    String cut = question.numbers().percent(explanation.required("cutOff").asDouble(), 1);
    String summary = question.say("waterfall.summary", number.get(), base, result, cut);
    page.html().element("p", question.say(axis.intro()), "class", "credit-muted");
    page.chart(
        new Chart(
            Frame.below(question.say(axis.title())),
            option(question, axis, steps, explanation.required("cutOff").asDouble()),
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
      steps.add(Step.bar(label, contribution.required("display").asText(), margin, next));
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

  private static Map<String, Object> option(
      Question question, Axis axis, List<Step> steps, double cutOff) {
    double limit = Logistic.logOdds(cutOff);
    double low = limit;
    double high = limit;
    List<Object> labels = new ArrayList<>();
    List<Object> bars = new ArrayList<>();
    for (Step step : steps) {
      low = Math.min(low, Math.min(step.from, step.to));
      high = Math.max(high, Math.max(step.from, step.to));
      labels.add(rowLabel(question, step));
      bars.add(bar(question, axis, step, bars.size()));
    }
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.lyingGrid(24));
    option.put("yAxis", Charts.lyingWords(labels));
    double left = Math.floor(2 * low - 0.5) / 2;
    double right = Math.ceil(2 * high + 0.5) / 2;
    option.put("xAxis", Charts.between(Charts.values(axis.format()), left, right));
    option.put(
        "series",
        array(
            object(
                "type",
                "custom",
                "renderItem",
                "fn:span",
                // Words stay readable where the dashed line of the cut-off passes behind them.
                "z",
                6,
                "encode",
                object("x", array(0, 1), "y", 2),
                "tooltip",
                object("formatter", "fn:tip"),
                "data",
                bars),
            Charts.lyingLimit(
                limit,
                (limit - left) / (right - left),
                question.say("waterfall.cut", question.numbers().percent(cutOff, 1)))));
    return option;
  }

  private static Map<String, Object> bar(Question question, Axis axis, Step step, int row) {
    String risk = probability(question, step.to);
    String words =
        step.total ? axis.place(question, step.to) : axis.change(question, step.from, step.to);
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
        "ground",
        "fn:ground",
        "thread",
        "fn:muted");
  }

  private static Table table(Question question, List<Step> steps, String caption) {
    Table table =
        new Table(
            caption,
            question.say("waterfall.feature"),
            question.say("waterfall.value"),
            question.say("waterfall.contribution"),
            question.say("waterfall.points"),
            question.say("waterfall.after"));
    for (Step step : steps) {
      double change = step.total ? Double.NaN : step.contribution();
      double points = Points.change(change);
      table.row(
          step.label,
          Cell.of(step.value),
          Cell.of(step.total ? "" : question.numbers().signed(change), change),
          Cell.of(step.total ? "" : question.numbers().change(points), points),
          Cell.of(probability(question, step.to), Logistic.probability(step.to)));
    }
    return table;
  }

  private static String rowLabel(Question question, Step step) {
    return step.value.isEmpty()
        ? step.label
        : question.say("waterfall.row", step.label, step.value);
  }

  private static String probability(Question question, double logOdds) {
    return question.numbers().percent(Logistic.probability(logOdds), 1);
  }
}
