package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.junit.jupiter.api.Test;

class OtherSentencesTest extends StubTest {
  @Test
  void importanceDrawsTenFeaturesWithTheirRanges() {
    Drawn drawn = run("importance", "");

    assertThat(drawn.chart().at("/option/yAxis/data")).hasSize(10);
    assertThat(drawn.chart().at("/option/series/0/data/0/value/1").asDouble()).isEqualTo(0.412);
    assertThat(drawn.chart().at("/option/series/0/data/0/value/3").asDouble()).isEqualTo(0.3832);
    assertThat(drawn.words("tbody tr").get(0))
        .isEqualTo("External scores, mean 1 0.412 0.383 to 0.445 a higher value lowers the risk");
    assertThat(service.requests())
        .containsExactly("/v1/importance?by=feature&lang=en", "/v1/snapshot?lang=en");
  }

  @Test
  void describeTellsWhatAFeatureMeans() {
    Drawn drawn = run("describe AGE", "");

    assertThat(drawn.words("dt"))
        .containsExactly(
            "Computed as",
            "Unit",
            "Source",
            "Reason group",
            "Typical value",
            "Missing for",
            "Mean",
            "Can the client act on it",
            "Use");
    assertThat(drawn.words("dd"))
        .contains(
            "days since birth / 365.25",
            "the application itself",
            "43 years",
            "0.0%",
            "43.94",
            "Used with a written reason. Experience of repaying grows with age; checked for fairness by age band.");
    assertThat(drawn.words("tbody tr")).contains("25% 34", "50% 43.1");
  }

  /** Ten ranges from 0 to 1, and Missing; nobody is marked. */
  @Test
  void describeShowsHowAllClientsAreSpread() {
    Drawn drawn = run("describe EXT_SOURCE_MEAN", "", "fr");

    assertThat(drawn.words("dd")).contains("calculée à partir de la demande elle-même");
    assertThat(drawn.page().select(".credit-spread rect")).hasSize(11);
    assertThat(drawn.page().select(".credit-spread polygon")).isEmpty();
    assertThat(drawn.words(".credit-spread span")).hasSize(2);
  }

  @Test
  void theArrowsAreExplainedWhereThereAreAny() {
    assertThat(run("importance", "100002").words(".credit-muted").get(0))
        .contains("↓ a higher value lowers it");
    assertThat(run("importance group", "100002").words(".credit-muted").get(0)).doesNotContain("↓");
  }

  /**
   * The widest grey bar is 0.52 and the client's reaches 1.34; its number stands to the right of
   * it.
   */
  @Test
  void theAxisLeavesRoomForTheNumbersBesideTheBars() {
    Drawn drawn = run("importance group", "100002");

    assertThat(drawn.chart().at("/option/xAxis/max").asDouble()).isEqualTo(2);
    assertThat(drawn.chart().at("/option/xAxis/interval").asDouble()).isEqualTo(0.5);
  }

  @Test
  void describeListsCategoriesAndLeavesOutWhatIsNotThere() {
    Drawn drawn = run("describe ORGANIZATION_TYPE", "", "fr");

    assertThat(drawn.words("dt")).doesNotContain("Unité", "Moyenne");
    assertThat(drawn.words("details tbody tr"))
        .containsExactly("Business entity, type 3 BUSINESS_3", "Self-employed SELF");
    // 2,400 of 37,130.
    assertThat(drawn.words(".credit-columns tbody tr")).contains("School 6,5 %");
    assertThat(drawn.words(".credit-columns caption")).hasSize(1);
  }

  @Test
  void clientSaysWhoItIsAndOnWhichSnapshot() {
    Drawn drawn = run("client", "100002");

    assertThat(drawn.words(".credit-lead"))
        .containsExactly("Client 100002, past client, had payment difficulties.");
    assertThat(drawn.words(".credit-muted").get(0))
        .startsWith("Snapshot of 22 November 2026")
        .contains("34,756 clients.");
    assertThat(drawn.words(".credit-badge")).containsExactly("Synthetic data");
    assertThat(drawn.gui().getForms().get("client").getDisplayName()).isEqualTo("Client");
  }

  @Test
  void clientOffersClientsWhileANumberIsTyped() {
    Drawn drawn = notebook.run("client", Map.of("client", "", "prefix", "1000"));

    assertThat(drawn.page().select("[data-credit-client]").eachAttr("data-credit-client"))
        .containsExactly("100002", "100003", "100004");
    assertThat(drawn.words("button").get(0)).isEqualTo("100002: refused");
    assertThat(service.requests()).containsExactly("/v1/clients?prefix=1000&limit=8&lang=en");
  }

  @Test
  void anEmptyParagraphTeachesTheSentences() {
    Drawn drawn = run("", "");

    assertThat(drawn.code()).isEqualTo(Code.SUCCESS);
    assertThat(drawn.words("dt code"))
        .containsExactly(
            "%credit client",
            "%credit decision",
            "%credit reasons",
            "%credit waterfall",
            "%credit contributions",
            "%credit position",
            "%credit what-if",
            "%credit reviews",
            "%credit queue",
            "%credit distribution",
            "%credit pair",
            "%credit importance",
            "%credit describe",
            "%credit portfolio",
            "%credit cut-off",
            "%credit scores",
            "%credit model",
            "%credit discrimination",
            "%credit calibration",
            "%credit groups");
  }

  @Test
  void aMisspeltSentenceNamesTheClosest() {
    Drawn drawn = run("decison <b>", "100002", "fr");

    assertThat(drawn.code()).isEqualTo(Code.ERROR);
    assertThat(drawn.words())
        .contains("Je ne connais pas « decison ». Vouliez-vous dire « %credit decision » ?");
  }

  @Test
  void completesSentencesAndFeatures() {
    assertThat(notebook.complete("de")).containsExactly("decision", "describe");
    assertThat(notebook.complete("describe ag")).containsExactly("AGE", "OWN_CAR_AGE");
    assertThat(notebook.complete("decision AG")).isEmpty();
  }
}
