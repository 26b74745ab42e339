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

/**
 * {@code %credit scores}: how the probabilities of all clients are spread, and where the cut-off
 * lies.
 */
final class ScoresSentence implements Sentence {
  private static final int HEIGHT = 600;
  private static final String[] GROUPS = {"repaid", "defaulted", "current"};
  private static final String[] TONES = {"fn:for", "fn:against", "fn:third"};
  private static final String[] DASHES = {"solid", "dashed", "dotted"};
  private static final Frame.Mark[] MARKS = {Frame.Mark.LINE, Frame.Mark.DASHED, Frame.Mark.DOTTED};

  /** From here on the service counts all clients together: few, far apart. */
  private static final double REST = 0.5;

  /** Steps of the axis, and of the widths at which it may end. */
  private static final double TENTH = 0.1;

  /** Of the bars of the rest, in probability: they stand apart, behind the axis's end. */
  private static final double COLUMN = 0.012;

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
    Frame frame = Frame.below(question.say("cutOff.axis")).above(question.say("scores.share"));
    for (int i = 0; i < GROUPS.length; i++) {
      frame.key(question.say("scores." + GROUPS[i]), MARKS[i], TONES[i]);
    }
    page.chart(
        new Chart(frame, option(question, tried), HEIGHT, summary, table(question, tried, summary)),
        question.say("table.show"));
  }

  private static Map<String, Object> option(Question question, JsonNode tried) {
    JsonNode bins = tried.required("scores");
    double cutOff = tried.required("cutOff").asDouble();
    double end = end(bins, cutOff);
    JsonNode last = bins.required(bins.size() - 1);
    boolean rest = last.required("lower").asDouble() >= REST && count(last) > 0;
    double max = rest ? end + (GROUPS.length + 1.5) * COLUMN : end;
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.grid(26));
    Map<String, Object> across =
        object(
            "type",
            "value",
            "min",
            0,
            "max",
            max,
            "interval",
            TENTH,
            "axisLabel",
            object(
                "formatter",
                "fn:percent",
                "color",
                "fn:muted",
                "hideOverlap",
                true,
                "showMaxLabel",
                !rest),
            "splitLine",
            object("lineStyle", object("color", "fn:line")));
    option.put("xAxis", across);
    option.put("yAxis", Charts.values("fn:percent"));
    List<Object> series = new ArrayList<>();
    for (int i = 0; i < GROUPS.length; i++) {
      series.add(line(bins, i, end));
    }
    if (rest) {
      series.add(rest(question, bins, end));
    }
    series.add(
        Charts.limit(
            cutOff,
            cutOff / max,
            question.say("waterfall.cut", question.numbers().percent(cutOff, 1))));
    option.put("series", series);
    return option;
  }

  /** Behind the last interval in which somebody lies, and behind the cut-off. */
  private static double end(JsonNode bins, double cutOff) {
    double reached = cutOff;
    for (JsonNode bin : bins) {
      if (count(bin) > 0) {
        reached = Math.max(reached, bin.required("upper").asDouble());
      }
    }
    return Math.min(REST, Math.ceil(reached / TENTH - 1e-9) * TENTH);
  }

  private static double count(JsonNode bin) {
    double count = 0;
    for (String group : GROUPS) {
      count += bin.required(group).asDouble();
    }
    return count;
  }

  private static double share(JsonNode bins, JsonNode bin, String group) {
    double all = 0;
    for (JsonNode each : bins) {
      all += each.required(group).asDouble();
    }
    return all == 0 ? 0 : bin.required(group).asDouble() / all;
  }

  /** Through the middle of each interval, all of which have one width. */
  private static Map<String, Object> line(JsonNode bins, int group, double end) {
    List<Object> points = new ArrayList<>();
    for (JsonNode bin : bins) {
      double lower = bin.required("lower").asDouble();
      if (lower < end - 1e-9) {
        double middle = (lower + bin.required("upper").asDouble()) / 2;
        points.add(array(middle, share(bins, bin, GROUPS[group])));
      }
    }
    Map<String, Object> line = Lines.line(points, TONES[group], DASHES[group]);
    line.put("areaStyle", object("color", TONES[group], "opacity", 0.12));
    return line;
  }

  /** All above the last interval, one bar for each group. */
  private static Map<String, Object> rest(Question question, JsonNode bins, double end) {
    JsonNode bin = bins.required(bins.size() - 1);
    String words = rest(question);
    List<Object> columns = new ArrayList<>();
    for (int i = 0; i < GROUPS.length; i++) {
      double share = share(bins, bin, GROUPS[i]);
      columns.add(
          object(
              "value",
              array(end + (i + 1.5) * COLUMN, share),
              "tip",
              words
                  + "\n"
                  + question.say("scores." + GROUPS[i])
                  + ": "
                  + question.numbers().percent(share, 1),
              "tone",
              TONES[i]));
    }
    return object(
        "type",
        "custom",
        "renderItem",
        "fn:columns",
        "thickness",
        COLUMN,
        "words",
        words,
        "ink",
        "fn:ink",
        "encode",
        object("x", 0, "y", 1),
        "tooltip",
        object("formatter", "fn:tip"),
        "data",
        columns);
  }

  private static String rest(Question question) {
    return "\u2265 " + question.numbers().percent(REST, 0);
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
      double lower = bin.required("lower").asDouble();
      table.row(
          lower >= REST
              ? rest(question)
              : numbers.percents(lower, bin.required("upper").asDouble(), 0),
          cells);
    }
    return table;
  }
}
