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
            "Source table",
            "Reason group",
            "Typical value",
            "Missing for",
            "Mean",
            "Can the client act on it",
            "Use");
    assertThat(drawn.words("dd"))
        .contains(
            "days since birth / 365.25",
            "43 years",
            "0.0%",
            "43.94",
            "Used with a written reason. Experience of repaying grows with age; checked for fairness by age band.");
    assertThat(drawn.words("tbody tr")).contains("25% 34", "50% 43.1");
  }

  @Test
  void describeListsCategoriesAndLeavesOutWhatIsNotThere() {
    Drawn drawn = run("describe ORGANIZATION_TYPE", "", "fr");

    assertThat(drawn.words("dt")).doesNotContain("Unité", "Moyenne");
    assertThat(drawn.words("details tbody tr"))
        .containsExactly("Business entity, type 3 BUSINESS_3", "Self-employed SELF");
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
