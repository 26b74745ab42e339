package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.apache.zeppelin.interpreter.InterpreterResultMessage;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several cards of a page, asked by one run. */
class CardsTest extends StubTest {
  private static final String THREE =
      "[{\"id\": \"card-1\", \"sentence\": \"decision\"},"
          + "{\"id\": \"card-2\", \"sentence\": \"waterfall\", \"fields\": {\"axis\": \"POINTS\"}},"
          + "{\"id\": \"card-3\", \"sentence\": \"nonsense\"}]";

  private Drawn run(String cards) {
    return notebook.run(
        "client", Map.of("client", "100003", "lang", "fr", "view", "report", "cards", cards));
  }

  @Test
  void eachIsAnsweredInItsPlaceWithItsOwnFields() {
    List<InterpreterResultMessage> parts = run(THREE).result().message();

    assertThat(parts).hasSize(3);
    Document decision = Jsoup.parse(parts.get(0).getData());
    assertThat(decision.select(".credit").attr("data-client")).isEqualTo("100003");
    assertThat(decision.text()).contains("Crédit accordé au client 100003.");
    Document waterfall = Jsoup.parse(parts.get(1).getData());
    assertThat(waterfall.select(".credit-chart").attr("id")).isEqualTo("credit-card-2-1");
    assertThat(waterfall.select(".credit-below").get(0).wholeText())
        .isEqualTo("Points\u00a0: plus sûr vers la gauche");
  }

  @Test
  void oneThatFailsSaysSoAndTheOthersStand() {
    Drawn drawn = run(THREE);

    assertThat(drawn.code()).isEqualTo(InterpreterResult.Code.SUCCESS);
    List<InterpreterResultMessage> parts = drawn.result().message();
    assertThat(Jsoup.parse(parts.get(2).getData()).select(".credit-fields").attr("data-form"))
        .contains("\"failed\":true");
    assertThat(Jsoup.parse(parts.get(0).getData()).select(".credit-fields").attr("data-form"))
        .contains("\"failed\":false");
  }

  @Test
  void whatSeveralCardsAskIsAskedOnce() {
    run(
        "[{\"id\": \"card-1\", \"sentence\": \"waterfall\"},"
            + "{\"id\": \"card-2\", \"sentence\": \"contributions\"},"
            + "{\"id\": \"card-3\", \"sentence\": \"decision\"}]");

    assertThat(service.requests())
        .containsExactlyInAnyOrder(
            "/v1/clients/100003/explanation?detail=full&lang=fr",
            "/v1/clients/100003/summary?lang=fr",
            "/v1/snapshot?lang=fr");
  }

  @Test
  void theListIsNotKeptWithTheParagraph() {
    assertThat(run(THREE).gui().getParams()).doesNotContainKey("cards").containsKey("client");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "decision, reasons",
        "null",
        "[null]",
        "[{\"sentence\": \"decision\"}]",
        "[{\"id\": \"card-1\\nERROR\", \"sentence\": \"decision\"}]"
      })
  void whatIsNoListOfCardsIsRefused(String cards) {
    Drawn drawn = run(cards);

    assertThat(drawn.code()).isEqualTo(InterpreterResult.Code.ERROR);
    assertThat(drawn.source()).contains("This card failed, which is our fault.");
  }
}
