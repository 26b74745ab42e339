package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.Together;
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
    List<FoldPlan> plans = plans(past, columns, settings, stage);
    List<byte[]> boosters =
        Together.trainings(
            past.clients().sparkSession(),
            settings.workers(),
            IntStream.range(0, plans.size()).boxed().toList(),
            fold -> {
              FoldPlan plan = plans.get(fold);
              long start = System.nanoTime();
              byte[] json = train(past, fold, plan, settings);
              stage.say(
                  String.format(
                      Locale.ROOT,
                      "fold %d of %d trained in %.1f s: %d features, %,d trees",
                      fold + 1,
                      plans.size(),
                      seconds(start),
                      plan.columns().length,
                      plan.rounds()));
              return BoosterJson.placed(json, plan.columns(), width);
            });
    Boosters all = Boosters.of(boosters);
    return new CrossFit(all, plans, RawMargins.outOfFold(past.clients(), all, past.folds()));
  }

  private static byte[] train(Past past, int fold, FoldPlan plan, TrainingSettings settings) {
    return new BoosterTrainer(settings, booster(past, fold, settings).withRounds(plan.rounds()))
        .train(past.examples(other -> other != fold, plan.columns()), plan.columns().length);
  }

  /** Parameters of a fold's model, with the usual rounds. */
  private static BoosterSettings booster(Past past, int fold, TrainingSettings settings) {
    return settings.booster().forDefaults(past.counts().defaultsIn(other -> other != fold));
  }

  private static List<FoldPlan> plans(
      Past past, int[] columns, TrainingSettings settings, Stages.Stage stage) {
    long start = System.nanoTime();
    InnerModels inner = InnerModels.train(past, columns, settings);
    InnerModels.Choice choice = inner.rounds(past);
    List<int[]> kept = inner.columns(past, choice.steps());
    List<FoldPlan> plans = new ArrayList<>();
    for (int fold = 0; fold < kept.size(); fold++) {
      int usual = booster(past, fold, settings).rounds();
      plans.add(new FoldPlan(choice.rounds(fold, usual), kept.get(fold)));
    }
    stage.say(
        String.format(
            Locale.ROOT,
            "rounds and features chosen inside the training folds in %.1f s",
            seconds(start)));
    return plans;
  }

  /**
   * How the fold models' margins become probabilities.
   *
   * @param clients of whom those without an outcome tell how much less spread the mean is
   * @throws org.creditscoring.pipeline.run.BadDataException if what was learned does not rank
   */
  Calibrations calibrations(Dataset<ClientValues> clients, TrainingSettings settings) {
    List<FoldMargins> unseen = RawMargins.byFold(Past.unknown(clients), boosters);
    return Calibrations.fit(margins, unseen, settings.folds(), settings.minSlope());
  }

  /** Places of the features that one of the fold models uses, rising. */
  int[] used() {
    return boosters.ensembles().stream()
        .flatMap(ensemble -> ensemble.trees().stream())
        .flatMapToInt(
            tree ->
                IntStream.range(0, tree.size())
                    .filter(node -> !tree.isLeaf(node))
                    .map(tree::feature))
        .distinct()
        .sorted()
        .toArray();
  }

  /** The boosters over the chosen values alone. */
  Boosters over(int[] kept) {
    // A leaf names some feature too, and any place will do for it.
    int[] places = new int[boosters.ensembles().get(0).numFeatures()];
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
