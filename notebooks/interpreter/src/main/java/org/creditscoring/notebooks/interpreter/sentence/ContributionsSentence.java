package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit contributions}: every feature's contribution, to sort, search and take away. */
final class ContributionsSentence implements Sentence {
  @Override
  public String word() {
    return "contributions";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    JsonNode explanation = Explanations.of(question, number.get());
    Notice.origin(question, page);
    Numbers numbers = question.numbers();
    JsonNode contributions = explanation.required("contributions");
    page.html()
        .element(
            "p",
            question.say(
                "contributions.intro",
                numbers.number(contributions.size(), 0),
                numbers.signed(explanation.required("baseValue").asDouble()),
                numbers.signed(explanation.required("margin").asDouble())),
            "class",
            "credit-muted");
    Table table =
        new Table(
                question.say("contributions.caption", number.get()),
                question.say("waterfall.feature"),
                question.say("waterfall.value"),
                question.say("waterfall.contribution"),
                question.say("waterfall.points"))
            .searchable(question.say("table.search"));
    for (JsonNode each : contributions) {
      double contribution = each.required("contribution").asDouble();
      double value = each.path("value").isNumber() ? each.path("value").asDouble() : Double.NaN;
      table.row(
          each.required("label").asText(),
          Cell.of(each.required("display").asText(), value),
          Cell.of(numbers.signed(contribution), contribution),
          Cell.of(numbers.change(Points.change(contribution)), Points.change(contribution)));
    }
    page.table(table);
  }
}
