package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit model}: what the model is, what it is for and not for, and what it was made from.
 */
final class ModelSentence implements Sentence {
  private static final int FINGERPRINT = 12;

  @Override
  public String word() {
    return "model";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode card = question.ask("/v1/model/card");
    Notice.origin(question, page);
    Numbers numbers = question.numbers();
    JsonNode provenance = card.required("provenance");
    page.html()
        .element(
            "p",
            question.say(
                "model.lead",
                card.required("modelId").asText(),
                Snapshots.moment(question, card.required("trainedAt").asText()),
                numbers.number(provenance.required("clients").asDouble(), 0),
                numbers.number(provenance.required("defaults").asDouble(), 0),
                numbers.number(card.required("features").size(), 0)),
            "class",
            "credit-lead");
    JsonNode figures = card.required("metrics").required("outOfFold");
    Tiles.open(page);
    for (String name : new String[] {"auc", "gini", "ks", "brier"}) {
      Tiles.write(
          page,
          question.say("model." + name),
          numbers.number(figures.required(name).asDouble(), 3));
    }
    Tiles.write(
        page,
        question.say("model.ece"),
        numbers.number(card.required("calibration").required("ece").asDouble(), 4));
    Tiles.close(page);
    page.html().element("p", question.say("model.outOfFold"), "class", "credit-muted");
    notFor(question, page, card);
    justified(question, page, card);
    page.details(question.say("model.provenance"), inner -> provenance(question, inner, card));
  }

  private static void notFor(Question question, Page page, JsonNode card) {
    JsonNode sentences = card.path("notFor").path(question.language().code());
    if (sentences.isEmpty()) {
      return;
    }
    page.html().element("h3", question.say("model.notFor")).open("ul");
    sentences.forEach(sentence -> page.html().element("li", sentence.asText()));
    page.html().close();
  }

  private static void justified(Question question, Page page, JsonNode card) {
    if (card.path("justified").isEmpty()) {
      return;
    }
    String suffix = question.language() == Language.FR ? "Fr" : "En";
    page.html().element("h3", question.say("model.justified")).open("dl", "class", "credit-facts");
    for (JsonNode feature : card.path("justified")) {
      page.html()
          .element("dt", feature.path("label" + suffix).asText())
          .element("dd", feature.path("reason" + suffix).asText());
    }
    page.html().close();
  }

  private static void provenance(Question question, Page page, JsonNode card) {
    JsonNode provenance = card.required("provenance");
    Table table =
        new Table(
            question.say("model.provenance"),
            question.say("model.what"),
            question.say("describe.value"));
    String fingerprint = provenance.required("dataFingerprint").asText();
    table.row(
        question.say("model.fingerprint"),
        fingerprint.substring(0, Math.min(FINGERPRINT, fingerprint.length())));
    table.row(question.say("model.seed"), provenance.required("seed").asText());
    pairs(table, provenance.path("parameters"));
    pairs(table, provenance.path("versions"));
    JsonNode selection = card.path("selection");
    if (selection.isObject()) {
      table.row(
          question.say("model.selection"),
          String.format(
              Locale.ROOT,
              "%s / %s: %s",
              selection.path("kept").asText(),
              selection.path("candidates").asText(),
              selection.path("rule").path(question.language().code()).asText()));
    }
    page.table(table);
  }

  private static void pairs(Table table, JsonNode object) {
    Iterator<Map.Entry<String, JsonNode>> pairs = object.fields();
    while (pairs.hasNext()) {
      Map.Entry<String, JsonNode> pair = pairs.next();
      table.row(pair.getKey(), pair.getValue().asText());
    }
  }
}
