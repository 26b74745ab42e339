package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.util.ArrayList;
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

  /** Most counts are below it. */
  private static final int USUAL_COUNTS = 10;

  /** A value whose words are made when it comes. */
  private static final int OTHER = -1;

  private final Feature feature;
  private final Language language;

  /** Up to the value. */
  private final byte[] contributionHead;

  /** Up to the value, with label and group. */
  private final byte[] fullContributionHead;

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

  /** What is missing, then each category, flag or small count. */
  private final List<String> knownWords;

  /** Value and words of the same. */
  private final byte[][] known;

  /** From the value of the same to the contribution. */
  private final byte[][] knownToContribution;

  FeatureJson(PublishedFeature published, Language language) {
    feature = published.feature();
    this.language = language;
    double typical = published.typical();
    String name = feature.name();
    String label = feature.words().label().in(language);
    String group = feature.group().name();
    byte[] named = part().raw(bytes("{\"feature\":")).text(name).toBytes();
    contributionHead = part().raw(named).raw(VALUE).toBytes();
    fullContributionHead =
        part()
            .raw(named)
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
        value(part().raw(bytes(",\"typical\":")), typical)
            .raw(bytes(",\"typicalDisplay\":"))
            .text(Display.words(feature, typical, language))
            .raw(CONTRIBUTION)
            .toBytes();
    List<Float> values = new ArrayList<>(List.of(Float.NaN));
    for (int i = 0; i < usual(feature); i++) {
      values.add((float) i);
    }
    knownWords = values.stream().map(value -> Display.words(feature, value, language)).toList();
    known = new byte[values.size()][];
    knownToContribution = new byte[values.size()][];
    for (int i = 0; i < known.length; i++) {
      byte[] value = value(part(), values.get(i)).toBytes();
      known[i] = part().raw(value).raw(DISPLAY).text(knownWords.get(i)).toBytes();
      knownToContribution[i] = part().raw(value).raw(CONTRIBUTION).toBytes();
    }
    ReasonText sentence = new ReasonText(feature, typical, language);
    textHead = part().raw(bytes(",\"text\":\"")).unquoted(sentence.head()).toBytes();
    typicalWords = sentence.typical();
    asUsual = ends(sentence, typicalWords);
    notAsUsual = ends(sentence, "");
  }

  /** {@link Display#value}. */
  private JsonBuffer value(JsonBuffer json, double value) {
    return Display.value(feature, value) instanceof String code
        ? json.text(code)
        : json.number(feature.kind() == Kind.CATEGORY ? Float.NaN : (float) value);
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
    if (place == OTHER) {
      json.number(value).raw(CONTRIBUTION);
    } else {
      json.raw(knownToContribution[place]);
    }
    json.number(contribution).raw('}');
  }

  /** The same with the feature's label, its group and the value in words. */
  void fullContribution(JsonBuffer json, float value, float contribution) {
    json.raw(fullContributionHead);
    int place = place(value);
    if (place == OTHER) {
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
    String words = place == OTHER ? Display.words(feature, value, language) : knownWords.get(place);
    if (place == OTHER) {
      json.number(value).raw(DISPLAY).text(words);
    } else {
      json.raw(known[place]);
    }
    json.raw(reasonTypical).number((float) reason.contribution()).raw(textHead).unquoted(words);
    byte[][] ends = words.equals(typicalWords) ? asUsual : notAsUsual;
    json.raw(ends[against ? 0 : 1]);
  }

  /** Among the values whose words are known, or {@value #OTHER}. */
  private int place(float value) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int index = (int) value;
    boolean among = index >= 0 && index < known.length - 1;
    if (feature.kind() == Kind.CATEGORY) {
      return among ? 1 + index : 0;
    }
    // By its bits, for −0 is written in another way than 0.
    return among && Float.floatToRawIntBits(value) == Float.floatToRawIntBits(index)
        ? 1 + index
        : OTHER;
  }

  /** How many whole numbers from 0 are frequent enough to be rendered beforehand. */
  private static int usual(Feature feature) {
    return switch (feature.kind()) {
      case NUMBER -> USUAL_COUNTS;
      case FLAG -> 2;
      case CATEGORY -> feature.categories().size();
    };
  }

  private static JsonBuffer part() {
    return new JsonBuffer(USUAL_BYTES);
  }
}
