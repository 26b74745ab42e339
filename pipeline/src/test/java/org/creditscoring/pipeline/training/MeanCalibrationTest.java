package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.pipeline.evaluation.LogisticLine;
import org.junit.jupiter.api.Test;

/** Clients whose true log-odds are known, and fold models that err each for itself. */
class MeanCalibrationTest {
  private static final int MODELS = 5;
  private static final int CLIENTS = 100_000;
  private static final double ERROR = 0.4;

  private final RandomGenerator random = new SplittableRandom(17);
  private final List<FoldMargins> clients = new ArrayList<>();
  private final byte[] outcomes = new byte[CLIENTS];

  MeanCalibrationTest() {
    for (int i = 0; i < CLIENTS; i++) {
      double truth = -2.8 + random.nextGaussian();
      double[] margins = new double[MODELS];
      Arrays.setAll(margins, model -> 0.3 + 0.9 * truth + ERROR * random.nextGaussian());
      clients.add(new FoldMargins(i, margins));
      outcomes[i] = (byte) (random.nextDouble() < Logistic.of(truth) ? 1 : 0);
    }
  }

  @Test
  void theMeanOfModelsThatErrApartIsCalibratedToo() {
    LogisticLine line = line(client -> client.margins()[client.id() % MODELS]);
    Calibration single = new Calibration(line.slope(), line.intercept());
    Calibration mean = MeanCalibration.of(single, clients);

    LogisticLine ofSingle = line(client -> single.margin(client.mean()));
    LogisticLine ofMean = line(client -> mean.margin(client.mean()));

    assertThat(ofSingle.slope()).isGreaterThan(1.1);
    assertThat(ofMean.slope()).isCloseTo(1, within(0.03));
    assertThat(probability(mean)).isCloseTo(rate(), within(0.002));
  }

  @Test
  void modelsThatAgreeLeaveItAsItIs() {
    Calibration single = new Calibration(0.8, -0.4);
    List<FoldMargins> alike =
        clients.stream()
            .map(
                client -> new FoldMargins(client.id(), new double[] {client.mean(), client.mean()}))
            .toList();

    Calibration mean = MeanCalibration.of(single, alike);

    assertThat(mean.slope()).isCloseTo(0.8, within(1e-9));
    assertThat(mean.intercept()).isCloseTo(-0.4, within(1e-9));
  }

  @Test
  void threeClientsByHand() {
    // Of the two models: variances 2/3 and 8/3, mean 5/3; their means -1.5, 0, 1.5: 3/2. Symmetric
    // about 0, so that one half is the mean probability of both.
    List<FoldMargins> three =
        List.of(
            new FoldMargins(1, new double[] {-1, -2}),
            new FoldMargins(2, new double[] {0, 0}),
            new FoldMargins(3, new double[] {1, 2}));
    List<FoldMargins> many = new ArrayList<>();
    for (int i = 0; i < MeanCalibration.LEAST_CLIENTS; i++) {
      many.addAll(three);
    }

    Calibration mean = MeanCalibration.of(new Calibration(0.9, 0), many);

    assertThat(mean.slope()).isCloseTo(0.9 * (5.0 / 3) / (3.0 / 2), within(1e-12));
    assertThat(mean.intercept()).isCloseTo(0, within(1e-12));
    assertThat(MeanCalibration.of(new Calibration(0.9, 0), three))
        .as("three clients are too few to tell")
        .isEqualTo(new Calibration(0.9, 0));
  }

  @Test
  void clientsWhoAreAllAlikeLeaveItAsItIs() {
    List<FoldMargins> alike =
        Collections.nCopies(CLIENTS, new FoldMargins(1, new double[] {-2, -3}));

    assertThat(MeanCalibration.of(new Calibration(0.9, 0.1), alike))
        .isEqualTo(new Calibration(0.9, 0.1));
  }

  private LogisticLine line(ToDoubleFunction<FoldMargins> margin) {
    return LogisticLine.fit(clients.stream().mapToDouble(margin).toArray(), outcomes);
  }

  private double probability(Calibration calibration) {
    return clients.stream()
        .mapToDouble(client -> Logistic.of(calibration.margin(client.mean())))
        .average()
        .orElseThrow();
  }

  private double rate() {
    double defaults = 0;
    for (byte outcome : outcomes) {
      defaults += outcome;
    }
    return defaults / CLIENTS;
  }
}
