package org.creditscoring.serving.whatif;

import java.util.Optional;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.serving.snapshot.Bin;
import org.creditscoring.serving.snapshot.BinKind;
import org.creditscoring.serving.snapshot.Distribution;
import org.creditscoring.serving.snapshot.PublishedFeature;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * How a value departs from those of all clients: there the model answers without having learned.
 *
 * @param least of the usual values; NaN where they have no scale
 * @param most of the usual values; NaN likewise
 */
public record Unseen(Kind kind, double least, double most) {
  /** What a value departs from. */
  public enum Kind {
    /** A known value where none was ever missing. */
    NEVER_MISSING,
    /** A category or flag that no client has. */
    NOBODY,
    /** Beyond the least or the greatest value of all clients. */
    BEYOND_ALL,
    /** Beyond what 98 % of the clients have; of a snapshot that does not tell the extremes. */
    BEYOND_MOST
  }

  /** Empty for a value like those of other clients. */
  public static Optional<Unseen> of(Snapshot snapshot, int place, float value) {
    PublishedFeature published = snapshot.features().values().get(place);
    Feature feature = published.feature();
    if (Float.isNaN(value)) {
      return published.missingShare() == 0 ? unscaled(Kind.NEVER_MISSING) : Optional.empty();
    }
    if (feature.kind() != org.creditscoring.model.feature.Kind.NUMBER) {
      return snapshot
              .distributions()
              .of(feature.name())
              .filter(all -> empty(all, value))
              .isPresent()
          ? unscaled(Kind.NOBODY)
          : Optional.empty();
    }
    if (!Double.isNaN(published.least())) {
      return outside(Kind.BEYOND_ALL, published.least(), published.most(), value);
    }
    double[] quantiles = published.quantiles();
    return outside(Kind.BEYOND_MOST, quantiles[0], quantiles[Layout.QUANTILES.length - 1], value);
  }

  private static boolean empty(Distribution distribution, float value) {
    Bin bin = distribution.bins().get(distribution.binOf(value));
    return bin.kind() == BinKind.CATEGORY && bin.counts().all() == 0;
  }

  private static Optional<Unseen> unscaled(Kind kind) {
    return Optional.of(new Unseen(kind, Double.NaN, Double.NaN));
  }

  /** As floats, which is how the values of clients are kept. */
  private static Optional<Unseen> outside(Kind kind, double least, double most, float value) {
    return value < (float) least || value > (float) most
        ? Optional.of(new Unseen(kind, least, most))
        : Optional.empty();
  }
}
