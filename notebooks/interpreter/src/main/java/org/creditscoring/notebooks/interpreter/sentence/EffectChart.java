package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Frame;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * How a feature's contribution moves with its value: the mean over the clients of each bin, and one
 * standard deviation to both sides.
 */
final class EffectChart {
  private static final int UPRIGHT_HEIGHT = 300;
  private static final int ROW_HEIGHT = 30;
  private static final int AXIS_HEIGHT = 40;

  private final Question question;
  private final JsonNode distribution;

  EffectChart(Question question, JsonNode distribution) {
    this.question = question;
    this.distribution = distribution;
  }

  /** Whether the snapshot tells; older ones do not, and features outside the model have none. */
  static boolean known(JsonNode distribution) {
    for (JsonNode bin : distribution.required("bins")) {
      if (bin.path("meanContribution").isNumber()) {
        return true;
      }
    }
    return false;
  }

  Chart chart() {
    boolean lying = distribution.required("kind").asText().equals("CATEGORY");
    int rows = distribution.required("bins").size();
    String summary = question.say("effect.summary", distribution.required("label").asText());
    String axis = question.say("effect.axis");
    return new Chart(
        lying
            ? Frame.below(axis)
            : Frame.below(distribution.required("label").asText()).above(axis),
        option(lying),
        lying ? AXIS_HEIGHT + ROW_HEIGHT * rows : UPRIGHT_HEIGHT,
        summary,
        table(summary));
  }

  private Map<String, Object> option(boolean lying) {
    List<Object> labels = new ArrayList<>();
    List<Object> marks = new ArrayList<>();
    for (JsonNode bin : distribution.required("bins")) {
      if (bin.path("meanContribution").isNumber()) {
        marks.add(mark(bin, labels.size()));
      }
      labels.add(bin.required("label").asText());
    }
    Map<String, Object> option = Charts.chart();
    option.put("grid", lying ? Charts.lyingGrid(8) : Charts.grid(10));
    Map<String, Object> values = Charts.values("fn:number");
    option.put("xAxis", lying ? values : Charts.words(labels));
    option.put("yAxis", lying ? Charts.lyingWords(labels) : values);
    Map<String, Object> series =
        object(
            "type",
            "custom",
            "renderItem",
            "fn:whisker",
            "lying",
            lying,
            "encode",
            lying ? object("x", array(1, 2, 3), "y", 0) : object("x", 0, "y", array(1, 2, 3)),
            "tooltip",
            object("formatter", "fn:tip"),
            "data",
            marks);
    option.put("series", array(series, Charts.zero(lying ? "xAxis" : "yAxis")));
    return option;
  }

  private Map<String, Object> mark(JsonNode bin, int place) {
    double mean = bin.required("meanContribution").asDouble();
    double spread = bin.path("sdContribution").asDouble();
    int here = distribution.path("client").path("bin").asInt(-1);
    return object(
        "value",
        array(place, mean, mean - spread, mean + spread),
        "tip",
        bin.required("label").asText() + "\n" + question.numbers().signed(mean),
        "tone",
        mean > 0 ? "fn:against" : "fn:for",
        "ring",
        place == here ? "fn:mark" : "");
  }

  private Table table(String caption) {
    Numbers numbers = question.numbers();
    Table table =
        new Table(
            caption,
            question.say("distribution.bin"),
            question.say("effect.mean"),
            question.say("effect.spread"));
    for (JsonNode bin : distribution.required("bins")) {
      if (bin.path("meanContribution").isNumber()) {
        double mean = bin.required("meanContribution").asDouble();
        double spread = bin.path("sdContribution").asDouble();
        table.row(
            bin.required("label").asText(),
            Cell.of(numbers.signed(mean), mean),
            Cell.of(numbers.number(spread, 2), spread));
      }
    }
    return table;
  }
}
