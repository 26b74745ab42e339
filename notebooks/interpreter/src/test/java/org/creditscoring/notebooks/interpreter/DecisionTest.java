package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DecisionTest extends StubTest {
  @Test
  void aRefusedClientIsToldInOneSentenceAndFourFigures() {
    Drawn drawn = run("decision", "100002");

    assertThat(drawn.words(".credit-lead"))
        .containsExactly(
            "Credit refused for client 100002. The estimated probability of early payment"
                + " difficulty is 27.4%, at or above the cut-off of 9.1%. Safer than 4% of past clients.");
    assertThat(drawn.words("dt")).containsExactly("Probability", "Cut-off", "Points", "Safer than");
    assertThat(drawn.words("dd")).containsExactly("27.4%", "9.1%", "515", "4%");
    assertThat(drawn.words()).contains("Scored by the fold model that never saw this client.");
  }

  @Test
  void anAcceptedClientReadsFrench() {
    Drawn drawn = run("decision", "100003", "fr");

    assertThat(drawn.words("strong")).containsExactly("Crédit accordé au client 100003.");
    assertThat(drawn.words("dd")).containsExactly("2,3 %", "9,1 %", "595", "72 %");
    assertThat(service.requests())
        .containsOnly("/v1/clients/100003?lang=fr", "/v1/snapshot?lang=fr");
  }

  /** 0.09121 and 0.09091 would both read 9.1%, as if the client stood on the cut-off. */
  @Test
  void aProbabilityNextToTheCutOffIsShownWithEnoughDecimals() {
    Drawn drawn = run("decision", "100004");

    assertThat(drawn.words("dd")).containsExactly("9.12%", "9.09%", "553", "30%");
    assertThat(drawn.words()).contains("Scored by the mean of the fold models.");
  }

  /**
   * The line runs from 60 % (log-odds 0.4055) to 0.6 % (log-odds -5.1100), 5.5154 in all. The
   * client's -0.974 lies 1.3795 from its left end, the cut-off's -2.3026 lies 2.7081.
   */
  @Test
  void theScaleMarksTheClientAndTheCutOff() {
    Drawn drawn = run("decision", "100002");

    assertThat(drawn.page().select(".credit-here").attr("style")).isEqualTo("left:25.01%");
    assertThat(drawn.page().select(".credit-cut").attr("style")).isEqualTo("left:49.10%");
    assertThat(drawn.words(".credit-here")).containsExactly("27.4% · 515 points");
    assertThat(drawn.page().select(".credit-scale").attr("aria-label"))
        .isEqualTo(
            "Scale of probability, safer to the right: client 100002 stands at 27.4%, the cut-off at 9.1%.");
  }
}
