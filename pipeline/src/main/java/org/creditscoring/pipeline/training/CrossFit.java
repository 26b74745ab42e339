package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;

/**
 * Fold models, each trained on the other folds, and what each says of the fold that it never saw.
 *
 * @param boosters over all values of a client, features that a fold did not choose unused
 * @param plans by fold
 * @param margins raw, by rising id
 */
record CrossFit(Boosters boosters, List<FoldPlan> plans, List<OutOfFold> margins) {

  /**
   * @param columns places of the candidate features among the values of a client
   * @param width length of the vectors that the boosters read, the candidates being below it
   */
  static CrossFit train(
      Past past, int[] columns, int width, TrainingSettings settings, Stages.Stage stage) {
    BoosterSettings booster = booster(past, settings);
    List<FoldPlan> plans = plans(past, columns, settings, stage);
    List<byte[]> boosters = new ArrayList<>();
    for (int k = 0; k < plans.size(); k++) {
      int fold = k;
      FoldPlan plan = plans.get(k);
      long start = System.nanoTime();
      byte[] json =
          new BoosterTrainer(settings, booster.withRounds(plan.rounds()))
              .train(past.examples(other -> other != fold, plan.columns()));
      boosters.add(BoosterJson.placed(json, plan.columns(), width));
      stage.say(
          String.format(
              Locale.ROOT,
              "fold %d of %d trained in %.1f s: %d features, %,d trees",
              fold + 1,
              plans.size(),
              seconds(start),
              plan.columns().length,
              plan.rounds()));
    }
    Boosters all = Boosters.of(boosters);
    return new CrossFit(all, plans, RawMargins.outOfFold(past.clients(), all, past.folds()));
  }

  /** Parameters of a fold's model, before its rounds are chosen. */
  static BoosterSettings booster(Past past, TrainingSettings settings) {
    int folds = past.folds().count();
    return settings.booster().forDefaults(past.defaults() * (folds - 1) / folds);
  }

  private static List<FoldPlan> plans(
      Past past, int[] columns, TrainingSettings settings, Stages.Stage stage) {
    long start = System.nanoTime();
    InnerModels inner = InnerModels.train(past, columns, settings);
    int[] fast = inner.rounds(past).rounds();
    List<int[]> kept = inner.columns(past, fast);
    BoosterSettings booster = booster(past, settings);
    List<FoldPlan> plans = new ArrayList<>();
    for (int fold = 0; fold < fast.length; fold++) {
      plans.add(new FoldPlan(inner.along(fast[fold], booster), kept.get(fold)));
    }
    stage.say(
        String.format(
            Locale.ROOT,
            "rounds and features chosen inside the training folds in %.1f s: %d of %d features are kept",
            seconds(start),
            FoldPlan.union(plans).length,
            columns.length));
    return plans;
  }

  /** The boosters over the chosen values alone. */
  Boosters over(int[] kept) {
    int[] places = new int[Arrays.stream(kept).max().orElse(0) + 1];
    for (int i = 0; i < kept.length; i++) {
      places[kept[i]] = i;
    }
    List<byte[]> moved = new ArrayList<>();
    for (int fold = 0; fold < boosters.count(); fold++) {
      moved.add(BoosterJson.placed(boosters.json(fold), places, kept.length));
    }
    return Boosters.of(moved);
  }

  private static double seconds(long start) {
    return (System.nanoTime() - start) / 1e9;
  }
}
