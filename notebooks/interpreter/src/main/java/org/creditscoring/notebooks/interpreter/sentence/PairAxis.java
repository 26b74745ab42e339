package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One feature's bins as an axis on which values have a place. */
final class PairAxis {
  private final JsonNode feature;
  private final JsonNode bins;

  /**
   * @param feature of the service's answer about a pair, with its bins
   */
  PairAxis(JsonNode feature) {
    this.feature = feature;
    this.bins = feature.required("bins");
  }

  String label() {
    return feature.required("label").asText();
  }

  String title(Question question) {
    String unit = feature.path("unit").asText("");
    return unit.isEmpty() || feature.path("unit").isNull()
        ? label()
        : question.say("distribution.axis", label(), unit);
  }

  List<Object> labels() {
    List<Object> labels = new ArrayList<>();
    bins.forEach(bin -> labels.add(bin.required("label").asText()));
    return labels;
  }

  String binLabel(int bin) {
    return bins.required(bin).required("label").asText();
  }

  /** The bin of a value: a number, a category's code or index, or null where it is missing. */
  int bin(JsonNode value) {
    int last = bins.size() - 1;
    int ranges = 0;
    for (int i = 0; i < bins.size(); i++) {
      JsonNode bin = bins.get(i);
      String kind = bin.required("kind").asText();
      if (value.isNull() || value.isMissingNode()) {
        if (kind.equals("missing")) {
          return i;
        }
      } else if (kind.equals("category")) {
        if (bin.path("category").asText().equals(value.asText())) {
          return i;
        }
      } else if (kind.equals("range")) {
        ranges = i;
        // Outliers share the first and the last range.
        if (value.asDouble() < bin.required("upper").asDouble()) {
          return i;
        }
      }
    }
    return value.isNumber() && ranges > 0 ? ranges : last;
  }

  /**
   * How far from the middle of its bin a value lies, −0.5 to 0.5.
   *
   * @param otherwise for one that has no place within it: a category, or none
   */
  double within(JsonNode value, double otherwise) {
    JsonNode bin = bins.get(bin(value));
    if (!value.isNumber() || !bin.path("upper").isNumber()) {
      return otherwise;
    }
    double lower = bin.required("lower").asDouble();
    double width = bin.required("upper").asDouble() - lower;
    double share = width <= 0 ? 0.5 : (value.asDouble() - lower) / width;
    return Math.round(1000 * (Math.max(0, Math.min(1, share)) - 0.5)) / 1000.0;
  }
}
