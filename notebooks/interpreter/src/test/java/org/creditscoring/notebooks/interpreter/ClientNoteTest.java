package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.junit.jupiter.api.Test;

/** The cards of one client beside the decision and its reasons. */
class ClientNoteTest extends StubTest {
  @Test
  void clientTellsWhatChangedAndWhatIsMissing() {
    Drawn drawn = run("client", "100003");

    assertThat(drawn.words())
        .contains(
            "Since the snapshot of 15 November 2026: probability from 9.3% to 2.3%, then refused, now accepted.");
    assertThat(run("client", "100002").words("summary"))
        .containsExactly(
            "What is missing for this client (2)", "Scores of client 100002 over the snapshots");
    assertThat(run("client", "100002").words(".credit-sheet dd")).contains("406,598", "26 years");
  }

  @Test
  void contributionsAreAllThereWithTheNumberBehindTheText() {
    Drawn drawn = run("contributions", "100002", "fr");

    assertThat(drawn.page().select("tbody tr")).hasSize(12);
    assertThat(drawn.words("tbody tr").get(0)).isEqualTo("External scores, mean 0.16 +0,93 −27");
    assertThat(drawn.page().select("tbody tr").get(0).select("td").get(1).attr("data-value"))
        .isEqualTo("0.93");
    assertThat(drawn.page().select(".credit-sort")).hasSize(4);
  }

  @Test
  void positionDrawsAMarkedHistogramPerFeature() {
    Drawn drawn = run("position", "100002");

    assertThat(drawn.page().select("svg")).hasSize(3);
    assertThat(drawn.page().select("svg").get(0).attr("aria-label"))
        .isEqualTo("External scores, mean: 0.16. higher than 3% of clients");
    assertThat(drawn.page().select("svg").get(0).select("rect").get(1).className())
        .isEqualTo("credit-against");
    assertThat(drawn.words("tbody tr"))
        .contains("Age 26 years 7% 5% 12%", "Organisation type Business entity, type 3 – – –");
  }

  @Test
  void whatIfOffersWhatTheClientCanChangeAndAsksForNothingElse() {
    Drawn drawn = run("what-if", "100002");

    assertThat(drawn.gui().getForms())
        .containsOnlyKeys(
            "which",
            "input.AMT_CREDIT",
            "input.AMT_ANNUITY",
            "input.NAME_CONTRACT_TYPE",
            "input.FLAG_DOCUMENT_3");
    assertThat(drawn.words()).contains("Nothing is stored.");
    assertThat(service.bodies()).isEmpty();
  }

  @Test
  void whatIfShowsTheNewDecisionBesideTheOld() {
    Drawn drawn =
        notebook.run(
            "what-if", Map.of("client", "100002", "input.AMT_CREDIT", "200 000", "view", "report"));

    assertThat(service.bodies()).containsExactly("{\"values\":{\"AMT_CREDIT\":200000.0}}");
    assertThat(drawn.words(".credit-lead"))
        .containsExactly(
            "Credit would be accepted instead of refused. From 27.4% (515 points) to 8.1% (557 points).");
    assertThat(drawn.words(".credit-changes li"))
        .containsExactly(
            "Amount of the credit: 406,598 → 200,000",
            "AMT_GOODS_PRICE follows: the price of the goods keeps its share of the credit");
    assertThat(drawn.words("tbody tr").get(0))
        .isEqualTo("Credit as a multiple of the annuity −0.12 −0.81 −0.69");
    assertThat(drawn.words("[role=status]")).hasSize(1);
  }

  @Test
  void anEmptiedFieldIsAMissingValue() {
    notebook.run("what-if", Map.of("client", "100002", "input.AMT_ANNUITY", ""));

    assertThat(service.bodies()).containsExactly("{\"values\":{\"AMT_ANNUITY\":null}}");
  }

  @Test
  void whatCannotBeSimulatedIsSaid() {
    Drawn drawn = notebook.run("what-if", Map.of("client", "100002", "input.AMT_CREDIT", "many"));

    assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
    assertThat(drawn.words("[role=alert]"))
        .containsExactly("This cannot be simulated: HTTP 422: AMT_CREDIT: many is not a number.");
  }

  /** In the official interfaces what was filled in is still there when another client is chosen. */
  @Test
  void whatWasFilledInForAnotherClientIsForgotten() {
    Map<String, Object> kept =
        Map.of("client", "100003", "input.AMT_CREDIT", "200000", "inputs-of", "100002");

    notebook.run("what-if", kept);

    assertThat(service.bodies()).isEmpty();
  }

  @Test
  void reviewsAreListedNewestFirstAndAsText() {
    Drawn drawn = run("reviews", "100002");

    assertThat(drawn.words(".credit-reviews strong"))
        .containsExactly("Overridden: was refused", "Upheld: refused");
    assertThat(drawn.words(".credit-reviews li p").get(0))
        .isEqualTo("Employer <b>confirmed</b> a raise.");
    assertThat(drawn.words(".credit-reviews li p").get(1)).startsWith("ben, 23 November 2026");
    assertThat(service.bodies()).isEmpty();
  }

  @Test
  void aReviewIsRecordedOnceInTheNameOfWhoSentIt() {
    Map<String, Object> sent =
        Map.of(
            "client", "100002",
            "verdict", "UPHELD",
            "reason", " Two defaults elsewhere ",
            "record", "a1",
            "view", "report");

    Drawn first = notebook.run("reviews", sent, "anna");
    notebook.run("reviews", sent, "anna");

    assertThat(first.words("[role=status]")).containsExactly("Recorded.");
    assertThat(first.gui().getParams())
        .containsEntry("verdict", "")
        .containsEntry("reason", "")
        .doesNotContainKey("record");
    assertThat(service.bodies())
        .containsExactly("{\"verdict\":\"UPHELD\",\"reason\":\"Two defaults elsewhere\"}");
    assertThat(service.analysts()).containsOnly("anna");
  }

  @Test
  void aReviewWithoutAReasonIsNotSent() {
    Map<String, Object> sent = new HashMap<>();
    sent.put("client", "100002");
    sent.put("verdict", "UPHELD");
    sent.put("record", "a1");

    Drawn drawn = notebook.run("reviews", sent);

    assertThat(drawn.words("[role=alert]"))
        .containsExactly("Not recorded: choose a verdict and write a reason.");
    assertThat(drawn.gui().getParams()).containsEntry("verdict", "UPHELD");
    assertThat(service.bodies()).isEmpty();
  }

  /** The fields of a run that only reads are no review, even if they are filled in. */
  @Test
  void filledInFieldsAloneRecordNothing() {
    notebook.run("reviews", Map.of("client", "100002", "verdict", "UPHELD", "reason", "because"));

    assertThat(service.bodies()).isEmpty();
  }

  @Test
  void theQueueIsAClickAwayFromEachClient() {
    Drawn drawn = run("queue", "");

    assertThat(drawn.page().select("[data-credit-client]").eachText())
        .isEqualTo(List.of("100004", "100003"));
    assertThat(drawn.words("li").get(0)).isEqualTo("100004 9.12%553 pointsrefused");
    assertThat(service.requests().get(0))
        .isEqualTo("/v1/clients?near=cut-off&sort=distance&limit=12&kind=current&lang=en");
  }

  @Test
  void anEmptyQueueIsSaid() {
    assertThat(notebook.run("queue", Map.of("kind", "past")).words())
        .contains("Nobody answers to this choice.");
  }
}
