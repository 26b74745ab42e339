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
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit importance [group|feature]}: what matters most over all past clients, and the same
 * for one client beside it.
 */
final class ImportanceSentence implements Sentence {
  private static final int ROW_HEIGHT = 36;
  private static final int AXIS_HEIGHT = 110;

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
    page.html()
        .element(
            "p",
            client.isPresent()
                ? question.say("importance.intro.client", client.get())
                : question.say("importance.intro"),
            "class",
            "credit-muted");
    page.chart(
        new Chart(
            option(question, items, client),
            AXIS_HEIGHT + ROW_HEIGHT * items.size(),
            summary,
            table(question, items, summary, client)),
        question.say("table.show"));
  }

  private static Map<String, Object> option(
      Question question, JsonNode items, Optional<String> client) {
    List<Object> labels = new ArrayList<>();
    items.forEach(item -> labels.add(label(question, item)));
    Map<String, Object> option =
        Charts.chart(
            question.say(client.isPresent() ? "importance.axis.client" : "importance.axis"));
    option.put("grid", Charts.lyingGrid(client.isPresent() ? 34 : 12, 60));
    option.put("yAxis", Charts.lyingWords(labels));
    Map<String, Object> values = Charts.values("fn:number");
    // Room for the words beside the longest bar.
    values.put(
        "boundaryGap", array(client.isPresent() ? "12%" : 0, client.isPresent() ? "12%" : 0));
    option.put("xAxis", values);
    option.put(
        "legend",
        object(
            "show",
            client.isPresent(),
            "top",
            0,
            "left",
            "center",
            "textStyle",
            object("color", "fn:ink")));
    List<Object> series = new ArrayList<>();
    series.add(portfolio(question, items, client.isPresent()));
    client.ifPresent(id -> series.add(own(question, items, id)));
    option.put("series", series);
    return option;
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
    series.put("name", question.say("importance.all"));
    series.put("itemStyle", object("color", mirrored ? "fn:quiet" : "fn:for"));
    series.put("thickness", mirrored ? 0.72 : 0.58);
    return series;
  }

  private static Map<String, Object> own(Question question, JsonNode items, String id) {
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
    series.put("name", question.say("client.heading", id));
    series.put("itemStyle", object("color", "fn:mark"));
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
