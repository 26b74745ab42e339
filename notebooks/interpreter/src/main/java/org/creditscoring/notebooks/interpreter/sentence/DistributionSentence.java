package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.api.CreditApi;
import org.creditscoring.notebooks.interpreter.html.Page;

/**
 * {@code %credit distribution FEATURE}: where the client stands among all clients, two groups side
 * by side.
 */
final class DistributionSentence implements Sentence {
  private static final String COMPARE = "compare";

  @Override
  public String word() {
    return "distribution";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Optional<String> feature =
        Features.of(question)
            .chosen(page, question.say("distribution.feature"), Features.mostImportant(question));
    if (feature.isEmpty()) {
      return;
    }
    Groups groups = Groups.of(chosenComparison(question));
    String path = "/v1/features/" + CreditApi.encode(feature.get()) + "/distribution";
    Optional<String> client = question.clientNumber();
    JsonNode distribution =
        client.isPresent() ? question.ask(path, "client", client.get()) : question.ask(path);
    Notice.origin(question, page);
    position(question, page, distribution);
    page.chart(
        new DistributionChart(question, distribution, groups).chart(), question.say("table.show"));
    if (EffectChart.known(distribution)) {
      page.html()
          .element("h3", question.say("effect.heading"))
          .element("p", question.say("effect.intro"), "class", "credit-muted");
      page.chart(new EffectChart(question, distribution).chart(), question.say("table.show"));
    }
  }

  private static String chosenComparison(Question question) {
    Map<String, String> choices = new LinkedHashMap<>();
    for (Groups groups : Groups.values()) {
      choices.put(groups.name(), question.say("distribution.compare." + groups));
    }
    return question
        .forms()
        .choose(COMPARE, question.say("distribution.compare"), choices, Groups.DECISION.name());
  }

  private static void position(Question question, Page page, JsonNode distribution) {
    JsonNode client = distribution.path("client");
    if (!client.isObject()) {
      page.html().element("p", question.say("distribution.noClient"), "class", "credit-muted");
      return;
    }
    page.html()
        .open("p")
        .text(
            question.say(
                "distribution.client",
                distribution.required("label").asText(),
                client.required("id").asText(),
                client.required("display").asText()));
    JsonNode percentiles = client.path("percentiles");
    if (percentiles.path("all").isNumber()) {
      page.html()
          .text(
              " "
                  + question.say(
                      "distribution.percentiles",
                      share(question, percentiles, "all"),
                      share(question, percentiles, "accepted"),
                      share(question, percentiles, "refused")));
    }
    page.html().close();
  }

  private static String share(Question question, JsonNode percentiles, String group) {
    JsonNode percentile = percentiles.path(group);
    return percentile.isNumber()
        ? question.numbers().rank(percentile.asDouble())
        : question.say("unknown");
  }
}
