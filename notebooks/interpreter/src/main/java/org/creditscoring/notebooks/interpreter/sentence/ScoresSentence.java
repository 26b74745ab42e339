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
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit scores}: how the probabilities of all clients are spread, and where the cut-off
 * lies.
 */
final class ScoresSentence implements Sentence {
  private static final int HEIGHT = 520;
  private static final String[] GROUPS = {"repaid", "defaulted", "current"};
  private static final String[] TONES = {"fn:for", "fn:against", "fn:third"};
  private static final String[] DASHES = {"solid", "dashed", "dotted"};

  @Override
  public String word() {
    return "scores";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode tried = CutOffs.tried(question);
    Notice.origin(question, page);
    String cutOff = question.numbers().percent(tried.required("cutOff").asDouble(), 2);
    String summary = question.say("scores.summary", cutOff);
    page.html().element("p", question.say("scores.intro"), "class", "credit-muted");
    page.chart(
        new Chart(option(question, tried), HEIGHT, summary, table(question, tried, summary)),
        question.say("table.show"));
  }

  private static Map<String, Object> option(Question question, JsonNode tried) {
    Map<String, Object> option = Charts.chart(question.say("cutOff.axis"));
    option.put("legend", Charts.legend());
    option.put("grid", Charts.grid(72, 30));
    option.put("xAxis", Charts.between(Charts.values("fn:percent"), 0, widest(tried)));
    option.put(
        "yAxis", Charts.above(Charts.values("fn:percent"), question.say("distribution.share")));
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < GROUPS.length; i++) {
      series.add(steps(question, tried.required("scores"), i));
    }
    double cutOff = tried.required("cutOff").asDouble();
    series.add(
        Charts.limit(
            "xAxis", cutOff, question.say("waterfall.cut", question.numbers().percent(cutOff, 1))));
    option.put("series", series);
    return option;
  }

  /** Up to where all but a few lie: the rest is a long flat tail. */
  private static double widest(JsonNode tried) {
    double all = 0;
    for (JsonNode bin : tried.required("scores")) {
      all += count(bin);
    }
    double sum = 0;
    for (JsonNode bin : tried.required("scores")) {
      sum += count(bin);
      if (sum >= 0.998 * all) {
        return bin.required("upper").asDouble();
      }
    }
    return 1;
  }

  private static double count(JsonNode bin) {
    double count = 0;
    for (String group : GROUPS) {
      count += bin.required(group).asDouble();
    }
    return count;
  }

  private static Map<String, Object> steps(Question question, JsonNode bins, int group) {
    double all = 0;
    for (JsonNode bin : bins) {
      all += bin.required(GROUPS[group]).asDouble();
    }
    List<Object> points = new ArrayList<>();
    for (JsonNode bin : bins) {
      double share = all == 0 ? 0 : bin.required(GROUPS[group]).asDouble() / all;
      points.add(array(bin.required("lower").asDouble(), share));
      points.add(array(bin.required("upper").asDouble(), share));
    }
    Map<String, Object> line =
        Lines.line(question.say("scores." + GROUPS[group]), points, TONES[group], DASHES[group]);
    line.put("areaStyle", object("color", TONES[group], "opacity", 0.12));
    return line;
  }

  private static Table table(Question question, JsonNode tried, String caption) {
    Numbers numbers = question.numbers();
    Table table =
        new Table(
            caption,
            question.say("decision.probability"),
            question.say("scores.repaid"),
            question.say("scores.defaulted"),
            question.say("scores.current"));
    for (JsonNode bin : tried.required("scores")) {
      Cell[] cells = new Cell[GROUPS.length];
      for (int i = 0; i < GROUPS.length; i++) {
        double count = bin.required(GROUPS[i]).asDouble();
        cells[i] = Cell.of(numbers.number(count, 0), count);
      }
      table.row(
          question.say(
              "decision.between",
              numbers.percent(bin.required("lower").asDouble(), 1),
              numbers.percent(bin.required("upper").asDouble(), 1)),
          cells);
    }
    return table;
  }
}
