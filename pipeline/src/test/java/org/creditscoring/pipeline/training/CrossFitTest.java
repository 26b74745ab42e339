package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;
import org.junit.jupiter.api.Test;

class CrossFitTest extends SparkTest {
  private static final int[] COLUMNS = {0, 1, 2};
  private static final TrainingSettings SETTINGS = settings();
  private static final Folds FOLDS = new Folds(SETTINGS.folds(), 1);

  /**
   * What the first fold's clients did, turned round: nothing that scores them, and nothing that
   * chose how it is trained, may notice.
   */
  @Test
  void theModelOfAFoldKnowsNothingOfItsOutcomes() {
    List<ClientValues> clients = clients();
    List<ClientValues> turned = new ArrayList<>();
    for (ClientValues client : clients) {
      byte outcome = (byte) (FOLDS.of(client.id()) == 0 ? 1 - client.outcome() : client.outcome());
      turned.add(new ClientValues(client.id(), outcome, client.values()));
    }

    CrossFit before = train(clients);
    CrossFit after = train(turned);

    assertThat(after.plans().get(0).rounds()).isEqualTo(before.plans().get(0).rounds());
    assertThat(after.plans().get(0).columns()).isEqualTo(before.plans().get(0).columns());
    assertThat(after.boosters().json(0)).isEqualTo(before.boosters().json(0));
    assertThat(after.boosters().json(1)).isNotEqualTo(before.boosters().json(1));
  }

  /** The third value is the same for everyone. */
  @Test
  void aFeatureThatSaysNothingIsLeftOut() {
    CrossFit fit = train(clients());

    assertThat(fit.plans()).allSatisfy(plan -> assertThat(plan.columns()).contains(0));
    assertThat(FoldPlan.union(fit.plans())).doesNotContain(2);
  }

  @Test
  void boostersOverTheKeptFeaturesSayTheSame() {
    CrossFit fit = train(clients());
    int[] kept = FoldPlan.union(fit.plans());
    Boosters small = fit.over(kept);
    ClientValues client = clients().get(5);
    float[] own = new float[kept.length];
    for (int i = 0; i < kept.length; i++) {
      own[i] = client.values()[kept[i]];
    }

    for (int fold = 0; fold < SETTINGS.folds(); fold++) {
      assertThat(small.ensembles().get(fold).margin(own, 0))
          .isEqualTo(fit.boosters().ensembles().get(fold).margin(client.values(), 0));
    }
  }

  /** Every tree may use every feature: with few trees, chance would decide which are seen. */
  private static TrainingSettings settings() {
    TrainingSettings small = SmallSettings.in(Path.of("")).training();
    return small.with(small.booster().with("featuresByTree", 3).withRounds(40));
  }

  private static List<ClientValues> clients() {
    return TestClients.of(1500, 1.5).stream()
        .map(
            client ->
                new ClientValues(
                    client.id(),
                    client.outcome(),
                    new float[] {client.values()[0], client.values()[1], 3}))
        .toList();
  }

  private static CrossFit train(List<ClientValues> clients) {
    Dataset<ClientValues> rows = TestClients.in(spark(), clients);
    Past past = Past.of(rows, FOLDS);
    return new Stages(new PrintStream(PrintStream.nullOutputStream()))
        .run("train", stage -> CrossFit.train(past, COLUMNS, COLUMNS.length, SETTINGS, stage));
  }
}
