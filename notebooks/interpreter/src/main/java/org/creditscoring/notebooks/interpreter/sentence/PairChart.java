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

/** Cells shaded by all clients, points of a sample by decision, and a ring for one client. */
final class PairChart {
  private static final int HEIGHT = 520;

  /** Of a cell's width and height. */
  private static final double SPREAD = 0.8;

  /** Multiples of these, less their whole part, fill a square evenly (Roberts 2018). */
  private static final double EVEN_X = 0.7548776662466927;

  private static final double EVEN_Y = 0.5698402909980532;

  private final Question question;
  private final JsonNode pair;
  private final Shade shade;
  private final PairAxis across;
  private final PairAxis up;

  PairChart(Question question, JsonNode pair, Shade shade) {
    this.question = question;
    this.pair = pair;
    this.shade = shade;
    this.across = new PairAxis(pair.required("x"));
    this.up = new PairAxis(pair.required("y"));
  }

  Chart chart() {
    String clients = question.numbers().number(pair.required("total").asDouble(), 0);
    String summary = question.say("pair.summary", across.label(), up.label(), clients);
    return new Chart(frame(), option(), HEIGHT, summary, table(summary));
  }

  private Frame frame() {
    Frame frame =
        Frame.below(across.title(question))
            .above(up.title(question))
            .key(question.say("distribution.accepted"), Frame.Mark.DOT, "fn:for")
            .key(question.say("distribution.refused"), Frame.Mark.TRIANGLE, "fn:against");
    JsonNode client = pair.path("client");
    return client.isObject()
        ? frame.key(
            question.say("client.heading", client.required("id").asText()),
            Frame.Mark.RING,
            "fn:mark")
        : frame;
  }

  private Map<String, Object> option() {
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.grid(10));
    option.put("xAxis", Charts.words(across.labels()));
    option.put("yAxis", Charts.words(up.labels()));
    List<Object> series = new ArrayList<>();
    series.add(cells());
    series.add(points("ACCEPTED", "fn:for", "circle"));
    series.add(points("REFUSED", "fn:against", "triangle"));
    JsonNode client = pair.path("client");
    if (client.isObject()) {
      series.add(client(client));
    }
    option.put("series", series);
    return option;
  }

  private Map<String, Object> cells() {
    double most = 0;
    for (JsonNode cell : pair.required("cells")) {
      double value = shade.of(cell);
      most = Double.isNaN(value) ? most : Math.max(most, value);
    }
    List<Object> data = new ArrayList<>();
    for (JsonNode cell : pair.required("cells")) {
      int x = cell.required("x").asInt();
      int y = cell.required("y").asInt();
      double value = shade.of(cell);
      String words =
          question.say(
              "pair.tip",
              question.numbers().number(cell.required("all").asDouble(), 0),
              Shade.REFUSED.words(question, Shade.REFUSED.of(cell)),
              Shade.DEFAULTED.words(question, Shade.DEFAULTED.of(cell)));
      String place = across.binLabel(x) + " × " + up.binLabel(y);
      data.add(
          object(
              "value",
              array(x, y),
              "dark",
              Math.round(1000 * shade.darkness(value, most)) / 1000.0,
              "tone",
              shade == Shade.CLIENTS ? "fn:other" : "fn:against",
              "tip",
              place + "\n" + words));
    }
    return custom("fn:cell", data);
  }

  private Map<String, Object> points(String decision, String tone, String shape) {
    List<Object> data = new ArrayList<>();
    for (JsonNode point : pair.required("points")) {
      if (point.required("decision").asText().equals(decision)) {
        data.add(
            object("value", spread(point.path("x"), point.path("y"), data.size()), "tone", tone));
      }
    }
    Map<String, Object> series = custom("fn:dot", data);
    series.put("shape", shape);
    series.put("silent", true);
    return series;
  }

  private Map<String, Object> client(JsonNode client) {
    Map<String, Object> mark =
        object(
            "value",
            place(client.path("x"), client.path("y")),
            "tone",
            "fn:mark",
            "halo",
            "fn:ground",
            "tip",
            question.say(
                "pair.client",
                client.required("id").asText(),
                client.required("xDisplay").asText(),
                client.required("yDisplay").asText()));
    Map<String, Object> series = custom("fn:target", List.of(mark));
    series.put("z", 10);
    return series;
  }

  private static Map<String, Object> custom(String renderer, List<Object> data) {
    return object(
        "type",
        "custom",
        "renderItem",
        renderer,
        "encode",
        object("x", 0, "y", 1),
        "tooltip",
        object("formatter", "fn:tip"),
        "data",
        data);
  }

  /** Bins, and how far within them from −0.5 to 0.5. */
  private List<Object> place(JsonNode x, JsonNode y) {
    return array(across.bin(x), up.bin(y), across.within(x, 0), up.within(y, 0));
  }

  /** The same, with points of a category spread evenly over it: they would lie on each other. */
  private List<Object> spread(JsonNode x, JsonNode y, int number) {
    return array(
        across.bin(x),
        up.bin(y),
        across.within(x, SPREAD * (number * EVEN_X % 1 - 0.5)),
        up.within(y, SPREAD * (number * EVEN_Y % 1 - 0.5)));
  }

  private Table table(String caption) {
    Table table =
        new Table(
                caption,
                across.label(),
                up.label(),
                question.say("distribution.count"),
                question.say("shade.REFUSED"),
                question.say("shade.DEFAULTED"))
            .searchable(question.say("table.search"));
    for (JsonNode cell : pair.required("cells")) {
      double all = cell.required("all").asDouble();
      double refused = Shade.REFUSED.of(cell);
      double defaulted = Shade.DEFAULTED.of(cell);
      table.row(
          across.binLabel(cell.required("x").asInt()),
          Cell.of(up.binLabel(cell.required("y").asInt()), cell.required("y").asDouble()),
          Cell.of(question.numbers().number(all, 0), all),
          Cell.of(Shade.REFUSED.words(question, refused), refused),
          Cell.of(Shade.DEFAULTED.words(question, defaulted), defaulted));
    }
    return table;
  }
}
