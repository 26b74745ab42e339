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
 * copied into it is small enough for a processor to keep at hand.
 */
final class BriefContributions implements ContributionItems {
  private static final byte[] CONTRIBUTION = bytes(",\"contribution\":");

  /** What stands between two items; what begins an item begins with it. */
  private static final byte[] BETWEEN = bytes("},");

  private static final int USUAL_BYTES = 64;

  /** Of each feature its item up to the value. */
  private final byte[] heads;

  /** Where each head begins, and the end of the last. */
  private final int[] start;

  /** Of each feature, for each value that is known beforehand, that and what comes after it. */
  private final byte[][][] known;

  private final boolean[] category;

  BriefContributions(List<PublishedFeature> features) {
    JsonBuffer json = new JsonBuffer(USUAL_BYTES * features.size());
    start = new int[features.size() + 1];
    known = new byte[features.size()][][];
    category = new boolean[features.size()];
    byte[][] counts = null;
    for (int i = 0; i < category.length; i++) {
      Feature feature = features.get(i).feature();
      json.raw(BETWEEN).raw(bytes("{\"feature\":")).text(feature.name());
      start[i + 1] = json.raw(bytes(",\"value\":")).size();
      category[i] = feature.kind() == Kind.CATEGORY;
      known[i] =
          KnownValues.of(feature).stream()
              .map(
                  value ->
                      KnownValues.write(new JsonBuffer(0), feature, value)
                          .raw(CONTRIBUTION)
                          .toBytes())
              .toArray(byte[][]::new);
      if (feature.kind() == Kind.NUMBER) {
        // The same of all of them.
        counts = counts == null ? known[i] : counts;
        known[i] = counts;
      }
    }
    heads = json.toBytes();
  }

  @Override
  public void items(JsonBuffer json, int[] positions, float[] values, float[] contributions) {
    // The first has none before it.
    int skipped = BETWEEN.length;
    for (int position : positions) {
      float value = values[position];
      int from = start[position] + skipped;
      int to = start[position + 1];
      byte[][] tails = known[position];
      int place = KnownValues.place(value, tails.length, category[position]);
      json.raw(heads, from, to);
      if (place == KnownValues.NONE) {
        json.number(value).raw(CONTRIBUTION);
      } else {
        json.raw(tails[place]);
      }
      json.number(contributions[position]);
      skipped = 0;
    }
    json.raw('}');
  }

  @Override
  public void other(JsonBuffer json, float contribution) {
    json.raw(JsonBuffer.rendered(Contribution.brief(Explanations.OTHER, null, contribution)));
  }
}
