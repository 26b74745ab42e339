package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit importance}: the features that matter most over all past clients. */
final class ImportanceSentence implements Sentence {
  private static final int ROW_HEIGHT = 32;
  private static final int AXIS_HEIGHT = 80;

  @Override
  public String word() {
    return "importance";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode items = question.ask("/v1/importance").required("items");
    Notice.origin(question, page);
    String summary = question.say("importance.summary", question.numbers().number(items.size(), 0));
    page.html().element("p", question.say("importance.intro"), "class", "credit-muted");
    page.chart(
        new Chart(
            option(question, items),
            AXIS_HEIGHT + ROW_HEIGHT * items.size(),
            summary,
            table(question, items, summary)),
        question.say("table.show"));
  }

  private static Map<String, Object> option(Question question, JsonNode items) {
    List<Object> labels = new ArrayList<>();
    List<Object> bars = new ArrayList<>();
    List<Object> ranges = new ArrayList<>();
    for (JsonNode item : items) {
      int row = labels.size();
      String label = item.required("label").asText();
      double mean = item.required("meanAbsoluteContribution").asDouble();
      labels.add(label);
      bars.add(object("value", mean, "tip", label + "\n" + question.numbers().number(mean, 3)));
      ranges.add(array(end(item.required("low"), row), end(item.required("high"), row)));
    }
    return object(
        "animation", false,
        "tooltip", object("trigger", "item", "renderMode", "richText", "confine", true),
        "grid", object("left", "fn:labelRoom", "right", 24, "top", 8, "bottom", 54),
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
                "type", "value",
                "name", question.say("importance.axis"),
                "nameLocation", "middle",
                "nameGap", 30,
                "nameTextStyle", object("color", "fn:muted"),
                "axisLabel",
                    object("formatter", "fn:number", "color", "fn:muted", "hideOverlap", true),
                "splitLine", object("lineStyle", object("color", "fn:line"))),
        "series",
            array(
                object(
                    "type",
                    "bar",
                    "data",
                    bars,
                    "barWidth",
                    "58%",
                    "tooltip",
                    object("formatter", "fn:tip"),
                    "itemStyle",
                    object("color", "fn:for"),
                    "markLine",
                    object(
                        "silent",
                        true,
                        "symbol",
                        "none",
                        "lineStyle",
                        object("color", "fn:mark", "type", "solid", "width", 2),
                        "label",
                        object("show", false),
                        "data",
                        ranges))));
  }

  private static Map<String, Object> end(JsonNode value, int row) {
    return object("coord", array(value.asDouble(), row));
  }

  private static Table table(Question question, JsonNode items, String caption) {
    Table table =
        new Table(
            caption,
            question.say("importance.name"),
            question.say("importance.rank"),
            question.say("importance.mean"),
            question.say("importance.range"));
    Numbers numbers = question.numbers();
    for (JsonNode item : items) {
      table.row(
          item.required("label").asText(),
          numbers.number(item.required("rank").asDouble(), 0),
          numbers.number(item.required("meanAbsoluteContribution").asDouble(), 3),
          question.say(
              "importance.between",
              numbers.number(item.required("low").asDouble(), 3),
              numbers.number(item.required("high").asDouble(), 3)));
    }
    return table;
  }
}
