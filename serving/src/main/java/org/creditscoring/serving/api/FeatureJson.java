package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import org.creditscoring.model.decision.Direction;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.ReasonText;
import org.creditscoring.serving.http.JsonBuffer;
import org.creditscoring.serving.snapshot.PublishedFeature;

/**
 * A feature in one language, with all that does not depend on the client as bytes: an item of an
 * answer is those, copied around a client's numbers. The items are {@link
 * ClientAnswers.Contribution} and {@link ClientAnswers.ReasonItem} as JSON.
 */
final class FeatureJson {
  private static final byte[] DISPLAY = bytes(",\"display\":");
  private static final byte[] CONTRIBUTION = bytes(",\"contribution\":");
  private static final byte[] AGAINST = bytes("\"AGAINST\",\"value\":");
  private static final byte[] FOR = bytes("\"FOR\",\"value\":");
  private static final byte[] TEXT = bytes(",\"text\":");
  private static final int USUAL_BYTES = 512;
  private static final float[] FLAGS = {0, 1};

  private final Feature feature;
  private final Language language;
  private final double typical;

  /** Up to the value. */
  private final byte[] contributionHead;

  /** Up to the direction. */
  private final byte[] reasonHead;

  /** From the typical value to the contribution. */
  private final byte[] reasonTypical;

  /** Value and its words, of a value that is missing and of each category or flag. */
  private final byte[] missing;

  private final byte[][] known;

  FeatureJson(PublishedFeature published, Language language) {
    feature = published.feature();
    this.language = language;
    typical = published.typical();
    String name = feature.name();
    String label = feature.words().label().in(language);
    String group = feature.group().name();
    contributionHead =
        part()
            .raw(bytes("{\"feature\":"))
            .text(name)
            .raw(bytes(",\"label\":"))
            .text(label)
            .raw(bytes(",\"group\":"))
            .text(group)
            .raw(bytes(",\"value\":"))
            .toBytes();
    reasonHead =
        part()
            .raw(bytes("{\"group\":"))
            .text(group)
            .raw(bytes(",\"groupLabel\":"))
            .text(feature.group().label().in(language))
            .raw(bytes(",\"feature\":"))
            .text(name)
            .raw(bytes(",\"label\":"))
            .text(label)
            .raw(bytes(",\"direction\":"))
            .toBytes();
    reasonTypical =
        part()
            .raw(bytes(",\"typical\":"))
            .raw(JsonBuffer.rendered(Display.value(feature, typical)))
            .raw(bytes(",\"typicalDisplay\":"))
            .text(Display.words(feature, typical, language))
            .raw(CONTRIBUTION)
            .toBytes();
    missing = described(Float.NaN);
    known =
        switch (feature.kind()) {
          case NUMBER -> new byte[0][];
          case FLAG -> new byte[][] {described(FLAGS[0]), described(FLAGS[1])};
          case CATEGORY -> {
            byte[][] categories = new byte[feature.categories().size()][];
            for (int i = 0; i < categories.length; i++) {
              categories[i] = described(i);
            }
            yield categories;
          }
        };
  }

  /** How much the feature moved a client's risk. */
  void contribution(JsonBuffer json, float value, float contribution) {
    json.raw(contributionHead);
    described(json, value);
    json.raw(CONTRIBUTION).number(contribution).raw('}');
  }

  /** The feature as the one that speaks for a reason. */
  void reason(JsonBuffer json, Reason reason, float value) {
    json.raw(reasonHead).raw(reason.direction() == Direction.AGAINST ? AGAINST : FOR);
    described(json, value);
    json.raw(reasonTypical)
        .number((float) reason.contribution())
        .raw(TEXT)
        .text(ReasonText.of(feature, value, typical, reason.direction(), language))
        .raw('}');
  }

  /** A client's value and the words for it. */
  private void described(JsonBuffer json, float value) {
    if (Float.isNaN(value)) {
      json.raw(missing);
      return;
    }
    if (feature.kind() == Kind.CATEGORY) {
      int index = (int) value;
      json.raw(index < 0 || index >= known.length ? missing : known[index]);
      return;
    }
    for (int i = 0; i < known.length; i++) {
      if (Float.compare(value, FLAGS[i]) == 0) {
        json.raw(known[i]);
        return;
      }
    }
    json.number(value).raw(DISPLAY).text(Display.words(feature, value, language));
  }

  private byte[] described(float value) {
    return part()
        .raw(JsonBuffer.rendered(Display.value(feature, value)))
        .raw(DISPLAY)
        .text(Display.words(feature, value, language))
        .toBytes();
  }

  private static JsonBuffer part() {
    return new JsonBuffer(USUAL_BYTES);
  }
}
