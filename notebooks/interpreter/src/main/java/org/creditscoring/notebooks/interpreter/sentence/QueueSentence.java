package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Numbers;

/** {@code %credit queue}: the clients nearest to the cut-off, each a click away. */
final class QueueSentence implements Sentence {
  private static final String LIMIT = "12";
  private static final String ANY = "ANY";

  @Override
  public String word() {
    return "queue";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    List<String> query =
        new ArrayList<>(List.of("near", "cut-off", "sort", "distance", "limit", LIMIT));
    String kind = kind(question);
    if (!kind.equals(ANY)) {
      query.addAll(List.of("kind", kind));
    }
    String decision = decision(question);
    if (!decision.equals(ANY)) {
      query.addAll(List.of("decision", decision));
    }
    JsonNode clients = question.ask("/v1/clients", query.toArray(String[]::new));
    Notice.origin(question, page);
    if (clients.required("clients").isEmpty()) {
      Notice.say(page, question.say("queue.nobody"));
      return;
    }
    page.html().element("p", question.say("queue.intro"), "class", "credit-muted");
    page.html().open("ul", "class", "credit-queue");
    for (JsonNode client : clients.required("clients")) {
      entry(question, page, client);
    }
    page.html().close();
  }

  private static String kind(Question question) {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("current", question.say("queue.current"));
    kinds.put("past", question.say("queue.past"));
    kinds.put(ANY, question.say("queue.any"));
    return question.forms().choose("kind", question.say("queue.kind"), kinds, "current");
  }

  private static String decision(Question question) {
    Map<String, String> decisions = new LinkedHashMap<>();
    decisions.put(ANY, question.say("queue.any"));
    decisions.put("ACCEPTED", question.say("accepted"));
    decisions.put("REFUSED", question.say("refused"));
    return question
        .forms()
        .choose("decision", question.say("client.history.decision"), decisions, ANY);
  }

  private static void entry(Question question, Page page, JsonNode client) {
    Numbers numbers = question.numbers();
    String id = client.required("id").asText();
    String decision = Notice.decisionKey(client.required("decision").asText());
    page.html()
        .open("li")
        .element("button", id, "type", "button", "data-credit-client", id)
        .element("span", numbers.percent(client.required("probability").asDouble(), 2))
        .element(
            "span",
            question.say("points.count", numbers.number(client.required("points").asDouble(), 0)))
        .element(
            "span",
            question.say(decision),
            "class",
            decision.equals("accepted") ? "credit-for" : "credit-against")
        .close();
  }
}
