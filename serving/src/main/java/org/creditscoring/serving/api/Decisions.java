package org.creditscoring.serving.api;

import static org.creditscoring.serving.api.AnswerParts.bytes;

import java.io.IOException;
import java.util.List;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.ReasonText;
import org.creditscoring.serving.api.ClientAnswers.Client;
import org.creditscoring.serving.api.ClientAnswers.Outcome;
import org.creditscoring.serving.api.ClientAnswers.ReasonItem;
import org.creditscoring.serving.json.JsonBuffer;
import org.creditscoring.serving.snapshot.ClientReason;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/** Puts a client's row into the words of a decision. */
public final class Decisions {
  private static final byte[] ID = bytes("{\"id\":");
  private static final byte[] PROBABILITY = bytes(",\"probability\":");
  private static final byte[] DECISION = bytes(",\"decision\":");
  private static final byte[] CUT_OFF = bytes(",\"cutOff\":");
  private static final byte[] POINTS = bytes(",\"points\":");
  private static final byte[] PERCENTILE = bytes(",\"percentile\":");
  private static final byte[] FOLD = bytes(",\"fold\":");
  private static final byte[] OUTCOME = bytes(",\"outcome\":");
  private static final byte[] REASONS = bytes(",\"reasons\":[");
  private static final byte[] NULL = bytes("null");

  private Decisions() {}

  /** What {@link #of} says, as JSON. */
  static JsonBuffer json(Snapshot snapshot, ClientRecord client, Language language)
      throws IOException {
    AnswerParts parts = AnswerParts.of(snapshot);
    JsonBuffer json = JsonBuffer.ofThread();
    json.raw(ID).number(client.id());
    json.raw(PROBABILITY).number(client.probability());
    json.raw(DECISION).text(client.decision().name());
    json.raw(CUT_OFF).raw(parts.cutOff());
    json.raw(POINTS).number(client.points());
    json.raw(PERCENTILE).number(client.percentile());
    json.raw(FOLD).number(client.fold());
    json.raw(OUTCOME);
    Outcome outcome = outcome(client.outcome());
    if (outcome == null) {
      json.raw(NULL);
    } else {
      json.text(outcome.name());
    }
    json.raw(REASONS);
    boolean first = true;
    for (ClientReason told : snapshot.reasonsOf(client)) {
      if (!first) {
        json.raw(',');
      }
      first = false;
      Reason reason = told.reason();
      parts.features(language).get(reason.position()).reason(json, reason, told.value());
    }
    return json.raw(parts.tail());
  }

  static Client of(Snapshot snapshot, ClientRecord client, Language language) throws IOException {
    List<ReasonItem> reasons =
        snapshot.reasonsOf(client).stream()
            .map(
                told ->
                    item(
                        snapshot.features().values().get(told.reason().position()),
                        told.reason(),
                        told.value(),
                        language))
            .toList();
    return new Client(
        client.id(),
        client.probability(),
        client.decision(),
        snapshot.manifest().cutOff(),
        client.points(),
        client.percentile(),
        client.fold(),
        outcome(client.outcome()),
        reasons,
        snapshot.manifest().synthetic(),
        snapshot.id(),
        snapshot.manifest().modelId());
  }

  /**
   * @param value of the client
   */
  static ReasonItem item(
      PublishedFeature published, Reason reason, float value, Language language) {
    Feature feature = published.feature();
    return new ReasonItem(
        feature.group().name(),
        feature.group().label().in(language),
        feature.name(),
        feature.words().label().in(language),
        reason.direction(),
        Display.value(feature, value),
        Display.words(feature, value, language),
        Display.value(feature, published.typical()),
        Display.words(feature, published.typical(), language),
        (float) reason.contribution(),
        ReasonText.of(feature, value, published.typical(), reason.direction(), language));
  }

  static Outcome outcome(int stored) {
    return switch (stored) {
      case 0 -> Outcome.REPAID;
      case 1 -> Outcome.DEFAULTED;
      default -> null;
    };
  }
}
