package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.api.Explanations.Detail;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.junit.jupiter.api.Test;

/** The records as Jackson writes them are the oracle. */
class ExplanationsTest {
  private static final int ROUNDS = 400;

  private final AnyFeatures any = new AnyFeatures(11);
  private final List<PublishedFeature> features = AnyFeatures.all();

  @Test
  void rendersWhatTheRecordsSay() {
    for (Language language : Language.values()) {
      List<FeatureJson> rendered =
          features.stream().map(feature -> new FeatureJson(feature, language)).toList();
      for (int round = 0; round < ROUNDS; round++) {
        float[] values = new float[features.size()];
        float[] contributions = new float[features.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = any.value(features.get(i).feature());
          contributions[i] = any.contribution();
        }
        int top = round % 2 == 0 ? values.length : 1 + round % values.length;
        List<Contribution> full = expected(values, contributions, top, language);
        List<Contribution> brief =
            full.stream()
                .map(c -> Contribution.brief(c.feature(), c.value(), c.contribution()))
                .toList();
        for (Detail detail : Detail.values()) {
          JsonBuffer json = new JsonBuffer(0).raw('[');
          ContributionItems items =
              detail == Detail.FULL
                  ? new FullContributions(rendered, language)
                  : new BriefContributions(features);
          Explanations.contributions(json, items, values, contributions, top);
          assertThat(said(json.raw(']').toBytes()))
              .isEqualTo(said(JsonBuffer.rendered(detail == Detail.FULL ? full : brief)));
        }
      }
    }
  }

  /** Of any size and sign, equal ones and what is no number among them. */
  @Test
  void theLargestComeFirstAndEqualOnesAsTheyAre() {
    Random random = new Random(5);
    for (int round = 0; round < ROUNDS; round++) {
      float[] contributions = new float[round];
      for (int i = 0; i < round; i++) {
        contributions[i] =
            switch (random.nextInt(4)) {
              case 0 -> (random.nextInt(5) - 2) / 4f;
              case 1 -> Float.intBitsToFloat(random.nextInt());
              default -> (float) (random.nextGaussian() * Math.exp(-9 * random.nextFloat()));
            };
      }
      // Java's own order has what is no number above everything.
      List<Integer> expected =
          IntStream.range(0, round)
              .boxed()
              .sorted(
                  Comparator.comparingDouble(
                      i -> Float.isNaN(contributions[i]) ? 1 : -Math.abs(contributions[i])))
              .toList();
      assertThat(Arrays.stream(Explanations.order(contributions)).boxed().toList())
          .isEqualTo(expected);
    }
  }

  private List<Contribution> expected(
      float[] values, float[] contributions, int top, Language language) {
    List<Integer> order =
        IntStream.range(0, values.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
            .toList();
    List<Contribution> items = new ArrayList<>();
    for (int position : order.subList(0, top)) {
      Feature feature = features.get(position).feature();
      items.add(
          new Contribution(
              feature.name(),
              feature.words().label().in(language),
              feature.group().name(),
              Display.value(feature, values[position]),
              Display.words(feature, values[position], language),
              contributions[position]));
    }
    if (top < values.length) {
      double rest =
          order.subList(top, values.length).stream().mapToDouble(i -> contributions[i]).sum();
      String label = language == Language.FR ? "Autres variables" : "Other features";
      items.add(new Contribution("other", label, "other", null, "", (float) rest));
    }
    return items;
  }

  private static String said(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
