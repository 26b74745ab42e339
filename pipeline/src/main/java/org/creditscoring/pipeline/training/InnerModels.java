package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.evaluation.LogLoss;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.Together;
import org.creditscoring.pipeline.run.TrainingSettings;
import org.creditscoring.pipeline.table.BlockIterator;
import org.creditscoring.pipeline.table.Records;

/**
 * Chooses rounds and features of each fold's model on the other folds alone. For two folds a and o
 * a model is trained on all the rest, at a faster learning rate. It never saw fold o, so what it
 * does on fold a may decide about the model of fold o, and the other way round: one model serves
 * both.
 */
final class InnerModels implements Serializable {
  private static final long serialVersionUID = 1;

  /** Partners of a fold on either side: with five folds, every other one. */
  private static final int REACH = 2;

  /** Models are trained to so many times the usual rounds. */
  private static final int LONGEST = 3;

  /** Steps to the usual rounds; after each the loss is measured. */
  private static final int STEPS = 20;

  /**
   * Slopes at which the loss is measured: a model that is too sure of itself is not a worse one,
   * for it will be calibrated.
   */
  private static final double[] SLOPES = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2};

  /** Standard errors by which other rounds must do better, and a feature harm. */
  private static final int CLEARLY = 3;

  private static final int BLOCK = 4096;

  private final Folds folds;
  private final int[] columns;
  private final Map<Pair, Inner> models;
  private transient Map<Pair, Ensemble> ensembles;
  private transient Map<Cut, Explainer> explainers;

  /** Two folds that a model did not see; {@code low} < {@code high}. */
  private record Pair(int low, int high) implements Serializable {
    static Pair of(int a, int b) {
      return new Pair(Math.min(a, b), Math.max(a, b));
    }

    boolean holds(byte fold) {
      return fold == low || fold == high;
    }

    boolean near(int folds) {
      return Math.min(high - low, folds + low - high) <= REACH;
    }
  }

  /** A model, trained to {@value #LONGEST} times the usual rounds. */
  private record Inner(Boosters booster, int usual) implements Serializable {}

  /** A pair's model after so many steps. */
  private record Cut(Pair pair, int steps) {}

  private InnerModels(Folds folds, int[] columns, Map<Pair, Inner> models) {
    this.folds = folds;
    this.columns = columns;
    this.models = models;
  }

  /** Trains a model for each pair of folds. */
  static InnerModels train(Past past, int[] columns, TrainingSettings settings) {
    int folds = past.folds().count();
    List<Pair> pairs = new ArrayList<>();
    for (int low = 0; low < folds; low++) {
      for (int high = low + 1; high < folds; high++) {
        Pair pair = new Pair(low, high);
        if (pair.near(folds)) {
          pairs.add(pair);
        }
      }
    }
    List<Inner> trained =
        Together.trainings(
            past.clients().sparkSession(),
            settings.workers(),
            pairs,
            pair -> train(past, pair, columns, settings));
    Map<Pair, Inner> models = new LinkedHashMap<>();
    for (int i = 0; i < pairs.size(); i++) {
      models.put(pairs.get(i), trained.get(i));
    }
    return new InnerModels(past.folds(), columns, models);
  }

  private static Inner train(Past past, Pair pair, int[] columns, TrainingSettings settings) {
    Past.FoldFilter others = fold -> !pair.holds(fold);
    BoosterSettings fast =
        settings.booster().forDefaults(past.counts().defaultsIn(others)).faster();
    byte[] json =
        new BoosterTrainer(settings, fast.withRounds(LONGEST * fast.rounds()))
            .train(past.examples(others, columns), columns.length);
    return new Inner(Boosters.of(List.of(json)), fast.rounds());
  }

  /**
   * How far a fold's model is to be trained.
   *
   * @param steps of {@value #STEPS} that make the usual rounds, by fold
   * @param loss mean log-loss there, over the clients of the folds that it was chosen on
   */
  record Choice(int[] steps, double[] loss) {
    /** The rounds of a fold's booster whose usual ones are given. */
    int rounds(int fold, int usual) {
      return InnerModels.rounds(steps[fold], usual);
    }
  }

  private static int rounds(int steps, int usual) {
    return Math.max(1, Math.round((float) usual * steps / STEPS));
  }

  /** A place of the loss surface. */
  private record Spot(int checkpoint, int slope) implements Serializable {
    int place() {
      return checkpoint * SLOPES.length + slope;
    }
  }

  /**
   * Rounds for each fold: the usual ones, but where others did better on the folds that it learns
   * from, and clearly so. A few clients cannot move them, and many can.
   */
  Choice rounds(Past past) {
    int spots = LONGEST * STEPS * SLOPES.length;
    InnerSums loss = sum(past, folds.count() * spots, InnerModels::addLoss);
    Spot[] best = new Spot[folds.count()];
    Spot[] own = new Spot[folds.count()];
    for (int fold = 0; fold < best.length; fold++) {
      best[fold] = least(loss, fold * spots, 0, LONGEST * STEPS);
      own[fold] = least(loss, fold * spots, STEPS - 1, STEPS);
    }
    // Per fold: how many clients, the sum of differences, and that of their squares.
    InnerSums differences =
        sum(
            past,
            folds.count() * 3,
            (models, rows, sums) -> models.addDifferences(rows, new Spot[][] {own, best}, sums));
    int[] steps = new int[folds.count()];
    double[] mean = new double[folds.count()];
    for (int fold = 0; fold < steps.length; fold++) {
      double clients = differences.value(3 * fold);
      double gain = differences.value(3 * fold + 1);
      double variance = differences.value(3 * fold + 2) - gain * gain / clients;
      Spot spot = gain > CLEARLY * Math.sqrt(variance) ? best[fold] : own[fold];
      steps[fold] = spot.checkpoint() + 1;
      mean[fold] = loss.value(fold * spots + spot.place()) / clients;
    }
    return new Choice(steps, mean);
  }

  private static Spot least(InnerSums loss, int start, int from, int to) {
    Spot least = new Spot(from, 0);
    for (int checkpoint = from; checkpoint < to; checkpoint++) {
      for (int slope = 0; slope < SLOPES.length; slope++) {
        Spot spot = new Spot(checkpoint, slope);
        if (loss.sums()[start + spot.place()] < loss.sums()[start + least.place()]) {
          least = spot;
        }
      }
    }
    return least;
  }

  /**
   * The features of each fold, but those that do harm: without what such a one contributes, the
   * log-loss of clients whom the models did not see would clearly be less.
   *
   * @param steps by fold, as chosen
   * @return columns by fold, rising
   */
  List<int[]> columns(Past past, int[] steps) {
    int count = folds.count();
    int width = columns.length;
    // Per fold and feature: the sum of what is lost without it, and that of its squares.
    InnerSums gain =
        sum(
            past,
            2 * count * width,
            (models, clients, sums) -> models.addGain(clients, steps, sums));
    List<int[]> kept = new ArrayList<>();
    for (int fold = 0; fold < count; fold++) {
      int from = 2 * fold * width;
      int[] own =
          IntStream.range(from, from + width)
              .filter(i -> gain.value(i) >= -CLEARLY * Math.sqrt(gain.value(i + width)))
              .map(i -> columns[i - from])
              .toArray();
      kept.add(own);
    }
    return kept;
  }

  /** Adds up what a block of clients says of the models. */
  @FunctionalInterface
  private interface Work extends Serializable {
    void add(InnerModels models, List<ClientValues> clients, InnerSums sums);
  }

  private InnerSums sum(Past past, int length, Work work) {
    Broadcast<InnerModels> everywhere =
        past.clients()
            .sparkSession()
            .sparkContext()
            .broadcast(this, scala.reflect.ClassTag$.MODULE$.apply(InnerModels.class));
    MapPartitionsFunction<ClientValues, InnerSums> perPartition =
        rows -> {
          InnerSums sums = InnerSums.zero(length);
          new BlockIterator<>(
                  rows,
                  BLOCK,
                  block -> {
                    work.add(everywhere.value(), block, sums);
                    return List.<InnerSums>of();
                  })
              .hasNext();
          return List.of(sums).iterator();
        };
    InnerSums all = InnerSums.zero(length);
    past.clients()
        .mapPartitions(perPartition, Records.encoder(InnerSums.class))
        .collectAsList()
        .forEach(all::add);
    everywhere.destroy();
    return all;
  }

  private void addLoss(List<ClientValues> clients, InnerSums sums) {
    forEach(
        clients,
        (client, outer, look) -> {
          int place = outer * LONGEST * STEPS * SLOPES.length;
          for (int checkpoint = 0; checkpoint < look.margins().length; checkpoint++) {
            for (int slope = 0; slope < SLOPES.length; slope++) {
              double margin = look.at(new Spot(checkpoint, slope));
              sums.add(place++, LogLoss.of(margin, client.outcome()));
            }
          }
        });
  }

  private void addDifferences(List<ClientValues> clients, Spot[][] pairs, InnerSums sums) {
    forEach(
        clients,
        (client, outer, look) -> {
          double usual = LogLoss.of(look.at(pairs[0][outer]), client.outcome());
          double gain = usual - LogLoss.of(look.at(pairs[1][outer]), client.outcome());
          sums.add(3 * outer, 1);
          sums.add(3 * outer + 1, gain);
          sums.add(3 * outer + 2, gain * gain);
        });
  }

  /**
   * What a model says of a client whom it did not see.
   *
   * @param base its margin before any tree
   * @param margins after each step
   */
  private record Look(double base, double[] margins) {
    /** The margin with a slope, turned about the base rate. */
    double at(Spot spot) {
      return base + SLOPES[spot.slope()] * (margins[spot.checkpoint()] - base);
    }
  }

  /** Takes what the model for an outer fold says of a client. */
  @FunctionalInterface
  private interface Taker {
    void take(ClientValues client, int outer, Look look);
  }

  private void forEach(List<ClientValues> clients, Taker taker) {
    for (ClientValues client : clients) {
      float[] values = own(client);
      int fold = folds.of(client.id());
      for (int outer : partners(fold)) {
        taker.take(client, outer, look(Pair.of(fold, outer), values));
      }
    }
  }

  private Look look(Pair pair, float[] values) {
    Ensemble ensemble = ensembles().get(pair);
    int usual = models.get(pair).usual();
    double[] margins = new double[LONGEST * STEPS];
    double margin = ensemble.baseMargin();
    int tree = 0;
    for (int i = 0; i < margins.length; i++) {
      for (; tree < rounds(i + 1, usual); tree++) {
        margin += ensemble.trees().get(tree).margin(values, 0);
      }
      margins[i] = margin;
    }
    return new Look(ensemble.baseMargin(), margins);
  }

  private void addGain(List<ClientValues> clients, int[] steps, InnerSums sums) {
    for (int f = 0; f < folds.count(); f++) {
      int fold = f;
      List<ClientValues> members =
          clients.stream().filter(client -> folds.of(client.id()) == fold).toList();
      for (int outer : partners(fold)) {
        Explainer explainer = explainer(Pair.of(fold, outer), steps[outer]);
        addGain(members, explainer, 2 * outer * columns.length, sums);
      }
    }
  }

  private void addGain(List<ClientValues> members, Explainer explainer, int place, InnerSums sums) {
    int width = columns.length;
    float[] values = new float[members.size() * width];
    for (int row = 0; row < members.size(); row++) {
      System.arraycopy(own(members.get(row)), 0, values, row * width, width);
    }
    float[] contributions = new float[values.length];
    double[] margins = new double[members.size()];
    explainer.explain(values, contributions, margins, explainer.workspace());
    for (int row = 0; row < margins.length; row++) {
      int outcome = members.get(row).outcome();
      double loss = LogLoss.of(margins[row], outcome);
      for (int i = 0; i < width; i++) {
        float contribution = contributions[row * width + i];
        if (contribution != 0) {
          double lost = LogLoss.of(margins[row] - contribution, outcome) - loss;
          sums.add(place + i, lost);
          sums.add(place + width + i, lost * lost);
        }
      }
    }
  }

  private float[] own(ClientValues client) {
    float[] values = new float[columns.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = client.values()[columns[i]];
    }
    return values;
  }

  private int[] partners(int fold) {
    return IntStream.range(0, folds.count())
        .filter(other -> other != fold && Pair.of(fold, other).near(folds.count()))
        .toArray();
  }

  private synchronized Explainer explainer(Pair pair, int steps) {
    if (explainers == null) {
      explainers = new HashMap<>();
    }
    int rounds = rounds(steps, models.get(pair).usual());
    return explainers.computeIfAbsent(
        new Cut(pair, steps), cut -> Explainer.of(ensembles().get(pair).first(rounds)));
  }

  /** Read once in a JVM: the tasks of one executor share them. */
  private synchronized Map<Pair, Ensemble> ensembles() {
    if (ensembles == null) {
      Map<Pair, Ensemble> read = new LinkedHashMap<>();
      models.forEach((pair, inner) -> read.put(pair, inner.booster().ensembles().get(0)));
      ensembles = read;
    }
    return ensembles;
  }
}
