package org.creditscoring.serving.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.serving.api.ClientAnswers.Contribution;
import org.creditscoring.serving.api.ClientAnswers.Explanation;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/** Puts a client's contributions in order, the largest absolute first. */
final class Explanations {
  private static final String OTHER = "other";
  private static final Text OTHER_LABEL = new Text("Other features", "Autres variables");

  private Explanations() {}

  static Explanation of(Snapshot snapshot, ClientRecord client, int top, Language language)
      throws IOException {
    float[] values = snapshot.clients().values(client.row());
    float[] contributions = snapshot.clients().contributions(client.row());
    int[] order =
        IntStream.range(0, contributions.length)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -Math.abs(contributions[i])))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Contribution> items = new ArrayList<>(top + 1);
    for (int i = 0; i < top; i++) {
      Feature feature = snapshot.features().values().get(order[i]).feature();
      items.add(item(feature, values[order[i]], contributions[order[i]], language));
    }
    if (top < order.length) {
      double rest =
          IntStream.range(top, order.length).mapToDouble(i -> contributions[order[i]]).sum();
      items.add(new Contribution(OTHER, OTHER_LABEL.in(language), OTHER, null, "", (float) rest));
    }
    return new Explanation(
        client.id(),
        client.baseValue(),
        client.margin(),
        client.probability(),
        snapshot.manifest().cutOff(),
        client.decision(),
        items,
        snapshot.manifest().synthetic(),
        snapshot.id(),
        snapshot.manifest().modelId());
  }

  private static Contribution item(
      Feature feature, float value, float contribution, Language language) {
    return new Contribution(
        feature.name(),
        feature.words().label().in(language),
        feature.group().name(),
        Display.value(feature, value),
        Display.words(feature, value, language),
        contribution);
  }
}
