package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;

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
      page.html().element("h4", question.say("client.suggestions", prefix.get()));
      Notice.choices(question, page, Notice.suggestions(question, prefix.get()));
      return;
    }
    if (question.client().isBlank()) {
      Notice.say(page, question.say("client.none"));
      page.html().element("h4", question.say("client.examples"));
      Notice.choices(question, page, question.ask("/v1/clients", "limit", "8").required("clients"));
      snapshot(question, page);
      return;
    }
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isPresent()) {
      JsonNode client = question.ask("/v1/clients/" + number.get());
      page.html()
          .open("p", "class", "credit-lead")
          .element("strong", question.say("client.heading", client.required("id").asText()))
          .text(", " + question.say(standing(client)))
          .text(".")
          .close();
      snapshot(question, page);
    }
  }

  private static String standing(JsonNode client) {
    switch (client.path("outcome").asText()) {
      case "REPAID":
        return "client.past.repaid";
      case "DEFAULTED":
        return "client.past.defaulted";
      default:
        return "client.current";
    }
  }

  private static void snapshot(Question question, Page page)
      throws ApiException, InterruptedException {
    JsonNode snapshot = question.ask("/v1/snapshot");
    String created =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(question.language().locale())
            .withZone(ZoneOffset.UTC)
            .format(Instant.parse(snapshot.required("createdAt").asText()));
    String clients = question.numbers().number(snapshot.required("clients").asDouble(), 0);
    page.html()
        .open("p", "class", "credit-muted")
        .text(question.say("client.snapshot", created + " UTC", clients) + " ");
    if (Notice.synthetic(snapshot)) {
      page.html().element("span", question.say("synthetic"), "class", "credit-badge");
    }
    page.html().close();
  }
}
