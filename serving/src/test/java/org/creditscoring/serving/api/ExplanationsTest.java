package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.http.JsonBuffer;
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
        JsonBuffer json = new JsonBuffer(0).raw('[');
        Explanations.contributions(json, rendered, values, contributions, top, language);
        assertThat(said(json.raw(']').toBytes()))
            .isEqualTo(said(JsonBuffer.rendered(expected(values, contributions, top, language))));
      }
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
