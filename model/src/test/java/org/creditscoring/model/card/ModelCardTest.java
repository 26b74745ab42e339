package org.creditscoring.model.card;

import static org.assertj.core.api.Assertions.assertThat;

import org.creditscoring.model.json.Json;
import org.junit.jupiter.api.Test;

class ModelCardTest {
  private static final String OLD =
      """
      {"modelId": "m", "trainedAt": "2026-11-22T12:00:00Z", "synthetic": true, "features": ["A"], "costRatio": 10,
       "folds": [{"slope": 1, "intercept": 0}, {"slope": 1, "intercept": 0}],
       "meanCalibration": {"slope": 1, "intercept": 0}, "metrics": {"outOfFold": {"auc": 0.7}},
       "calibration": {"slope": 1, "intercept": 0, "ece": 0}, "provenance": null EVALUATION}
      """;
  private static final Evaluation.Locked LOCKED =
      new Evaluation.Locked(100, 8, 0.75, 1.01, 0.18, 1.84, 0.02, 0.01, 0.081, 0.08);

  @Test
  void aCardFromBeforeEvaluationsIsRead() {
    ModelCard card = Json.read(OLD.replace("EVALUATION", ""), ModelCard.class);

    assertThat(card.evaluation()).isNull();
    assertThat(card.with(LOCKED)).isEqualTo(card);
  }

  @Test
  void whatAnEvaluationLeavesOutIsEmptyAndWhatItAddsIsIgnored() {
    ModelCard card =
        Json.read(
            OLD.replace(
                "EVALUATION",
                ", \"evaluation\": {\"overall\": {\"auc\": 0.7, \"newer\": 1}, \"newer\": {}}"),
            ModelCard.class);

    assertThat(card.evaluation().overall().auc()).isEqualTo(0.7);
    assertThat(card.evaluation().roc()).isEmpty();
    assertThat(card.evaluation().challenger()).isNull();
  }

  @Test
  void lockedClientsOfAnOldEvaluationHaveNoIntervalOfTheirSlope() {
    ModelCard card =
        Json.read(
            OLD.replace("EVALUATION", ", \"evaluation\": {\"locked\": {\"slope\": 1.02}}"),
            ModelCard.class);

    assertThat(card.evaluation().locked().slope()).isEqualTo(1.02);
    assertThat(card.evaluation().locked().slopeLow()).isNull();
    assertThat(card.evaluation().locked().slopeHigh()).isNull();
  }

  @Test
  void theLockedClientsAreAddedToWhatWasThere() {
    ModelCard card =
        Json.read(
            OLD.replace("EVALUATION", ", \"evaluation\": {\"overall\": {\"auc\": 0.7}}"),
            ModelCard.class);

    ModelCard completed = card.with(LOCKED);

    assertThat(completed.evaluation().locked()).isEqualTo(LOCKED);
    assertThat(completed.evaluation().overall()).isEqualTo(card.evaluation().overall());
    assertThat(Json.read(Json.write(completed), ModelCard.class)).isEqualTo(completed);
  }
}
