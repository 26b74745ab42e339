package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.evaluation.LogLoss;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BoosterSettings;
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
  private static final int LONGEST = 2;

  /** Places of the loss curve, up to the usual rounds, at which it is measured. */
  private static final int CHECKPOINTS = 20;

  /**
   * Slopes at which the loss is measured: a model that is too sure of itself is not a worse one,
   * for it will be calibrated.
   */
  private static final double[] SLOPES = {0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1, 1.2};

  private static final int BLOCK = 4096;

  private final Folds folds;
  private final int[] columns;
  private final int usual;
  private final int[] checkpoints;
  private final Map<Pair, Boosters> boosters;
  private transient Map<Pair, Ensemble> ensembles;

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

  private InnerModels(Folds folds, int[] columns, int usual, Map<Pair, Boosters> boosters) {
    this.folds = folds;
    this.columns = columns;
    this.usual = usual;
    this.checkpoints = checkpoints(usual);
    this.boosters = boosters;
  }

  /** As far along as so many rounds of these models, in rounds of a booster. */
  int along(int fastRounds, BoosterSettings booster) {
    return Math.max(1, Math.round((float) booster.rounds() * fastRounds / usual));
  }

  /** Trains a model for each pair of folds. */
  static InnerModels train(Past past, int[] columns, TrainingSettings settings) {
    int folds = past.folds().count();
    BoosterSettings fast =
        settings.booster().forDefaults(past.defaults() * (folds - 2) / folds).faster();
    BoosterTrainer trainer = new BoosterTrainer(settings, fast.withRounds(LONGEST * fast.rounds()));
    Map<Pair, Boosters> boosters = new LinkedHashMap<>();
    for (int low = 0; low < folds; low++) {
      for (int high = low + 1; high < folds; high++) {
        Pair pair = new Pair(low, high);
        if (pair.near(folds)) {
          byte[] json = trainer.train(past.examples(fold -> !pair.holds(fold), columns));
          boosters.put(pair, Boosters.of(List.of(json)));
        }
      }
    }
    return new InnerModels(past.folds(), columns, fast.rounds(), boosters);
  }

  /** Even steps up to the longest, the usual rounds among them. */
  private static int[] checkpoints(int usual) {
    int steps = Math.min(CHECKPOINTS, usual);
    return IntStream.rangeClosed(1, LONGEST * steps)
        .map(i -> (int) ((long) i * usual / steps))
        .toArray();
  }

  /**
   * @param rounds of these models, by the fold that they are for
   * @param loss mean log-loss there, over the clients of the folds that it was chosen on
   */
  record Choice(int[] rounds, double[] loss) {}

  /** A place of the loss surface. */
  private record Spot(int checkpoint, int slope) implements Serializable {
    int place() {
      return checkpoint * SLOPES.length + slope;
    }
  }

  /**
   * Rounds for each fold: the usual ones, but where others did better on the folds that it learns
   * from, and by more than chance would have it (one standard error of the difference). So a few
   * clients cannot move them, and many can.
   */
  Choice rounds(Past past) {
    double centre = Logistic.inverse((double) past.defaults() / past.count());
    int spots = checkpoints.length * SLOPES.length;
    InnerSums loss =
        sum(
            past,
            folds.count() * spots,
            (models, rows, sums) -> models.addLoss(rows, centre, sums));
    Spot[] best = new Spot[folds.count()];
    Spot[] own = new Spot[folds.count()];
    int middle = Arrays.binarySearch(checkpoints, usual);
    for (int fold = 0; fold < best.length; fold++) {
      best[fold] = least(loss, fold * spots, 0, checkpoints.length);
      own[fold] = least(loss, fold * spots, middle, middle + 1);
    }
    // Per fold: how many clients, the sum of differences, and that of their squares.
    InnerSums differences =
        sum(
            past,
            folds.count() * 3,
            (models, rows, sums) ->
                models.addDifferences(rows, centre, new Spot[][] {own, best}, sums));
    int[] rounds = new int[folds.count()];
    double[] mean = new double[folds.count()];
    for (int fold = 0; fold < rounds.length; fold++) {
      double clients = differences.value(3 * fold);
      double gain = differences.value(3 * fold + 1);
      double variance = differences.value(3 * fold + 2) - gain * gain / clients;
      Spot spot = gain > Math.sqrt(variance) ? best[fold] : own[fold];
      rounds[fold] = checkpoints[spot.checkpoint()];
      mean[fold] = loss.value(fold * spots + spot.place()) / clients;
    }
    return new Choice(rounds, mean);
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
   * The features of each fold that earn their place. One is left out if, in none of the folds that
   * it was measured on, the log-loss of clients whom the models did not see would be greater
   * without what it contributes.
   *
   * @param rounds by fold, as chosen
   * @return columns by fold, rising; all of them where none earns its place
   */
  List<int[]> columns(Past past, int[] rounds) {
    int count = folds.count();
    InnerSums gain =
        sum(
            past,
            count * count * columns.length,
            (models, clients, sums) -> models.addGain(clients, rounds, sums));
    List<int[]> kept = new ArrayList<>();
    for (int outer = 0; outer < count; outer++) {
      int from = outer * count * columns.length;
      int[] own =
          IntStream.range(0, columns.length)
              .filter(
                  i ->
                      IntStream.range(0, count)
                          .anyMatch(fold -> gain.sums()[from + fold * columns.length + i] > 0))
              .map(i -> columns[i])
              .toArray();
      kept.add(own.length == 0 ? columns.clone() : own);
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

  private void addLoss(List<ClientValues> clients, double centre, InnerSums sums) {
    forEach(
        clients,
        (client, outer, margins) -> {
          int place = outer * checkpoints.length * SLOPES.length;
          for (double margin : margins) {
            for (double slope : SLOPES) {
              double calibrated = centre + slope * (margin - centre);
              sums.add(place++, LogLoss.of(calibrated, client.outcome()));
            }
          }
        });
  }

  private void addDifferences(
      List<ClientValues> clients, double centre, Spot[][] pairs, InnerSums sums) {
    forEach(
        clients,
        (client, outer, margins) -> {
          double[] loss = new double[pairs.length];
          for (int i = 0; i < loss.length; i++) {
            Spot spot = pairs[i][outer];
            double slope = SLOPES[spot.slope()];
            double calibrated = centre + slope * (margins[spot.checkpoint()] - centre);
            loss[i] = LogLoss.of(calibrated, client.outcome());
          }
          double gain = loss[0] - loss[1];
          sums.add(3 * outer, 1);
          sums.add(3 * outer + 1, gain);
          sums.add(3 * outer + 2, gain * gain);
        });
  }

  /** What the model for an outer fold says of a client whom it did not see, round by round. */
  @FunctionalInterface
  private interface Look {
    void at(ClientValues client, int outer, double[] margins);
  }

  private void forEach(List<ClientValues> clients, Look look) {
    for (ClientValues client : clients) {
      float[] values = own(client);
      int fold = folds.of(client.id());
      for (int outer : partners(fold)) {
        look.at(client, outer, margins(ensembles().get(Pair.of(fold, outer)), values));
      }
    }
  }

  private double[] margins(Ensemble ensemble, float[] values) {
    double[] margins = new double[checkpoints.length];
    double margin = ensemble.baseMargin();
    int tree = 0;
    for (int i = 0; i < margins.length; i++) {
      for (; tree < checkpoints[i]; tree++) {
        margin += ensemble.trees().get(tree).margin(values, 0);
      }
      margins[i] = margin;
    }
    return margins;
  }

  private void addGain(List<ClientValues> clients, int[] rounds, InnerSums sums) {
    for (int f = 0; f < folds.count(); f++) {
      int fold = f;
      List<ClientValues> members =
          clients.stream().filter(client -> folds.of(client.id()) == fold).toList();
      for (int outer : partners(fold)) {
        Ensemble ensemble = ensembles().get(Pair.of(fold, outer)).first(rounds[outer]);
        addGain(members, ensemble, (outer * folds.count() + fold) * columns.length, sums);
      }
    }
  }

  private void addGain(List<ClientValues> members, Ensemble ensemble, int place, InnerSums sums) {
    int width = columns.length;
    float[] values = new float[members.size() * width];
    for (int row = 0; row < members.size(); row++) {
      System.arraycopy(own(members.get(row)), 0, values, row * width, width);
    }
    float[] contributions = new float[values.length];
    double[] margins = new double[members.size()];
    Explainer explainer = Explainer.of(ensemble);
    explainer.explain(values, contributions, margins, explainer.workspace());
    for (int row = 0; row < margins.length; row++) {
      int outcome = members.get(row).outcome();
      double loss = LogLoss.of(margins[row], outcome);
      for (int i = 0; i < width; i++) {
        float contribution = contributions[row * width + i];
        if (contribution != 0) {
          sums.add(place + i, LogLoss.of(margins[row] - contribution, outcome) - loss);
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

  /** Read once in a JVM: the tasks of one executor share them. */
  private synchronized Map<Pair, Ensemble> ensembles() {
    if (ensembles == null) {
      Map<Pair, Ensemble> read = new LinkedHashMap<>();
      boosters.forEach((pair, booster) -> read.put(pair, booster.ensembles().get(0)));
      ensembles = read;
    }
    return ensembles;
  }
}
