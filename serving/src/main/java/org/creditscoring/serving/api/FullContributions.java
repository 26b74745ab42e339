package org.creditscoring.serving.api;

import java.util.List;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.json.JsonBuffer;

/**
 * {@link Contribution} with labels, groups and values in words.
 *
 * @param features in the model's order
 * @param language of theirs
 */
record FullContributions(List<FeatureJson> features, Language language)
    implements ContributionItems {
  private static final Text OTHER_LABEL = new Text("Other features", "Autres variables");

  @Override
  public void items(JsonBuffer json, int[] positions, float[] values, float[] contributions) {
    for (int i = 0; i < positions.length; i++) {
      if (i > 0) {
        json.raw(',');
      }
      int position = positions[i];
      features.get(position).contribution(json, values[position], contributions[position]);
    }
  }

  @Override
  public void other(JsonBuffer json, float contribution) {
    json.raw(
        JsonBuffer.rendered(
            new Contribution(
                Explanations.OTHER,
                OTHER_LABEL.in(language),
                Explanations.OTHER,
                null,
                "",
                contribution)));
  }
}
