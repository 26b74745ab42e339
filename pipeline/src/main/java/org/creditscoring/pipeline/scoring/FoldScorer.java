package org.creditscoring.pipeline.scoring;

import java.util.Arrays;
import java.util.List;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.decision.Score;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.shap.Workspace;
import org.creditscoring.pipeline.feature.ClientValues;

/** Scores and explains clients by one model: that of a fold, or the mean of all. One thread's. */
final class FoldScorer {
  private final byte fold;
  private final Explainer explainer;
  private final Workspace workspace;
  private final Calibration calibration;
  private final Policy policy;

  /** What decides on a margin, the same for every fold. */
  record Policy(CutOff cutOff, ReferencePopulation reference, Reasons reasons) {}

  FoldScorer(int fold, Explainer explainer, Calibration calibration, Policy policy) {
    this.fold = (byte) fold;
    this.explainer = explainer;
    this.workspace = explainer.workspace();
    this.calibration = calibration;
    this.policy = policy;
  }

  List<ScoredClient> score(List<ClientValues> clients) {
    int features = explainer.features();
    float[] values = new float[clients.size() * features];
    for (int i = 0; i < clients.size(); i++) {
      System.arraycopy(clients.get(i).values(), 0, values, i * features, features);
    }
    float[] contributions = new float[values.length];
    double[] margins = new double[clients.size()];
    explainer.explain(values, contributions, margins, workspace);
    ScoredClient[] scored = new ScoredClient[clients.size()];
    for (int i = 0; i < scored.length; i++) {
      float[] own = Arrays.copyOfRange(contributions, i * features, (i + 1) * features);
      scored[i] = scored(clients.get(i), margins[i], own);
    }
    return List.of(scored);
  }

  private ScoredClient scored(ClientValues client, double rawMargin, float[] contributions) {
    for (int i = 0; i < contributions.length; i++) {
      contributions[i] = (float) (contributions[i] * calibration.slope());
    }
    Score score = Score.of(calibration.margin(rawMargin), policy.cutOff(), policy.reference());
    return new ScoredClient(
            client.id(),
            fold,
            client.outcome(),
            score.margin(),
            (float) calibration.margin(explainer.bias()),
            (float) score.probability(),
            score.points(),
            (float) score.percentile(),
            score.decision().name(),
            policy.reasons().choose(contributions, score.decision()),
            client.values(),
            contributions)
        .requireAdditive();
  }
}
