package org.creditscoring.serving.api;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.serving.api.WhatIfAnswers.AdjustedItem;
import org.creditscoring.serving.api.WhatIfAnswers.ChangeItem;
import org.creditscoring.serving.api.WhatIfAnswers.ContributionChange;
import org.creditscoring.serving.api.WhatIfAnswers.ScoreItem;
import org.creditscoring.serving.api.WhatIfAnswers.WarningItem;
import org.creditscoring.serving.api.WhatIfAnswers.WhatIfAnswer;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.whatif.Adjustment;
import org.creditscoring.serving.whatif.Input;
import org.creditscoring.serving.whatif.Simulation;
import org.creditscoring.serving.whatif.Unseen;

/** Puts a simulation beside what is stored, in words. */
final class WhatIfText {
  private static final Text NEVER_MISSING =
      new Text(
          "%s: not known, where it is known of every client.",
          "%s\u00a0: non renseigné, alors que tous les clients le renseignent.");
  private static final Text NOBODY =
      new Text("%s: no client has %s.", "%s\u00a0: aucun client n'a %s.");
  private static final Text BEYOND_ALL =
      new Text(
          "%s: %s is outside what clients have, %s to %s.",
          "%s\u00a0: %s sort de ce qu'ont les clients, de %s à %s.");
  private static final Text BEYOND_MOST =
      new Text(
          "%s: %s is outside what 98 %% of clients have, %s to %s.",
          "%s\u00a0: %s sort de ce qu'ont 98 %% des clients, de %s à %s.");

  private final Snapshot snapshot;
  private final Language language;

  WhatIfText(Snapshot snapshot, Language language) {
    this.snapshot = snapshot;
    this.language = language;
  }

  WhatIfAnswer answer(
      ClientRecord client, float[] stored, Simulation simulation, Map<Input, Float> wanted, int top)
      throws IOException {
    return new WhatIfAnswer(
        true,
        client.id(),
        new ScoreItem(client.probability(), client.decision(), client.points(), client.margin()),
        new ScoreItem(
            (float) simulation.probability(),
            simulation.decision(),
            simulation.points(),
            simulation.margin()),
        changed(stored, wanted),
        simulation.adjusted().stream().map(this::adjusted).toList(),
        warnings(stored, simulation),
        contributions(
            snapshot.clients().contributions(client.row()), simulation.contributions(), top),
        snapshot.id(),
        snapshot.manifest().modelId());
  }

  private List<ChangeItem> changed(float[] stored, Map<Input, Float> wanted) {
    List<ChangeItem> items = new ArrayList<>();
    wanted.forEach(
        (input, value) -> {
          float from = stored[input.place()];
          if (!Adjustment.none(from, value)) {
            Feature feature = input.feature();
            items.add(
                new ChangeItem(
                    feature.name(),
                    label(feature),
                    Display.value(feature, from),
                    Display.value(feature, value),
                    Display.words(feature, from, language),
                    Display.words(feature, value, language)));
          }
        });
    return items;
  }

  private AdjustedItem adjusted(Adjustment adjustment) {
    Feature feature = feature(adjustment.name());
    return new AdjustedItem(
        feature.name(),
        label(feature),
        Display.value(feature, adjustment.from()),
        Display.value(feature, adjustment.to()),
        adjustment.why().in(language));
  }

  /** Of every value that is another now, whether it was asked for or follows. */
  private List<WarningItem> warnings(float[] stored, Simulation simulation) {
    Set<Integer> moved = new TreeSet<>();
    float[] values = simulation.values();
    for (int place = 0; place < values.length; place++) {
      if (!Adjustment.none(values[place], stored[place])) {
        moved.add(place);
      }
    }
    List<WarningItem> warnings = new ArrayList<>();
    for (int place : moved) {
      Feature feature = snapshot.features().values().get(place).feature();
      Unseen.of(snapshot, place, values[place])
          .ifPresent(
              unseen ->
                  warnings.add(
                      new WarningItem(feature.name(), text(feature, values[place], unseen))));
    }
    return warnings;
  }

  private String text(Feature feature, float value, Unseen unseen) {
    String own = Display.words(feature, value, language);
    String least = Display.words(feature, unseen.least(), language);
    String most = Display.words(feature, unseen.most(), language);
    return switch (unseen.kind()) {
      case NEVER_MISSING -> NEVER_MISSING.in(language).formatted(label(feature));
      case NOBODY -> NOBODY.in(language).formatted(label(feature), own);
      case BEYOND_ALL -> BEYOND_ALL.in(language).formatted(label(feature), own, least, most);
      case BEYOND_MOST -> BEYOND_MOST.in(language).formatted(label(feature), own, least, most);
    };
  }

  private List<ContributionChange> contributions(float[] before, float[] after, int top) {
    return IntStream.range(0, before.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(after[i] - before[i])))
        .limit(top)
        .map(
            i -> {
              Feature feature = snapshot.features().values().get(i).feature();
              return new ContributionChange(
                  feature.name(), label(feature), before[i], after[i], after[i] - before[i]);
            })
        .toList();
  }

  private Feature feature(String name) {
    int place = snapshot.features().position(name).orElseThrow();
    return snapshot.features().values().get(place).feature();
  }

  private String label(Feature feature) {
    return feature.words().label().in(language);
  }
}
