package org.creditscoring.serving.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.serving.snapshot.PublishedFeature;

/** Features of every sort, and values and contributions at random. */
final class AnyFeatures {
  private final Random random;

  AnyFeatures(long seed) {
    random = new Random(seed);
  }

  /** A number, a category or a flag, or something that the feature should not be. */
  float value(Feature feature) {
    if (random.nextInt(8) == 0) {
      return Float.NaN;
    }
    if (random.nextInt(8) == 0) {
      return -0f;
    }
    return switch (feature.kind()) {
      case CATEGORY -> random.nextInt(5) - 1;
      case FLAG -> random.nextInt(3);
      case NUMBER ->
          random.nextBoolean()
              ? random.nextInt(2_000_000) - 1_000
              : (float) (random.nextGaussian() * Math.pow(10, random.nextInt(9) - 4));
    };
  }

  float contribution() {
    return switch (random.nextInt(6)) {
      case 0 -> 0f;
      case 1 -> -0f;
      case 2 -> random.nextInt(20) == 0 ? Float.NaN : 0.25f;
      default -> (float) (random.nextGaussian() * Math.pow(10, -random.nextInt(6)));
    };
  }

  /** One of each unit and kind, with labels that JSON must escape. */
  static List<PublishedFeature> all() {
    List<PublishedFeature> features = new ArrayList<>();
    int number = 0;
    for (Unit unit : Unit.values()) {
      features.add(published(Feature.number("NUMBER_" + number++, unit), "Âge \"%s\"", 2.5));
    }
    features.add(published(Feature.flag("FLAG"), "back\\slash %s", 1));
    features.add(
        published(
            Feature.category(
                "CATEGORY",
                List.of(
                    new Category("a \"b\"", new Text("one \ud83d\ude42", "é\tè")),
                    new Category("c/d", new Text("two", "deux")))),
            "%s",
            Double.NaN));
    return features;
  }

  private static PublishedFeature published(FeatureBuilder declared, String label, double typical) {
    Feature feature =
        declared.group(Groups.AGE).label(label.formatted("en"), label.formatted("fr")).build();
    return new PublishedFeature(
        feature,
        0,
        Double.NaN,
        new double[Layout.QUANTILES.length],
        feature.kind() == Kind.CATEGORY ? Double.NaN : typical,
        new PublishedFeature.GroupMeans(0, 0, 0, 0),
        0,
        0);
  }
}
