package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReasonsTest extends StubTest {
  @Test
  void aRefusedClientReadsFirstWhatSpeaksAgainst() {
    Drawn drawn = run("reasons", "100002");

    assertThat(drawn.words("h3")).containsExactly("What speaks against", "What speaks for");
    assertThat(drawn.words("ul:nth-of-type(1) li"))
        .containsExactly(
            "The mean of the external scores is low: 0.16, typically 0.53.",
            "Years in the current job are few: 1.7 years, typically 4.5 years.",
            "Age is low: 26 years, typically 43 years.",
            "The age of the car is missing, typically 9 years.");
    assertThat(drawn.words("ul:nth-of-type(2) li"))
        .containsExactly("The credit is 16.5 times the annuity, typically 20.");
  }

  /** The strongest reason weighs 0.93; 0.17 is 18.3 % of it. */
  @Test
  void barsAreAsLongAsTheirWeights() {
    Drawn drawn = run("reasons", "100002");

    assertThat(drawn.page().select("ul:nth-of-type(1) i").eachAttr("style").subList(0, 2))
        .containsExactly("width:100.0%", "width:18.3%");
    assertThat(drawn.page().select(".credit-bar").first().attr("aria-label"))
        .isEqualTo("Weight in log-odds: +0.93");
  }

  @Test
  void anAcceptedClientReadsFirstWhatSpeaksFor() {
    assertThat(run("reasons", "100003", "fr").words("h3"))
        .containsExactly("Ce qui joue pour", "Ce qui joue contre");
  }

  @Test
  void aHostileTextIsOnlyText() {
    Drawn drawn = run("reasons", "100003");

    assertThat(drawn.words("li").get(4))
        .isEqualTo("Document 3 <script>alert('x')</script> & \"co\" was given.");
    assertThat(drawn.page().select("script")).isEmpty();
  }
}
