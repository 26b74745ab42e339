package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;
import org.creditscoring.notebooks.interpreter.text.Closest;

/**
 * {@code %credit pair [X Y]}: two of the most important features against each other, all clients as
 * density and a sample of them by decision.
 */
final class PairSentence implements Sentence {
  private static final int NEAREST = 6;

  @Override
  public String word() {
    return "pair";
  }

  @Override
  public void answer(Question question, Page page) throws ApiException, InterruptedException {
    Map<String, String> features = new LinkedHashMap<>();
    Map<String, String> groups = new HashMap<>();
    for (JsonNode feature : question.ask("/v1/pairs/features").required("features")) {
      groups.put(feature.required("name").asText(), feature.path("group").asText());
      features.put(feature.required("name").asText(), feature.required("label").asText());
    }
    if (features.size() < 2) {
      Notice.say(page, question.say("pair.none"));
      return;
    }
    String argument = question.argument().toUpperCase(Locale.ROOT);
    List<String> named = argument.isEmpty() ? List.of() : List.of(argument.split("\\s+"));
    for (String name : named) {
      if (!features.containsKey(name)) {
        unknown(question, page, name, features);
        return;
      }
    }
    String startX = named.isEmpty() ? features.keySet().iterator().next() : named.get(0);
    String startY = named.size() > 1 ? named.get(1) : against(startX, features.keySet(), groups);
    Forms forms = question.forms();
    String x = forms.choose("x", question.say("pair.x"), features, startX);
    String y = forms.choose("y", question.say("pair.y"), features, startY);
    Shade shade = Shade.chosen(question);
    Notice.origin(question, page);
    if (x.equals(y)) {
      Notice.say(page, question.say("pair.same"));
      return;
    }
    draw(question, page, ask(question, x, y), shade);
  }

  /** The most important feature of another reason group: two of one group say almost the same. */
  private static String against(String x, Set<String> features, Map<String, String> groups) {
    List<String> others =
        features.stream().filter(name -> !name.equals(x)).collect(Collectors.toList());
    return others.stream()
        .filter(name -> !groups.get(name).equals(groups.get(x)))
        .findFirst()
        .orElse(others.get(0));
  }

  private static void unknown(
      Question question, Page page, String name, Map<String, String> features) {
    Notice.say(page, question.say("pair.unknown", name));
    page.html().open("ul");
    for (String near : Closest.to(name, features.keySet(), NEAREST)) {
      page.html().open("li").element("code", near).text(" " + features.get(near)).close();
    }
    page.html().close();
  }

  private static JsonNode ask(Question question, String x, String y)
      throws ApiException, InterruptedException {
    Optional<String> client = question.clientNumber();
    return client.isPresent()
        ? question.ask("/v1/pairs", "x", x, "y", y, "client", client.get())
        : question.ask("/v1/pairs", "x", x, "y", y);
  }

  private static void draw(Question question, Page page, JsonNode pair, Shade shade) {
    JsonNode client = pair.path("client");
    page.html()
        .element(
            "p",
            client.isObject()
                ? question.say(
                    "pair.client",
                    client.required("id").asText(),
                    client.required("xDisplay").asText(),
                    client.required("yDisplay").asText())
                : question.say("distribution.noClient"));
    page.chart(new PairChart(question, pair, shade).chart(), question.say("table.show"));
    page.html().element("p", question.say("pair.intro"), "class", "credit-muted");
  }
}
