package org.creditscoring.serving.whatif;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.decision.Points;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;
import org.creditscoring.model.shap.Explanation;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * A client's score with other values, by the model that scored the client. On the client as he is
 * it is the stored score, up to the rounding of floats.
 *
 * @param values all of them, changed
 * @param adjusted what was changed beyond what was asked for
 * @param margin calibrated log-odds
 * @param probability logistic of the margin
 * @param contributions of the features, in calibrated log-odds
 */
public record Simulation(
    float[] values,
    List<Adjustment> adjusted,
    float margin,
    double probability,
    int points,
    Decision decision,
    float[] contributions) {

  /**
   * @param stored the client's values as they are
   * @param given the values that are asked for, by name
   * @throws WhatIfException if they contradict each other or cannot be simulated
   * @throws IOException if the snapshot's models cannot be read
   */
  public static Simulation of(
      Snapshot snapshot, ClientRecord client, float[] stored, Map<Input, Float> given)
      throws IOException {
    requireKnownFormulas(snapshot);
    ValueRow row = new ValueRow(snapshot, stored);
    Map<String, Float> byName = new LinkedHashMap<>();
    given.forEach((input, value) -> byName.put(input.feature().name(), value));
    List<Adjustment> adjusted = CreditTerms.apply(byName, row);
    row.recompute();
    float[] values = row.values();
    Explanation explanation =
        snapshot
            .models()
            .explainer(client.fold())
            .explain(Arrays.copyOf(values, snapshot.features().featureCount()));
    Calibration calibration = snapshot.models().calibration(client.fold());
    float margin = (float) calibration.margin(explanation.margin());
    double probability = Logistic.of(margin);
    float[] contributions = explanation.contributions().clone();
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = (float) (contributions[i] * calibration.slope());
    }
    return new Simulation(
        values,
        adjusted,
        margin,
        probability,
        Points.of(margin),
        probability >= snapshot.manifest().cutOff() ? Decision.REFUSED : Decision.ACCEPTED,
        contributions);
  }

  /** A row feature of another version would silently keep its old value. */
  private static void requireKnownFormulas(Snapshot snapshot) {
    List<String> known =
        RowFeatures.all().stream().map(RowFeature::feature).map(Feature::name).toList();
    for (Feature feature : snapshot.features().catalogue().features()) {
      if (feature.source().equals(Feature.ROW_SOURCE) && !known.contains(feature.name())) {
        throw new WhatIfException(
            "snapshot %s has the feature %s, which this version of the service cannot compute: what-if needs the version that made it"
                .formatted(snapshot.id(), feature.name()));
      }
    }
  }
}
