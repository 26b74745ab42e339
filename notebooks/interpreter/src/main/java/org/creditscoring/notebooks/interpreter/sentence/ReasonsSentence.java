package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Html;
import org.creditscoring.notebooks.interpreter.html.Page;

/** {@code %credit reasons}: what speaks against and for the client, in the service's own words. */
final class ReasonsSentence implements Sentence {
  @Override
  public String word() {
    return "reasons";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> number = Notice.clientOr(question, page);
    if (number.isEmpty()) {
      return;
    }
    JsonNode client = question.ask("/v1/clients/" + number.get());
    Notice.origin(question, page);
    JsonNode reasons = client.required("reasons");
    double strongest = 0;
    for (JsonNode reason : reasons) {
      strongest = Math.max(strongest, Math.abs(reason.required("contribution").asDouble()));
    }
    boolean refused = client.required("decision").asText().equals("REFUSED");
    list(question, page.html(), reasons, refused ? "AGAINST" : "FOR", strongest);
    list(question, page.html(), reasons, refused ? "FOR" : "AGAINST", strongest);
  }

  private static void list(
      Question question, Html html, JsonNode reasons, String direction, double strongest) {
    String side = direction.equals("AGAINST") ? "against" : "for";
    html.element("h3", question.say("reasons." + side), "class", "credit-" + side);
    List<JsonNode> mine = new ArrayList<>();
    reasons.forEach(
        reason -> {
          if (reason.required("direction").asText().equals(direction)) {
            mine.add(reason);
          }
        });
    if (mine.isEmpty()) {
      html.element("p", question.say("reasons.none"), "class", "credit-muted");
      return;
    }
    html.open("ul", "class", "credit-reasons");
    for (JsonNode reason : mine) {
      double contribution = reason.required("contribution").asDouble();
      String weight = question.say("reasons.weight", question.numbers().signed(contribution));
      String share = String.format(Locale.ROOT, "%.1f", 100 * Math.abs(contribution) / strongest);
      html.open("li")
          .element("span", reason.required("text").asText())
          .open(
              "span",
              "class",
              "credit-bar credit-" + side,
              "title",
              weight,
              "role",
              "img",
              "aria-label",
              weight)
          .element("i", "", "style", "width:" + share + "%")
          .close()
          .close();
    }
    html.close();
  }
}
