package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.scoring.ScoredClient;

/** Made-up scored clients with a value of every sort. */
final class Population {
  static final double CUT_OFF = 1 / 11.0;

  /** A smooth number, a small whole one, a category, a flag, a number that is never known. */
  static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(
              said(Feature.number("SCORE", Unit.NONE).group(Groups.EXTERNAL_SCORES)),
              said(Feature.number("CHILDREN", Unit.COUNT).group(Groups.AGE)),
              said(category("SCHOOL").group(Groups.EDUCATION)),
              said(Feature.flag("CAR").group(Groups.PROPERTY)),
              said(Feature.number("NEVER", Unit.NONE).group(Groups.PROPERTY))),
          List.of(said(Feature.number("INPUT", Unit.DAYS).group(Groups.AGE))),
          List.of(said(category("GENDER").group(Groups.IDENTITY).forbidden("no", "non"))));

  private Population() {}

  /** Which outcomes there are. */
  enum Of {
    PAST,
    CURRENT,
    BOTH
  }

  /** So many clients, by rising id, in no particular order otherwise. */
  static List<ScoredClient> random(int count, Of of, long seed) {
    Random random = new Random(seed);
    List<ScoredClient> clients = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      boolean past = of == Of.PAST || of == Of.BOTH && random.nextInt(7) > 0;
      float score = random.nextInt(9) == 0 ? Float.NaN : (float) random.nextGaussian();
      float[] values = {
        score,
        random.nextInt(20) == 0 ? Float.NaN : random.nextInt(5),
        random.nextInt(15) == 0 ? Float.NaN : random.nextInt(3),
        random.nextInt(2),
        Float.NaN,
        random.nextFloat() * 1e6f,
        random.nextInt(3)
      };
      float[] contributions = {
        (Float.isNaN(score) ? 0.1f : -score / 3) + random.nextFloat() / 10,
        values[1] / 50 + random.nextFloat() / 20,
        random.nextFloat() / 5,
        values[3] - 0.5f,
        0
      };
      contributions[1] = Float.isNaN(contributions[1]) ? 0 : contributions[1];
      float margin = -2.6f;
      for (float contribution : contributions) {
        margin += contribution;
      }
      clients.add(
          client(
              100_000 + 3 * i,
              past ? random.nextInt(3) : -1,
              past ? random.nextInt(5) / 4 : -1,
              margin,
              values,
              contributions));
    }
    return clients;
  }

  /** Accepted or refused as {@link #CUT_OFF} has it. */
  static ScoredClient client(
      int id, int fold, int outcome, float margin, float[] values, float[] contributions) {
    double probability = Logistic.of(margin);
    return new ScoredClient(
        id,
        (byte) fold,
        (byte) outcome,
        margin,
        -2.6f,
        (float) probability,
        500,
        50,
        probability >= CUT_OFF ? "REFUSED" : "ACCEPTED",
        new int[] {0, -1, -1, -1, -1},
        values,
        contributions);
  }

  /** What the stage says of clients spread over partitions, without Spark. */
  static Aggregates aggregates(Catalogue catalogue, List<List<ScoredClient>> partitions) {
    Shape shape = Shape.of(catalogue);
    AggregateStage stage = new AggregateStage(catalogue);
    AggregateStage.Findings findings =
        stage.findings(
            partitions.stream()
                .map(part -> Spread.of(shape, part.iterator()))
                .reduce(Spread::add)
                .orElseThrow());
    Plan plan = findings.plan(CUT_OFF, cuts(catalogue));
    return findings.aggregates(
        partitions.stream()
            .map(part -> Tally.of(plan, part.iterator()))
            .reduce(Tally::add)
            .orElseThrow());
  }

  /** A number is parted at 0, 1 and 2. */
  static Cuts[] cuts(Catalogue catalogue) {
    return Stream.of(catalogue.features(), catalogue.inputs())
        .flatMap(List::stream)
        .map(feature -> Cuts.of(feature).and(new double[] {0, 1, 2}))
        .toArray(Cuts[]::new);
  }

  private static FeatureBuilder category(String name) {
    return Feature.category(
        name,
        List.of(
            new Category("A", new Text("A", "A")),
            new Category("B", new Text("B", "B")),
            new Category("C", new Text("C", "C"))));
  }

  private static Feature said(FeatureBuilder feature) {
    return feature.label("a", "un").description("a", "un").build();
  }
}
