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
 * Bars of two groups per bin, each group's bars adding up to 100 %, so that a small group can be
 * compared with a large one.
 */
final class DistributionChart {
  private static final int UPRIGHT_HEIGHT = 340;
  private static final int ROW_HEIGHT = 34;
  private static final int AXIS_HEIGHT = 40;

  private final Question question;
  private final JsonNode distribution;
  private final Groups groups;

  DistributionChart(Question question, JsonNode distribution, Groups groups) {
    this.question = question;
    this.distribution = distribution;
    this.groups = groups;
  }

  Chart chart() {
    String clients = numbers().number(distribution.required("total").asDouble(), 0);
    String summary =
        question.say("distribution.summary", distribution.required("label").asText(), clients);
    int rows = bins().size();
    int height = lying() ? AXIS_HEIGHT + ROW_HEIGHT * rows : UPRIGHT_HEIGHT;
    return new Chart(frame(), option(), height, summary, table(summary));
  }

  private JsonNode bins() {
    return distribution.required("bins");
  }

  private Numbers numbers() {
    return question.numbers();
  }

  /** Names of categories are long: their bars lie, with the words to the left. */
  private boolean lying() {
    return distribution.required("kind").asText().equals("CATEGORY");
  }

  private Map<String, Object> option() {
    List<Object> labels = new ArrayList<>();
    for (JsonNode bin : bins()) {
      String label = bin.required("label").asText();
      labels.add(lying() && labels.size() == here() ? "\u25b6 " + label : label);
    }
    Map<String, Object> option = Charts.chart();
    if (lying()) {
      option.put("grid", Charts.lyingGrid(8));
      option.put("xAxis", Charts.values("fn:percent"));
      option.put("yAxis", Charts.lyingWords(labels));
    } else {
      option.put("grid", Charts.grid(26));
      option.put("xAxis", Charts.words(labels));
      option.put("yAxis", Charts.values("fn:percent"));
    }
    List<Object> series = new ArrayList<>();
    for (Groups.Group group : groups.groups()) {
      series.add(series(group, series.isEmpty()));
    }
    option.put("series", series);
    return option;
  }

  private Frame frame() {
    String shares = question.say("distribution.share");
    Frame frame = lying() ? Frame.below(shares) : Frame.below(axisName()).above(shares);
    for (Groups.Group group : groups.groups()) {
      frame.key(question.say(group.key()), Frame.Mark.BAR, group.tone());
    }
    return frame;
  }

  private String axisName() {
    String unit = distribution.path("unit").asText("");
    String label = distribution.required("label").asText();
    return unit.isEmpty() || distribution.path("unit").isNull()
        ? label
        : question.say("distribution.axis", label, unit);
  }

  private Map<String, Object> series(Groups.Group group, boolean marked) {
    String name = question.say(group.key());
    List<Object> bars = new ArrayList<>();
    for (JsonNode bin : bins()) {
      double share = share(bin, group.count());
      String tip =
          bin.required("label").asText() + "\n" + name + ": " + numbers().percent(share, 1);
      Map<String, Object> bar = object("value", share, "tip", tip);
      if (lying() && bars.size() == here()) {
        bar.put("itemStyle", object("borderColor", "fn:mark", "borderWidth", 2));
      }
      bars.add(bar);
    }
    Map<String, Object> series =
        object(
            "type",
            "bar",
            "data",
            bars,
            "barGap",
            "8%",
            "barCategoryGap",
            "22%",
            "tooltip",
            object("formatter", "fn:tip"),
            "itemStyle",
            object("color", group.tone()));
    JsonNode client = distribution.path("client");
    if (marked && client.isObject() && !lying()) {
      series.put("markLine", mark(client));
    }
    return series;
  }

  private Map<String, Object> mark(JsonNode client) {
    int bin = client.required("bin").asInt();
    Map<String, Object> label =
        object(
            "formatter",
            question.say("distribution.here", client.required("display").asText()),
            "color",
            "fn:mark",
            "fontWeight",
            "bold",
            "position",
            "end");
    // Words over the outer bins would run out of the picture: they are written inwards.
    double place = (bin + 0.5) / bins().size();
    label.put("align", place < 0.3 ? "left" : place > 0.7 ? "right" : "center");
    return object(
        "silent",
        true,
        "symbol",
        array("none", "circle"),
        "symbolSize",
        8,
        "lineStyle",
        object("color", "fn:mark", "type", "solid", "width", 2.5),
        "label",
        label,
        "data",
        array(object("xAxis", bin)));
  }

  /** The client's bin, or −1. */
  private int here() {
    return distribution.path("client").path("bin").asInt(-1);
  }

  private double share(JsonNode bin, String count) {
    double sum = 0;
    for (JsonNode each : bins()) {
      sum += each.required(count).asDouble();
    }
    return sum == 0 ? 0 : bin.required(count).asDouble() / sum;
  }

  private Table table(String caption) {
    Groups.Group first = groups.groups().get(0);
    Groups.Group second = groups.groups().get(1);
    Table table =
        new Table(
            caption + " " + question.say("distribution.sharesOf"),
            question.say("distribution.bin"),
            question.say("distribution.count"),
            question.say(first.key()),
            question.say(second.key()));
    int row = 0;
    for (JsonNode bin : bins()) {
      String label = bin.required("label").asText();
      double all = bin.required("all").asDouble();
      table.row(
          row++ == here() ? "\u25b6 " + label : label,
          Cell.of(numbers().number(all, 0), all),
          shareCell(bin, first),
          shareCell(bin, second));
    }
    return table;
  }

  private Cell shareCell(JsonNode bin, Groups.Group group) {
    double share = share(bin, group.count());
    return Cell.of(numbers().percent(share, 1), share);
  }
}
