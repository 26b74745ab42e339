package org.creditscoring.serving.api;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/** What is the same in the answers on all clients of a snapshot, rendered once. */
final class AnswerParts {
  private static final int USUAL_BYTES = 256;

  private final Map<Language, List<FeatureJson>> features = new EnumMap<>(Language.class);
  private final BriefContributions brief;
  private final byte[] cutOff;
  private final byte[] tail;

  private AnswerParts(Snapshot snapshot) {
    List<PublishedFeature> ofModel =
        snapshot.features().values().subList(0, snapshot.features().featureCount());
    for (Language language : Language.values()) {
      features.put(
          language, ofModel.stream().map(feature -> new FeatureJson(feature, language)).toList());
    }
    brief = new BriefContributions(ofModel);
    Manifest manifest = snapshot.manifest();
    cutOff = JsonBuffer.rendered(manifest.cutOff());
    tail =
        new JsonBuffer(USUAL_BYTES)
            .raw(bytes("],\"synthetic\":"))
            .raw(bytes(Boolean.toString(manifest.synthetic())))
            .raw(bytes(",\"snapshotId\":"))
            .text(snapshot.id())
            .raw(bytes(",\"modelId\":"))
            .text(manifest.modelId())
            .raw('}')
            .toBytes();
  }

  static AnswerParts of(Snapshot snapshot) {
    return snapshot.derived(AnswerParts.class, AnswerParts::new);
  }

  /** The model's features, in its order. */
  List<FeatureJson> features(Language language) {
    return features.get(language);
  }

  ContributionItems full(Language language) {
    return new FullContributions(features(language), language);
  }

  ContributionItems brief() {
    return brief;
  }

  byte[] cutOff() {
    return cutOff;
  }

  /** The end of a list, and what an answer has after it. */
  byte[] tail() {
    return tail;
  }

  static byte[] bytes(String json) {
    return json.getBytes(StandardCharsets.UTF_8);
  }
}
