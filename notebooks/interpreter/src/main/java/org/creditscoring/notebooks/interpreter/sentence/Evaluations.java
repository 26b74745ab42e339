package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;

/** The evaluation in a model's card. */
final class Evaluations {
  private Evaluations() {}

  /** The card's evaluation; where an older model has none, the page says so and it is null. */
  static JsonNode of(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode evaluation = question.ask("/v1/model/card").path("evaluation");
    Notice.origin(question, page);
    if (!evaluation.isObject()) {
      Notice.say(page, question.say("model.noEvaluation"));
      return null;
    }
    return evaluation;
  }

  /** One row per fold and one over all, of the figures named. */
  static Table byFold(Question question, JsonNode evaluation, String caption, String... figures) {
    String[] headings = new String[figures.length + 3];
    headings[0] = question.say("model.fold");
    headings[1] = question.say("model.clients");
    headings[2] = question.say("model.defaults");
    for (int i = 0; i < figures.length; i++) {
      headings[i + 3] = question.say("model." + figures[i]);
    }
    Table table = new Table(caption, headings);
    for (JsonNode fold : evaluation.path("folds")) {
      row(
          question,
          table,
          question.say("model.fold.number", fold.path("fold").asText()),
          fold,
          figures);
    }
    if (evaluation.path("overall").isObject()) {
      row(question, table, question.say("model.overall"), evaluation.path("overall"), figures);
    }
    return table;
  }

  private static void row(
      Question question, Table table, String name, JsonNode fold, String... figures) {
    Cell[] cells = new Cell[figures.length + 2];
    cells[0] = cell(question, fold.path("clients"), 0);
    cells[1] = cell(question, fold.path("defaults"), 0);
    for (int i = 0; i < figures.length; i++) {
      cells[i + 2] = cell(question, fold.path(figures[i]), 3);
    }
    table.row(name, cells);
  }

  static Cell cell(Question question, JsonNode number, int decimals) {
    return number.isNumber()
        ? Cell.of(question.numbers().number(number.asDouble(), decimals), number.asDouble())
        : Cell.of("\u2013");
  }

  static Cell share(Question question, JsonNode share) {
    return share.isNumber()
        ? Cell.of(question.numbers().percent(share.asDouble(), 1), share.asDouble())
        : Cell.of("\u2013");
  }
}
