package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.util.List;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.PublishedFeature;

/**
 * {@link Contribution} in brief, in no language. An answer has an item of every feature, so what is
 * copied into it lies in one array: pieces apart are more than a processor keeps at hand.
 */
final class BriefContributions implements ContributionItems {
  private static final byte[] CONTRIBUTION = bytes(",\"contribution\":");
  private static final int BYTES_A_FEATURE = 512;

  /**
   * Of each feature its item up to the value, then for each value that is known beforehand the item
   * up to the contribution.
   */
  private final byte[] pieces;

  /** Where each piece begins, and the end of the last. */
  private final int[] start;

  /** The first piece of each feature, and the end of the last one's. */
  private final int[] first;

  private final boolean[] category;

  BriefContributions(List<PublishedFeature> features) {
    JsonBuffer json = new JsonBuffer(BYTES_A_FEATURE * features.size());
    first = new int[features.size() + 1];
    category = new boolean[features.size()];
    for (int i = 0; i < category.length; i++) {
      Feature feature = features.get(i).feature();
      category[i] = feature.kind() == Kind.CATEGORY;
      first[i + 1] = first[i] + 1 + KnownValues.of(feature).size();
    }
    start = new int[first[category.length] + 1];
    int piece = 0;
    for (PublishedFeature published : features) {
      Feature feature = published.feature();
      byte[] head =
          new JsonBuffer(0)
              .raw(bytes("{\"feature\":"))
              .text(feature.name())
              .raw(bytes(",\"value\":"))
              .toBytes();
      start[++piece] = json.raw(head).size();
      for (float value : KnownValues.of(feature)) {
        KnownValues.write(json.raw(head), feature, value);
        start[++piece] = json.raw(CONTRIBUTION).size();
      }
    }
    pieces = json.toBytes();
  }

  @Override
  public void item(JsonBuffer json, int position, float value, float contribution) {
    int head = first[position];
    int known = first[position + 1] - head - 1;
    int place = KnownValues.place(value, known, category[position]);
    if (place == KnownValues.NONE) {
      json.raw(pieces, start[head], start[head + 1]).number(value).raw(CONTRIBUTION);
    } else {
      json.raw(pieces, start[head + 1 + place], start[head + 2 + place]);
    }
    json.number(contribution).raw('}');
  }

  @Override
  public void other(JsonBuffer json, float contribution) {
    json.raw(JsonBuffer.rendered(Contribution.brief(Explanations.OTHER, null, contribution)));
  }
}
