package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;

/** A card that has nothing to draw says why and what to do. */
final class Notice {
  private static final int SUGGESTIONS = 8;

  private Notice() {}

  /** An ordinary turn of things, announced politely by a screen reader. */
  static void say(Page page, String... lines) {
    write(page, "credit-notice", "status", lines);
  }

  /** Something is broken. */
  static void fail(Page page, String... lines) {
    write(page, "credit-notice credit-error", "alert", lines);
  }

  /**
   * The chosen client's number; where there is none, the page says so and nothing more is to be
   * written.
   *
   * @return empty after having written the notice
   */
  static Optional<String> clientOr(Question question, Page page) {
    if (question.client().isBlank()) {
      say(page, question.say("client.none"));
      return Optional.empty();
    }
    Optional<String> number = question.clientNumber();
    if (number.isEmpty()) {
      say(page, question.say("client.notNumber", question.client()));
    }
    return number;
  }

  /** Names clients whose numbers begin like the unknown one, trying ever shorter beginnings. */
  static void unknownClient(Question question, Page page, String number)
      throws ApiException, InterruptedException {
    for (int length = number.length(); length > 0; length--) {
      String prefix = number.substring(0, length);
      JsonNode clients = suggestions(question, prefix);
      if (clients.size() > 0) {
        say(page, question.say("client.unknown", number), question.say("client.unknown.hint"));
        choices(question, page, clients);
        return;
      }
    }
    String first = number.substring(0, 1);
    say(
        page,
        question.say("client.unknown", number),
        question.say("client.unknown.noneAlike", first));
  }

  static JsonNode suggestions(Question question, String prefix)
      throws ApiException, InterruptedException {
    return question
        .ask("/v1/clients", "prefix", prefix, "limit", Integer.toString(SUGGESTIONS))
        .required("clients");
  }

  /**
   * Buttons that the report view turns into a choice of client; plain words in the official
   * interfaces.
   */
  static void choices(Question question, Page page, JsonNode clients) {
    page.html().open("ul", "class", "credit-choices");
    for (JsonNode client : clients) {
      String id = client.required("id").asText();
      String decision = question.say(decisionKey(client.required("decision").asText()));
      page.html()
          .open("li")
          .element(
              "button",
              question.say("client.choice", id, decision),
              "type",
              "button",
              "data-credit-client",
              id)
          .close();
    }
    page.html().close();
  }

  /**
   * Heads a card that speaks of clients with where they come from, when they are invented.
   *
   * @throws ApiException when the service does not tell
   */
  static void origin(Question question, Page page) throws ApiException, InterruptedException {
    if (synthetic(question.ask("/v1/snapshot"))) {
      page.html()
          .open("div", "class", "credit-origin")
          .element("span", question.say("synthetic"), "class", "credit-badge")
          .close();
    }
  }

  static boolean synthetic(JsonNode snapshot) {
    return snapshot.path("synthetic").asBoolean();
  }

  /** The message key of a decision's word. */
  static String decisionKey(String decision) {
    return decision.equals("ACCEPTED") ? "accepted" : "refused";
  }

  private static void write(Page page, String style, String role, String... lines) {
    page.html().open("div", "class", style, "role", role);
    for (String line : lines) {
      page.html().element("p", line);
    }
    page.html().close();
  }
}
