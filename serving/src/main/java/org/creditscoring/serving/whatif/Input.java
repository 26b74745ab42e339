package org.creditscoring.serving.whatif;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * A value of a client that may be changed: a raw column of the application, a feature of the
 * history, or the term of the credit. Everything else that is computed within the application
 * follows from those; what is forbidden to the model moves nothing.
 *
 * @param place in the vector {@code values}
 */
public record Input(int place, PublishedFeature published, Limits limits) {
  private static final String APPLICATION = "application";

  /** Every input of a snapshot: what a client could change first, the history last. */
  public static List<Input> of(Snapshot snapshot) {
    return IntStream.range(0, snapshot.features().values().size())
        .mapToObj(place -> at(snapshot, place))
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingInt(Input::order))
        .toList();
  }

  /** The input of a name; empty when it is no name of the snapshot, or cannot be changed. */
  static Optional<Input> named(Snapshot snapshot, String name) {
    return snapshot.features().position(name).flatMap(place -> at(snapshot, place));
  }

  public Feature feature() {
    return published.feature();
  }

  private static Optional<Input> at(Snapshot snapshot, int place) {
    PublishedFeature published = snapshot.features().values().get(place);
    Feature feature = published.feature();
    boolean computed = feature.source().equals(Feature.ROW_SOURCE);
    boolean settable = !computed || CreditTerms.settable(snapshot, feature.name());
    return feature.forbidden() || !settable
        ? Optional.empty()
        : Optional.of(new Input(place, published, Limits.of(feature)));
  }

  private int order() {
    boolean application =
        feature().source().equals(APPLICATION) || feature().source().equals(Feature.ROW_SOURCE);
    return application ? feature().actionable() ? 0 : 1 : 2;
  }
}
