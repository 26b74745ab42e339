package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.util.List;
import org.creditscoring.model.decision.Direction;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.ReasonText;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.PublishedFeature;

/**
 * A feature in one language, with all that does not depend on the client as bytes: an item of an
 * answer is those, copied around a client's numbers. The items are {@link
 * ClientAnswers.Contribution} and {@link ClientAnswers.ReasonItem} as JSON.
 */
final class FeatureJson {
  private static final byte[] VALUE = bytes(",\"value\":");
  private static final byte[] DISPLAY = bytes(",\"display\":");
  private static final byte[] CONTRIBUTION = bytes(",\"contribution\":");
  private static final byte[] AGAINST = bytes("\"AGAINST\",\"value\":");
  private static final byte[] FOR = bytes("\"FOR\",\"value\":");
  private static final int USUAL_BYTES = 512;

  private final Feature feature;
  private final Language language;

  /** Up to the value. */
  private final byte[] contributionHead;

  /** Up to the direction. */
  private final byte[] reasonHead;

  /** From the typical value to the contribution. */
  private final byte[] reasonTypical;

  /** From the contribution to the value's words in the sentence. */
  private final byte[] textHead;

  private final String typicalWords;

  /** The ends of the sentence, of a reason against and of one for. */
  private final byte[][] asUsual;

  private final byte[][] notAsUsual;

  /** Of {@link KnownValues}. */
  private final List<String> knownWords;

  /** Value and words of the same. */
  private final byte[][] known;

  FeatureJson(PublishedFeature published, Language language) {
    feature = published.feature();
    this.language = language;
    double typical = published.typical();
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
            .raw(VALUE)
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
        KnownValues.write(part().raw(bytes(",\"typical\":")), feature, typical)
            .raw(bytes(",\"typicalDisplay\":"))
            .text(Display.words(feature, typical, language))
            .raw(CONTRIBUTION)
            .toBytes();
    List<Float> values = KnownValues.of(feature);
    knownWords = values.stream().map(value -> Display.words(feature, value, language)).toList();
    known = new byte[values.size()][];
    for (int i = 0; i < known.length; i++) {
      known[i] =
          KnownValues.write(part(), feature, values.get(i))
              .raw(DISPLAY)
              .text(knownWords.get(i))
              .toBytes();
    }
    ReasonText sentence = new ReasonText(feature, typical, language);
    textHead = part().raw(bytes(",\"text\":\"")).unquoted(sentence.head()).toBytes();
    typicalWords = sentence.typical();
    asUsual = ends(sentence, typicalWords);
    notAsUsual = ends(sentence, "");
  }

  private static byte[][] ends(ReasonText sentence, String words) {
    return new byte[][] {
      end(sentence, words, Direction.AGAINST), end(sentence, words, Direction.FOR)
    };
  }

  private static byte[] end(ReasonText sentence, String words, Direction direction) {
    return part().unquoted(sentence.tail(words, direction)).raw(bytes("\"}")).toBytes();
  }

  /** How much the feature moved a client's risk. */
  void contribution(JsonBuffer json, float value, float contribution) {
    json.raw(contributionHead);
    int place = place(value);
    if (place == KnownValues.NONE) {
      json.number(value).raw(DISPLAY).text(Display.words(feature, value, language));
    } else {
      json.raw(known[place]);
    }
    json.raw(CONTRIBUTION).number(contribution).raw('}');
  }

  /** The feature as the one that speaks for a reason. */
  void reason(JsonBuffer json, Reason reason, float value) {
    boolean against = reason.direction() == Direction.AGAINST;
    json.raw(reasonHead).raw(against ? AGAINST : FOR);
    int place = place(value);
    String words =
        place == KnownValues.NONE ? Display.words(feature, value, language) : knownWords.get(place);
    if (place == KnownValues.NONE) {
      json.number(value).raw(DISPLAY).text(words);
    } else {
      json.raw(known[place]);
    }
    json.raw(reasonTypical).number((float) reason.contribution()).raw(textHead).unquoted(words);
    byte[][] ends = words.equals(typicalWords) ? asUsual : notAsUsual;
    json.raw(ends[against ? 0 : 1]);
  }

  private int place(float value) {
    return KnownValues.place(value, known.length, feature.kind() == Kind.CATEGORY);
  }

  private static JsonBuffer part() {
    return new JsonBuffer(USUAL_BYTES);
  }
}
