package org.creditscoring.serving.api;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.serving.json.JsonBuffer;

/**
 * The values of a feature that are frequent enough to be rendered beforehand: what is missing, then
 * each category, flag or small count.
 */
final class KnownValues {
  /** A place among them for a value that is none. */
  static final int NONE = -1;

  /** Most counts are below it. */
  private static final int USUAL_COUNTS = 10;

  private KnownValues() {}

  static List<Float> of(Feature feature) {
    int usual =
        switch (feature.kind()) {
          case NUMBER -> USUAL_COUNTS;
          case FLAG -> 2;
          case CATEGORY -> feature.categories().size();
        };
    List<Float> values = new ArrayList<>(List.of(Float.NaN));
    for (int i = 0; i < usual; i++) {
      values.add((float) i);
    }
    return values;
  }

  /**
   * @param known how many there are
   * @return where a value is among them, or {@value #NONE}
   */
  static int place(float value, int known, boolean category) {
    if (Float.isNaN(value)) {
      return 0;
    }
    int index = (int) value;
    boolean among = index >= 0 && index < known - 1;
    if (category) {
      return among ? 1 + index : 0;
    }
    // By its bits, for −0 is written in another way than 0.
    return among && Float.floatToRawIntBits(value) == Float.floatToRawIntBits(index)
        ? 1 + index
        : NONE;
  }

  /** {@link Display#value} as JSON. */
  static JsonBuffer write(JsonBuffer json, Feature feature, double value) {
    return Display.value(feature, value) instanceof String code
        ? json.text(code)
        : json.number(feature.kind() == Kind.CATEGORY ? Float.NaN : (float) value);
  }
}
