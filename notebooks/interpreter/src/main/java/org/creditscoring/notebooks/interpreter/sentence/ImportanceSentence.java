package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Chart;
import org.creditscoring.notebooks.interpreter.html.Frame;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit importance [group|feature]}: what matters most over all past clients, and the same
 * for one client beside it.
 */
final class ImportanceSentence implements Sentence {
  private static final int ROW_HEIGHT = 36;
  private static final int AXIS_HEIGHT = 34;

  /** Of the widest bar, for the number beside it. */
  private static final double ROOM = 0.36;

  @Override
  public String word() {
    return "importance";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    String by = question.argument().toLowerCase(Locale.ROOT).startsWith("g") ? "group" : "feature";
    Optional<String> client = question.clientNumber();
    JsonNode items =
        (client.isPresent()
                ? question.ask("/v1/importance", "by", by, "client", client.get())
                : question.ask("/v1/importance", "by", by))
            .required("items");
    Notice.origin(question, page);
    String count = question.numbers().number(items.size(), 0);
    String summary = question.say("importance.summary." + by, count);
    intro(question, page, items, client);
    page.chart(
        new Chart(
            frame(question, client),
            option(question, items, client),
            AXIS_HEIGHT + ROW_HEIGHT * items.size(),
            summary,
            table(question, items, summary, client)),
        question.say("table.show"));
  }

  private static void intro(Question question, Page page, JsonNode items, Optional<String> client) {
    String words =
        client.isPresent()
            ? question.say("importance.intro.client", client.get())
            : question.say("importance.intro");
    boolean directed = false;
    for (JsonNode item : items) {
      directed |= !direction(item).isEmpty();
    }
    page.html()
        .element(
            "p",
            directed ? words + " " + question.say("importance.arrows") : words,
            "class",
            "credit-muted");
  }

  private static Frame frame(Question question, Optional<String> client) {
    if (client.isEmpty()) {
      return Frame.below(question.say("importance.axis"));
    }
    return Frame.below(question.say("importance.axis.client"))
        .key(question.say("importance.all"), Frame.Mark.BAR, "fn:quiet")
        .key(question.say("client.heading", client.get()), Frame.Mark.TWO_BARS, "fn:ink");
  }

  private static Map<String, Object> option(
      Question question, JsonNode items, Optional<String> client) {
    List<Object> labels = new ArrayList<>();
    items.forEach(item -> labels.add(label(question, item)));
    Map<String, Object> option = Charts.chart();
    option.put("grid", Charts.lyingGrid(8));
    option.put("yAxis", Charts.lyingWords(labels));
    option.put("xAxis", values(items, client));
    List<Object> series = new ArrayList<>();
    series.add(portfolio(question, items, client.isPresent()));
    client.ifPresent(id -> series.add(own(question, items)));
    option.put("series", series);
    return option;
  }

  private static Map<String, Object> values(JsonNode items, Optional<String> client) {
    Map<String, Object> values = Charts.values("fn:number");
    if (client.isEmpty()) {
      return values;
    }
    double widest = 0;
    double low = 0;
    double high = 0;
    for (JsonNode item : items) {
      double contribution = item.path("contribution").asDouble();
      widest = Math.max(widest, item.required("meanAbsoluteContribution").asDouble());
      low = Math.min(low, contribution);
      high = Math.max(high, contribution);
    }
    double room = ROOM * Math.max(widest, Math.max(high, -low));
    // A number stands beside each of the client's bars, to the side to which the bar points.
    return Charts.evenly(
        values,
        Math.min(-widest, low < 0 ? low - room : 0),
        Math.max(widest, high > 0 ? high + room : 0));
  }

  /** With a client: from minus to plus the mean, because a client's contribution has a sign. */
  private static Map<String, Object> portfolio(
      Question question, JsonNode items, boolean mirrored) {
    List<Object> bars = new ArrayList<>();
    for (JsonNode item : items) {
      double mean = item.required("meanAbsoluteContribution").asDouble();
      bars.add(
          object(
              "value",
              array(
                  mirrored ? -mean : 0,
                  mean,
                  bars.size(),
                  item.required("low").asDouble(),
                  item.required("high").asDouble()),
              "tip",
              label(question, item) + "\n" + question.numbers().number(mean, 3),
              "tone",
              mirrored ? "fn:quiet" : "fn:for",
              "thread",
              "fn:ink",
              "range",
              !mirrored));
    }
    Map<String, Object> series = bars("fn:bar", bars);
    series.put("thickness", mirrored ? 0.72 : 0.58);
    return series;
  }

  private static Map<String, Object> own(Question question, JsonNode items) {
    List<Object> bars = new ArrayList<>();
    for (JsonNode item : items) {
      double contribution = item.path("contribution").asDouble();
      bars.add(
          object(
              "value",
              array(0, contribution, bars.size()),
              "tip",
              label(question, item) + "\n" + question.numbers().signed(contribution),
              "words",
              question.numbers().signed(contribution),
              "ink",
              "fn:ink",
              "tone",
              contribution > 0 ? "fn:against" : "fn:for"));
    }
    Map<String, Object> series = bars("fn:bar", bars);
    series.put("thickness", 0.36);
    return series;
  }

  private static Map<String, Object> bars(String renderer, List<Object> data) {
    return object(
        "type",
        "custom",
        "renderItem",
        renderer,
        "encode",
        object("x", array(0, 1), "y", 2),
        "tooltip",
        object("formatter", "fn:tip"),
        "data",
        data);
  }

  private static String label(Question question, JsonNode item) {
    String label = item.required("label").asText();
    String direction = direction(item);
    return direction.isEmpty() ? label : label + " " + question.say("importance.sign." + direction);
  }

  /** Which way the risk goes when the value rises; empty where it has no one way. */
  private static String direction(JsonNode item) {
    JsonNode direction = item.path("direction");
    if (!direction.isNumber() || Math.abs(direction.asDouble()) < 0.3) {
      return "";
    }
    return direction.asDouble() > 0 ? "up" : "down";
  }

  private static Table table(
      Question question, JsonNode items, String caption, Optional<String> client) {
    List<String> headings =
        new ArrayList<>(
            List.of(
                question.say("importance.name"),
                question.say("importance.rank"),
                question.say("importance.mean"),
                question.say("importance.range"),
                question.say("importance.direction")));
    client.ifPresent(id -> headings.add(question.say("client.heading", id)));
    Table table = new Table(caption, headings.toArray(String[]::new));
    Numbers numbers = question.numbers();
    for (JsonNode item : items) {
      double rank = item.required("rank").asDouble();
      double mean = item.required("meanAbsoluteContribution").asDouble();
      String direction = direction(item);
      List<Cell> cells = new ArrayList<>();
      cells.add(Cell.of(numbers.number(rank, 0), rank));
      cells.add(Cell.of(numbers.number(mean, 3), mean));
      cells.add(
          Cell.of(
              question.say(
                  "importance.between",
                  numbers.number(item.required("low").asDouble(), 3),
                  numbers.number(item.required("high").asDouble(), 3))));
      cells.add(
          Cell.of(
              direction.isEmpty() ? "\u2013" : question.say("importance.direction." + direction)));
      if (client.isPresent()) {
        double contribution = item.path("contribution").asDouble();
        cells.add(Cell.of(numbers.signed(contribution), contribution));
      }
      table.row(item.required("label").asText(), cells.toArray(Cell[]::new));
    }
    return table;
  }
}
