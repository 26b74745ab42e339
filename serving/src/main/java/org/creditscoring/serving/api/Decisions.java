package org.creditscoring.serving.api;

import java.io.IOException;
import java.util.List;
import org.creditscoring.model.decision.Reason;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.words.ReasonText;
import org.creditscoring.serving.api.ClientAnswers.Client;
import org.creditscoring.serving.api.ClientAnswers.Outcome;
import org.creditscoring.serving.api.ClientAnswers.ReasonItem;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/** Puts a client's row into the words of a decision. */
public final class Decisions {
  private Decisions() {}

  static Client of(Snapshot snapshot, ClientRecord client, Language language) throws IOException {
    float[] values = snapshot.clients().values(client.row());
    float[] contributions = snapshot.clients().contributions(client.row());
    List<ReasonItem> reasons =
        snapshot.reasons().at(client.reasons(), contributions).stream()
            .map(reason -> item(snapshot, reason, values, language))
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

  private static ReasonItem item(
      Snapshot snapshot, Reason reason, float[] values, Language language) {
    PublishedFeature published = snapshot.features().values().get(reason.position());
    Feature feature = published.feature();
    float value = values[reason.position()];
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
