package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BoosterSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;

/**
 * A small search: one parameter after the other, its lower and its higher neighbour, moving where
 * the log-loss inside the training folds is less. What is measured for a fold never saw the fold,
 * so that figures out of fold stay honest if every fold would have chosen alike.
 */
public final class ParameterSearch {
  private final Dataset<ClientValues> clients;
  private final int[] columns;
  private final Stages.Stage stage;

  /**
   * @param clients of whom those with an outcome count
   * @param columns places of the features among their values
   */
  public ParameterSearch(Dataset<ClientValues> clients, int[] columns, Stages.Stage stage) {
    this.clients = clients;
    this.columns = columns;
    this.stage = stage;
  }

  /**
   * One set of parameters.
   *
   * @param loss mean log-loss inside the training folds, by the fold that was left out
   */
  public record Point(BoosterSettings booster, double[] loss) {
    public double mean() {
      return Arrays.stream(loss).average().orElseThrow();
    }
  }

  /** Every point in the order in which it was measured; the first is the one of the settings. */
  public record Found(List<Point> points) {
    public Point best() {
      return points.stream().min((a, b) -> Double.compare(a.mean(), b.mean())).orElseThrow();
    }

    /** How many folds would have chosen the best by themselves. */
    public int agreeing() {
      Point best = best();
      return (int)
          IntStream.range(0, best.loss().length)
              .filter(fold -> points.stream().noneMatch(p -> p.loss()[fold] < best.loss()[fold]))
              .count();
    }
  }

  private record Step(
      String name,
      List<Double> factors,
      BiFunction<BoosterSettings, Double, BoosterSettings> apply) {}

  private static final List<Step> STEPS =
      List.of(
          new Step(
              "maxDepth",
              List.of(-1.0, 1.0),
              (b, f) -> b.with("maxDepth", Math.max(1, b.maxDepth() + f))),
          new Step(
              "featuresByTree",
              List.of(0.5, 2.0),
              (b, f) -> b.with("featuresByTree", Math.max(1, Math.floor(b.featuresByTree() * f)))),
          new Step(
              "minChildWeight",
              List.of(0.5, 2.0),
              (b, f) -> b.with("minChildWeight", b.minChildWeight() * f)),
          new Step("lambda", List.of(0.4, 2.5), (b, f) -> b.with("lambda", b.lambda() * f)),
          new Step(
              "subsample",
              List.of(0.75, 1.25),
              (b, f) -> b.with("subsample", Math.min(1, b.subsample() * f))));

  public Found run(TrainingSettings settings) {
    Past past = Past.of(clients, new Folds(settings.folds(), settings.salt()));
    past.requireDefaults(settings.minDefaults());
    stage.rows(past.count());
    List<Point> points = new ArrayList<>();
    Point best = measure(past, settings, settings.booster());
    points.add(best);
    for (Step step : STEPS) {
      BoosterSettings from = best.booster();
      for (double factor : step.factors()) {
        Point point = measure(past, settings, step.apply().apply(from, factor));
        points.add(point);
        best = point.mean() < best.mean() ? point : best;
      }
    }
    return new Found(points);
  }

  private Point measure(Past past, TrainingSettings settings, BoosterSettings booster) {
    TrainingSettings own = settings.with(booster);
    Point point = new Point(booster, InnerModels.train(past, columns, own).rounds(past).loss());
    stage.say(String.format(Locale.ROOT, "log-loss %.5f  %s", point.mean(), booster.named()));
    return point;
  }
}
