package org.creditscoring.model.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;

/** Our margins and contributions against XGBoost's own, on boosters trained for the occasion. */
class XgboostAgreementTest {
  private static final double TOLERANCE = 1e-5;
  private static final int ROWS = 200;

  /**
   * How a booster is trained.
   *
   * @param minChildWeight 0 lets leaves of one row grow, whose cover is next to nothing
   * @param gamma high values leave trees of one leaf
   */
  record Training(
      int seed, int rows, int features, int trees, int depth, double minChildWeight, double gamma) {

    Booster booster() throws XGBoostError {
      SyntheticRows synthetic = new SyntheticRows(features);
      DMatrix matrix = TrainedBooster.matrix(synthetic.values(seed, rows), features);
      matrix.setLabel(synthetic.outcomes(seed, rows));
      Map<String, Object> parameters = new HashMap<>();
      parameters.put("objective", "binary:logistic");
      parameters.put("max_depth", depth);
      parameters.put("min_child_weight", minChildWeight);
      parameters.put("gamma", gamma);
      parameters.put("lambda", 1);
      parameters.put("subsample", 0.8);
      parameters.put("seed", seed);
      parameters.put("nthread", 1);
      parameters.put("silent", true);
      return XGBoost.train(matrix, parameters, trees, Map.of(), null, null);
    }

    /** Rows that the booster never saw, and beside them some far outside of what it saw. */
    float[] unseen() {
      float[] values = new SyntheticRows(features).values(seed + rows, ROWS);
      Random random = new Random(seed);
      for (int i = 0; i < values.length / 10; i++) {
        values[random.nextInt(values.length)] =
            new float[] {Float.NaN, -1e30f, 1e30f, 0f, -0f}[random.nextInt(5)];
      }
      return values;
    }
  }

  @Provide
  Arbitrary<Training> trainings() {
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000_000),
            Arbitraries.integers().between(300, 3000),
            Arbitraries.integers().between(1, 40),
            Arbitraries.integers().between(1, 30),
            Arbitraries.integers().between(1, 12),
            Arbitraries.of(0.0, 0.1, 1.0, 20.0),
            Arbitraries.of(0.0, 0.5, 5.0))
        .as(Training::new);
  }

  /** All tables, a mixture, all walks. */
  @Provide
  Arbitrary<Long> tableBytes() {
    return Arbitraries.of(Explainer.DEFAULT_TABLE_BYTES, 50_000L, 0L);
  }

  @Property(tries = 60)
  void marginsAndContributionsAreThoseOfXgboost(
      @ForAll("trainings") Training training, @ForAll("tableBytes") long tableBytes)
      throws XGBoostError, IOException {
    Booster booster = training.booster();
    Explainer explainer = Explainer.of(ensemble(booster), tableBytes);

    Agreement agreement = Agreement.of(explainer, booster, training.unseen());

    assertThat(agreement.contributions()).isLessThanOrEqualTo(TOLERANCE);
    assertThat(agreement.margins()).isLessThanOrEqualTo(TOLERANCE);
  }

  /** The client that no fold knows: explained by the mean of five models. */
  @Example
  void theMeanOfEnsemblesIsTheMeanOfWhatXgboostSaysOfEach() throws XGBoostError, IOException {
    int features = 30;
    List<Ensemble> members = new ArrayList<>();
    float[] values = new SyntheticRows(features).values(500_000, ROWS);
    DMatrix matrix = TrainedBooster.matrix(values, features);
    double[][] expected = new double[ROWS][features + 1];
    double[] expectedMargins = new double[ROWS];
    for (int seed = 0; seed < 5; seed++) {
      Booster booster = new Training(seed * 1000, 3000, features, 60, 6, 5, 0).booster();
      members.add(ensemble(booster));
      float[][] contributions = booster.predictContrib(matrix, 0);
      float[][] margins = booster.predict(matrix, true);
      for (int r = 0; r < ROWS; r++) {
        for (int f = 0; f <= features; f++) {
          expected[r][f] += contributions[r][f] / 5.0;
        }
        expectedMargins[r] += margins[r][0] / 5.0;
      }
    }

    Explainer mean = Explainer.of(Ensemble.mean(members));
    float[] contributions = new float[values.length];
    double[] margins = new double[ROWS];
    mean.explain(values, contributions, margins, mean.workspace());

    for (int r = 0; r < ROWS; r++) {
      assertThat(Math.abs(mean.bias() - expected[r][features])).isLessThanOrEqualTo(TOLERANCE);
      assertThat(Math.abs(margins[r] - expectedMargins[r])).isLessThanOrEqualTo(TOLERANCE);
      for (int f = 0; f < features; f++) {
        assertThat(Math.abs(contributions[r * features + f] - expected[r][f]))
            .as("row %d, feature %d", r, f)
            .isLessThanOrEqualTo(TOLERANCE);
      }
    }
  }

  private static Ensemble ensemble(Booster booster) throws XGBoostError, IOException {
    return XgboostJson.read(new ByteArrayInputStream(booster.toByteArray("json")), "booster");
  }
}
