package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Cell;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.html.Table;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/**
 * {@code %credit client}: the one client box of a note, who the client is, and which others there
 * are.
 */
final class ClientSentence implements Sentence {
  /** Sent by the report view while the analyst is still typing. */
  private static final String PREFIX = "prefix";

  @Override
  public String word() {
    return "client";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> prefix = question.forms().given(PREFIX).flatMap(ClientNumbers::parse);
    if (prefix.isPresent()) {
      page.html().element("h3", question.say("client.suggestions", prefix.get()));
      Notice.choices(question, page, Notice.suggestions(question, prefix.get()));
      return;
    }
    if (question.client().isBlank()) {
      Notice.say(page, question.say("client.none"));
      page.html().element("h3", question.say("client.examples"));
      Notice.choices(question, page, question.ask("/v1/clients", "limit", "8").required("clients"));
      Snapshots.line(question, page);
      return;
    }
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isPresent()) {
      JsonNode summary = question.ask("/v1/clients/" + number.get() + "/summary");
      page.html()
          .open("p", "class", "credit-lead")
          .element("strong", question.say("client.heading", summary.required("id").asText()))
          .text(", " + question.say(standing(summary)))
          .text(".")
          .close();
      change(question, page, summary);
      application(page, summary);
      missing(question, page, summary);
      history(question, page, number.get());
      Snapshots.line(question, page);
    }
  }

  private static String standing(JsonNode summary) {
    switch (summary.path("outcome").asText()) {
      case "REPAID":
        return "client.past.repaid";
      case "DEFAULTED":
        return "client.past.defaulted";
      default:
        return "client.current";
    }
  }

  private static void application(Page page, JsonNode summary) {
    page.html().open("dl", "class", "credit-sheet");
    for (JsonNode field : summary.path("application")) {
      page.html()
          .open("div")
          .element("dt", field.required("label").asText())
          .element("dd", field.required("display").asText())
          .close();
    }
    page.html().close();
  }

  private static void change(Question question, Page page, JsonNode summary) {
    JsonNode before = summary.path("change");
    if (!before.isObject()) {
      return;
    }
    Numbers numbers = question.numbers();
    String then = before.required("decision").asText();
    String now = summary.required("decision").asText();
    String key = then.equals(now) ? "client.change.same" : "client.change.other";
    page.html()
        .element(
            "p",
            question.say(
                key,
                Snapshots.day(question, before.required("previousSnapshotId").asText()),
                numbers.percent(before.required("probability").asDouble(), 1),
                numbers.percent(summary.required("probability").asDouble(), 1),
                question.say(Notice.decisionKey(then)),
                question.say(Notice.decisionKey(now))));
  }

  private static void missing(Question question, Page page, JsonNode summary) {
    JsonNode missing = summary.path("missing");
    if (missing.isEmpty()) {
      return;
    }
    String count = question.numbers().number(missing.size(), 0);
    String labels =
        StreamSupport.stream(missing.spliterator(), false)
            .map(each -> each.required("label").asText())
            .collect(Collectors.joining(" · "));
    page.details(question.say("client.missing", count), inner -> inner.html().element("p", labels));
  }

  private static void history(Question question, Page page, String number)
      throws ApiException, InterruptedException {
    JsonNode entries = question.ask("/v1/clients/" + number + "/history").required("entries");
    if (entries.size() < 2) {
      return;
    }
    Numbers numbers = question.numbers();
    Table table =
        new Table(
            question.say("client.history", number),
            question.say("client.history.snapshot"),
            question.say("decision.probability"),
            question.say("decision.points"),
            question.say("client.history.decision"),
            question.say("client.history.model"));
    for (JsonNode entry : entries) {
      double probability = entry.required("probability").asDouble();
      double points = entry.required("points").asDouble();
      table.row(
          Snapshots.moment(question, entry.required("createdAt").asText()),
          Cell.of(numbers.percent(probability, 1), probability),
          Cell.of(numbers.number(points, 0), points),
          Cell.of(question.say(Notice.decisionKey(entry.required("decision").asText()))),
          Cell.of(entry.path("modelId").asText()));
    }
    page.details(question.say("client.history", number), inner -> inner.table(table));
  }
}
