package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;

import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Invented clients are called so on every card that speaks of them. */
class OriginTest extends StubTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "client",
        "decision",
        "reasons",
        "waterfall",
        "contributions",
        "position",
        "what-if",
        "reviews",
        "queue",
        "pair",
        "portfolio",
        "cut-off",
        "scores",
        "model",
        "discrimination",
        "calibration",
        "groups",
        "distribution AGE",
        "importance",
        "describe AGE"
      })
  void aCardOnSyntheticDataSaysSo(String sentence) {
    assertThat(run(sentence, "100002").words(".credit-badge")).containsExactly("Synthetic data");
    assertThat(run(sentence, "100002", "fr").words(".credit-badge"))
        .containsExactly("Données synthétiques");
  }

  @ParameterizedTest
  @ValueSource(strings = {"client", "decision", "distribution AGE", "importance"})
  void aCardOnRealDataDoesNot(String sentence) throws Exception {
    service.close();
    service = StubService.onRealData();
    notebook = Notebook.on(service.address(), StubService.TOKEN, folder);

    assertThat(run(sentence, "100002").words(".credit-badge")).isEmpty();
  }

  @Test
  void aCardAboutNobodyDoesNot() {
    assertThat(run("decision", "").words(".credit-badge")).isEmpty();
    assertThat(run("decision", "999999").words(".credit-badge")).isEmpty();
  }
}
