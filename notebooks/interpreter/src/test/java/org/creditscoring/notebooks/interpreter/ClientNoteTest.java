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
  void whatIfFieldsAreFilledInAsTheLanguageWritesNumbers() {
    Drawn drawn = run("what-if", "100002", "fr");

    assertThat(drawn.gui().getForms().get("input.AMT_CREDIT").getDefaultValue())
        .isEqualTo("406597,5");
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
        .containsExactly("This cannot be simulated: HTTP 400: AMT_CREDIT: many is not a number.");
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

  /** What the form of a client that is shown to anna keeps. */
  private String shownForm(String client) {
    Drawn drawn = notebook.run("reviews", Map.of("client", client, "view", "report"));
    return String.valueOf(drawn.gui().getParams().get("form"));
  }

  private static Map<String, Object> review(String form) {
    return Map.of(
        "client", "100002",
        "verdict", "UPHELD",
        "reason", " Two defaults elsewhere ",
        "record", "YES",
        "form", form,
        "view", "report");
  }

  @Test
  void aReviewNamesTheSnapshotThatWasShownAndWhoSentIt() {
    assertThat(run("reviews", "100002", "fr").words())
        .contains(
            "La décision à revoir : refusé, à une probabilité de 27,4 %, dans l’instantané du 22 novembre 2026.");
    String form = shownForm("100002");

    Drawn drawn = notebook.run("reviews", review(form), "anna");

    assertThat(drawn.words("[role=status]")).containsExactly("Recorded.");
    assertThat(drawn.gui().getParams())
        .containsEntry("verdict", "")
        .containsEntry("reason", "")
        .doesNotContainKey("record");
    assertThat(service.bodies())
        .containsExactly(
            "{\"verdict\":\"UPHELD\",\"reason\":\"Two defaults elsewhere\",\"snapshotId\":\"20261122T201500Z-3f9a\"}");
    assertThat(service.analysts()).containsOnly("anna");
  }

  /**
   * Zeppelin may run a paragraph again with the fields of its last run; the service knows the key.
   */
  @Test
  void eachShowingOfTheFormHasOneKey() {
    String form = shownForm("100002");

    notebook.run("reviews", review(form));
    Drawn again = notebook.run("reviews", review(form));
    notebook.run("reviews", review(String.valueOf(again.gui().getParams().get("form"))));

    assertThat(service.keys()).hasSize(3);
    assertThat(service.keys().get(0)).matches("[0-9a-f-]{36}").isEqualTo(service.keys().get(1));
    assertThat(service.keys().get(2)).isNotEqualTo(service.keys().get(0));
  }

  @Test
  void aDecisionThatChangedMeanwhileIsShownAndTheReasonKept() {
    service.answerReviewsWith(409);
    String seen = shownForm("100002").replace("20261122T201500Z-3f9a", "20261121T201500Z-aaaa");

    Drawn drawn = notebook.run("reviews", review(seen));

    assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
    assertThat(drawn.words("[role=alert]"))
        .containsExactly(
            "Not recorded: since you looked, a newer snapshot has changed the decision or the model (you saw 20261121T201500Z-aaaa, now it is 20261122T201500Z-3f9a). Below is the decision as it stands; show the client again to see all of it, then record.");
    assertThat(drawn.words())
        .contains(
            "The decision to review: refused, at a probability of 27.4%, in the snapshot of 22 November 2026.");
    assertThat(drawn.gui().getParams())
        .containsEntry("verdict", "UPHELD")
        .containsEntry("reason", " Two defaults elsewhere ");
    assertThat(String.valueOf(drawn.gui().getParams().get("form")))
        .startsWith("100002 20261122T201500Z-3f9a ");
    Map<String, Object> inFrench = new HashMap<>(review(seen));
    inFrench.put("lang", "fr");
    assertThat(notebook.run("reviews", inFrench).words("[role=alert]").get(0))
        .startsWith("Pas enregistré : depuis que vous avez regardé, un instantané plus récent");
  }

  /**
   * A 503 may come after the review was stored: the same form, and so the same key, is sent again.
   */
  @Test
  void whatWasNotConfirmedIsSentAgainUnderItsKey() {
    service.answerReviewsWith(503);
    String form = shownForm("100002");

    Drawn drawn = notebook.run("reviews", review(form));

    assertThat(drawn.words("[role=alert]").get(0))
        .isEqualTo(
            "The service did not confirm. Your review may or may not be on the record: press Record again, it is recorded once.");
    assertThat(drawn.gui().getParams())
        .containsEntry("verdict", "UPHELD")
        .containsEntry("reason", " Two defaults elsewhere ")
        .containsEntry("form", form);
    service.answerReviewsWith(201);
    notebook.run("reviews", review(form));
    assertThat(service.keys()).hasSize(2);
    assertThat(service.keys().get(0)).isEqualTo(service.keys().get(1));
  }

  /** Its first wording was stored though nobody was told so, and then it was reworded. */
  @Test
  void anotherWordingUnderAUsedKeyIsAddedUnderANewOne() {
    service.answerReviewsWith(422);
    String form = shownForm("100002");

    Drawn drawn = notebook.run("reviews", review(form));

    assertThat(drawn.words("[role=alert]"))
        .containsExactly(
            "Your earlier wording was recorded, this one is not. Press Record again to add this one too.");
    assertThat(drawn.gui().getParams()).containsEntry("reason", " Two defaults elsewhere ");
    service.answerReviewsWith(201);
    notebook.run("reviews", review(String.valueOf(drawn.gui().getParams().get("form"))));
    assertThat(service.keys()).hasSize(2);
    assertThat(service.keys().get(1)).isNotEqualTo(service.keys().get(0));
    service.answerReviewsWith(422);
    Map<String, Object> inFrench = new HashMap<>(review(form));
    inFrench.put("lang", "fr");
    assertThat(notebook.run("reviews", inFrench).words("[role=alert]").get(0))
        .startsWith("Votre texte précédent a été enregistré, celui-ci ne l’est pas.");
  }

  @Test
  void whatWasWrittenIsOfferedAgainThoughTheDecisionCannotBeShown() {
    String form = shownForm("100002");
    service.answerReviewsWith(409);
    service.failForClients();

    Drawn drawn = notebook.run("reviews", review(form));

    assertThat(drawn.code()).isEqualTo(Code.ERROR);
    assertThat(drawn.page().select(".credit-fields").attr("data-form"))
        .contains("\"value\":\" Two defaults elsewhere \"");
    assertThat(drawn.gui().getParams()).containsEntry("form", form);
  }

  @Test
  void aReviewWithoutAReasonIsNotSent() {
    Map<String, Object> sent = new HashMap<>();
    sent.put("client", "100002");
    sent.put("verdict", "UPHELD");
    sent.put("record", "YES");
    sent.put("form", shownForm("100002"));

    Drawn drawn = notebook.run("reviews", sent);

    assertThat(drawn.words("[role=alert]"))
        .containsExactly("Not recorded: choose a verdict and write a reason.");
    assertThat(drawn.gui().getParams()).containsEntry("verdict", "UPHELD");
    assertThat(service.bodies()).isEmpty();
  }

  /** In the official interfaces what was filled in is still there when another client is chosen. */
  @Test
  void whatWasFilledInForAnotherClientIsNotRecordedForThisOne() {
    Map<String, Object> kept = new HashMap<>(review(shownForm("100003")));
    kept.remove("view");

    Drawn drawn = notebook.run("reviews", kept);

    assertThat(drawn.words("[role=alert]"))
        .containsExactly("Not recorded: look at the decision below first, then record.");
    assertThat(drawn.gui().getParams()).containsEntry("verdict", "").containsEntry("reason", "");
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
