package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit position}: where the client stands in each of the most important features. */
final class PositionSentence implements Sentence {
  @Override
  public String word() {
    return "position";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    JsonNode positions =
        question.ask("/v1/clients/" + number.get() + "/position").required("positions");
    Notice.origin(question, page);
    page.html().element("p", question.say("position.intro"), "class", "credit-muted");
    page.html().open("ul", "class", "credit-multiples");
    List<String> paths = new ArrayList<>();
    for (JsonNode position : positions) {
      String name = position.required("feature").asText();
      paths.add("/v1/features/" + CreditApi.encode(name) + "/distribution");
    }
    List<JsonNode> distributions = question.askAll(paths, "client", number.get());
    for (int i = 0; i < paths.size(); i++) {
      page.html().open("li");
      multiple(question, page, positions.get(i), distributions.get(i));
      page.html().close();
    }
    page.html().close();
    page.details(
        question.say("table.show"), inner -> inner.table(table(question, positions, number.get())));
  }

  private static void multiple(
      Question question, Page page, JsonNode position, JsonNode distribution) {
    String label = position.required("label").asText();
    page.html()
        .open("h3")
        .element(
            "button",
            label,
            "type",
            "button",
            "class",
            "credit-link",
            "data-credit-feature",
            position.required("feature").asText())
        .close();
    String display = position.required("display").asText();
    String words = standing(question, position);
    new Sparkline(distribution)
        .write(page.html(), question.say("position.alt", label, display, words));
    page.html().open("p").element("strong", display).text(" " + words).close();
  }

  private static String standing(Question question, JsonNode position) {
    JsonNode all = position.path("percentile").path("all");
    return all.isNumber()
        ? question.say("position.higher", question.numbers().rank(all.asDouble()))
        : question.say("position.noRank");
  }

  private static Table table(Question question, JsonNode positions, String number) {
    Table table =
        new Table(
            question.say("position.caption", number),
            question.say("waterfall.feature"),
            question.say("waterfall.value"),
            question.say("position.all"),
            question.say("position.accepted"),
            question.say("position.refused"));
    for (JsonNode position : positions) {
      JsonNode percentile = position.path("percentile");
      double value =
          position.path("value").isNumber() ? position.path("value").asDouble() : Double.NaN;
      table.row(
          position.required("label").asText(),
          Cell.of(position.required("display").asText(), value),
          share(question.numbers(), percentile.path("all")),
          share(question.numbers(), percentile.path("accepted")),
          share(question.numbers(), percentile.path("refused")));
    }
    return table;
  }

  private static Cell share(Numbers numbers, JsonNode percentile) {
    return percentile.isNumber()
        ? Cell.of(numbers.rank(percentile.asDouble()), percentile.asDouble() / 100)
        : Cell.of("\u2013");
  }
}
