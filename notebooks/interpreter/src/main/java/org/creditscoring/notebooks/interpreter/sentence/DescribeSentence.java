package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;

/** {@code %credit describe FEATURE}: what a feature means, how it is computed and what is usual. */
final class DescribeSentence implements Sentence {
  @Override
  public String word() {
    return "describe";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> name =
        Features.of(question)
            .chosen(page, question.say("distribution.feature"), Features.mostImportant(question));
    if (name.isEmpty()) {
      return;
    }
    JsonNode feature = question.ask("/v1/features/" + CreditApi.encode(name.get()));
    Notice.origin(question, page);
    page.html()
        .element("h3", feature.required("label").asText())
        .element("p", feature.required("description").asText());
    page.html().open("div", "class", "credit-columns").open("div");
    facts(question, page, feature);
    page.html().close().open("div");
    usual(question, page, name.get());
    quantiles(question, page, feature);
    page.html().close().close();
    categories(question, page, feature.path("categories"));
  }

  /**
   * How all clients are spread over a number's ranges; a category's bars would need their names.
   */
  private static void usual(Question question, Page page, String name)
      throws ApiException, InterruptedException {
    JsonNode distribution =
        question.ask("/v1/features/" + CreditApi.encode(name) + "/distribution");
    List<String> ranges = new ArrayList<>();
    for (JsonNode bin : distribution.required("bins")) {
      if (bin.required("kind").asText().equals("range")) {
        ranges.add(bin.required("label").asText());
      }
    }
    if (ranges.isEmpty()) {
      shares(question, page, distribution);
      return;
    }
    String caption =
        question.say(
            "describe.all",
            question.numbers().number(distribution.required("total").asDouble(), 0));
    page.html().element("p", caption, "class", "credit-muted");
    page.html().open("div", "class", "credit-spread");
    new Sparkline(distribution).write(page.html(), caption);
    page.html()
        .open("p", "class", "credit-muted")
        .element("span", ranges.get(0))
        .element("span", ranges.get(ranges.size() - 1))
        .close()
        .close();
  }

  private static void shares(Question question, Page page, JsonNode distribution) {
    double total = distribution.required("total").asDouble();
    Table table =
        new Table(
                question.say("describe.all", question.numbers().number(total, 0)),
                question.say("describe.category"),
                question.say("describe.share"))
            .searchable(question.say("table.search"));
    for (JsonNode bin : distribution.required("bins")) {
      double share = total == 0 ? 0 : bin.required("all").asDouble() / total;
      table.row(
          bin.required("label").asText(), Cell.of(question.numbers().percent(share, 1), share));
    }
    page.table(table);
  }

  private static void facts(Question question, Page page, JsonNode feature) {
    JsonNode statistics = feature.path("statistics");
    page.html().open("dl", "class", "credit-facts");
    fact(question, page, "describe.formula", feature.path("formula").asText());
    fact(question, page, "describe.unit", feature.path("unit").asText());
    fact(
        question,
        page,
        "describe.source",
        question.meaning("source", feature.path("source").asText()));
    fact(question, page, "describe.group", feature.path("groupLabel").asText());
    fact(question, page, "describe.typical", feature.path("typicalDisplay").asText());
    if (statistics.path("missingShare").isNumber()) {
      double missing = statistics.path("missingShare").asDouble();
      fact(question, page, "describe.missing", question.numbers().percent(missing, 1));
    }
    if (statistics.path("mean").isNumber()) {
      double mean = statistics.path("mean").asDouble();
      fact(question, page, "describe.mean", question.numbers().plain(mean));
    }
    String actionable = feature.path("actionable").asBoolean() ? "describe.yes" : "describe.no";
    fact(question, page, "describe.actionable", question.say(actionable));
    String use = question.say("describe.sensitivity." + feature.required("sensitivity").asText());
    String why = feature.path("justification").asText("");
    boolean reasoned = !why.isEmpty() && !feature.path("justification").isNull();
    fact(question, page, "describe.sensitivity", reasoned ? use + ". " + why : use);
    page.html().close();
  }

  /** Nothing is written for what the catalogue leaves open. */
  private static void fact(Question question, Page page, String key, String value) {
    if (!value.isEmpty() && !value.equals("null")) {
      page.html().element("dt", question.say(key)).element("dd", value);
    }
  }

  private static void quantiles(Question question, Page page, JsonNode feature) {
    JsonNode quantiles = feature.path("statistics").path("quantiles");
    if (StreamSupport.stream(quantiles.spliterator(), false).noneMatch(JsonNode::isNumber)) {
      return;
    }
    Table table =
        new Table(
            question.say("describe.quantiles"),
            question.say("describe.quantile"),
            question.say("describe.value"));
    Iterator<Map.Entry<String, JsonNode>> fields = quantiles.fields();
    while (fields.hasNext()) {
      Map.Entry<String, JsonNode> quantile = fields.next();
      if (quantile.getValue().isNumber()) {
        double share = Double.parseDouble(quantile.getKey());
        table.row(
            question.numbers().percent(share, 0),
            question.numbers().plain(quantile.getValue().asDouble()));
      }
    }
    page.table(table);
  }

  private static void categories(Question question, Page page, JsonNode categories) {
    if (categories.isEmpty()) {
      return;
    }
    Table table =
        new Table(
            question.say("describe.categories"),
            question.say("describe.category"),
            question.say("describe.code"));
    for (JsonNode category : categories) {
      table.row(category.required("label").asText(), category.required("code").asText());
    }
    page.details(question.say("describe.categories"), inner -> inner.table(table));
  }
}
