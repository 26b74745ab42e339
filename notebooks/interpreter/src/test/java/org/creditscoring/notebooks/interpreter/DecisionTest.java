package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionTest extends StubTest {
  @Test
  void aRefusedClientIsToldInOneSentenceAndFiveFigures() {
    Drawn drawn = run("decision", "100002");

    assertThat(drawn.words(".credit-lead"))
        .containsExactly(
            "Credit refused for client 100002. The estimated probability of early payment"
                + " difficulty is 27.4%, at or above the cut-off of 9.1%. Safer than 4% of past clients.");
    assertThat(drawn.words("dt"))
        .containsExactly("Probability", "Points", "Safer than", "Over the folds", "Observed alike");
    assertThat(drawn.words("dd")).containsExactly("27.4%", "515", "4%", "24.1–31.2%", "26.8%");
    assertThat(drawn.words())
        .contains(
            "Of 1,234 past clients with a probability from 25.0% to 30.0%, 26.8% had payment difficulties.");
  }

  @Test
  void anAcceptedClientReadsFrench() {
    Drawn drawn = run("decision", "100003", "fr");

    assertThat(drawn.words("strong")).containsExactly("Crédit accordé au client 100003.");
    assertThat(drawn.words("dd").subList(0, 3)).containsExactly("2,3 %", "595", "72 %");
    assertThat(service.requests())
        .containsOnly("/v1/clients/100003/summary?lang=fr", "/v1/snapshot?lang=fr");
  }

  /** 0.09121 and 0.09091 would both read 9.1%, as if the client stood on the cut-off. */
  @Test
  void aProbabilityNextToTheCutOffIsShownWithEnoughDecimals() {
    Drawn drawn = run("decision", "100004");

    assertThat(drawn.words("dd").subList(0, 3)).containsExactly("9.12%", "553", "30%");
    assertThat(drawn.words(".credit-cut")).containsExactly("cut-off 9.09% · 554 points");
  }

  /**
   * The line runs from 480 to 640 points. Log-odds of -0.974 are 600 - 28.854 (-0.974 + 3.912) =
   * 515.23 points, 35.23 from its left end; the cut-off's -2.3026 are 553.56 points.
   */
  @Test
  void theScaleMarksTheClientAndTheCutOff() {
    Drawn drawn = run("decision", "100002");

    assertThat(drawn.page().select(".credit-here").attr("style")).isEqualTo("left:22.02%");
    assertThat(drawn.page().select(".credit-cut").attr("style")).isEqualTo("left:45.98%");
    assertThat(drawn.words(".credit-here")).containsExactly("27.4% · 515 points");
    assertThat(drawn.page().select(".credit-scale").attr("aria-label"))
        .isEqualTo(
            "Scale of points, safer to the right: client 100002 stands at 515 points, the cut-off at 554.");
  }

  /** 24.1 % is 520.2 points, 31.2 % is 509.9: 18.71 % to 25.14 % of the line. */
  @Test
  void theRangeOverTheFoldsLiesOnTheScale() {
    assertThat(run("decision", "100002").page().select(".credit-range").attr("style"))
        .isEqualTo("left:18.71%;width:6.43%");
  }
}
