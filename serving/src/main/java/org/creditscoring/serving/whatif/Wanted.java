package org.creditscoring.serving.whatif;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.RowFeature;
import org.creditscoring.model.feature.RowFeatures;
import org.creditscoring.serving.snapshot.Snapshot;

/** Reads the values that are asked for and holds each against what it may be. */
public final class Wanted {
  private static final int LONGEST = 80;
  private static final int MOST_CODES = 12;

  private Wanted() {}

  /**
   * @param values a number, a category's code or null for missing, by name
   * @return in their order
   * @throws WhatIfException naming the value that is wrong and what it may be
   */
  public static Map<Input, Float> of(Snapshot snapshot, Map<String, JsonNode> values) {
    Map<Input, Float> wanted = new LinkedHashMap<>();
    values.forEach(
        (name, value) -> {
          Input input =
              Input.named(snapshot, name)
                  .orElseThrow(() -> new WhatIfException(whyNot(snapshot, name)));
          wanted.put(input, value(input, value));
        });
    return wanted;
  }

  private static float value(Input input, JsonNode value) {
    if (value.isNull()) {
      return Float.NaN;
    }
    return switch (input.feature().kind()) {
      case CATEGORY -> category(input.feature(), value);
      case FLAG -> flag(input, value);
      case NUMBER -> number(input, value);
    };
  }

  private static float category(Feature feature, JsonNode value) {
    OptionalInt index =
        value.isTextual() ? feature.category(value.textValue()) : OptionalInt.empty();
    if (index.isEmpty()) {
      List<Category> categories = feature.categories();
      String codes =
          categories.stream()
              .limit(MOST_CODES)
              .map(Category::code)
              .collect(Collectors.joining(", "));
      throw wrong(
          feature,
          "one of " + codes + (categories.size() > MOST_CODES ? ", … or null" : " or null"),
          value);
    }
    return index.getAsInt();
  }

  private static float flag(Input input, JsonNode value) {
    if (value.isBoolean()) {
      return value.booleanValue() ? 1 : 0;
    }
    if (!value.isNumber() || !input.limits().hold(value.doubleValue())) {
      throw wrong(input.feature(), "0, 1 or null", value);
    }
    return value.floatValue();
  }

  private static float number(Input input, JsonNode value) {
    Limits limits = input.limits();
    if (!value.isNumber() || !limits.hold(value.doubleValue())) {
      String also =
          Double.isNaN(limits.also()) ? "" : ", " + plain(limits.also()) + " (not employed)";
      throw wrong(
          input.feature(),
          "a %snumber from %s to %s%s or null"
              .formatted(
                  limits.whole() ? "whole " : "",
                  plain(limits.least()),
                  plain(limits.most()),
                  also),
          value);
    }
    return value.floatValue();
  }

  private static WhatIfException wrong(Feature feature, String allowed, JsonNode value) {
    String shown = value.isTextual() ? value.textValue() : value.toString();
    String printable = shown.replaceAll("\\p{C}", "?");
    return new WhatIfException(
        "values.%s must be %s, is '%s'"
            .formatted(
                feature.name(),
                allowed,
                printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…"));
  }

  private static String whyNot(Snapshot snapshot, String name) {
    List<Feature> catalogue = snapshot.features().catalogue().values();
    Feature feature =
        catalogue.stream().filter(each -> each.name().equals(name)).findFirst().orElse(null);
    String printable = name.replaceAll("\\p{C}", "?");
    if (feature == null) {
      return "values names '%s', which is no value of a client; GET on this path lists those that may be changed"
          .formatted(
              printable.length() <= LONGEST ? printable : printable.substring(0, LONGEST) + "…");
    }
    if (feature.forbidden()) {
      return "values.%s cannot be changed: the model may not be given it".formatted(name);
    }
    return RowFeatures.all().stream()
        .filter(row -> row.feature().name().equals(name))
        .findFirst()
        .map(RowFeature::inputs)
        .map(
            inputs ->
                "values.%s is computed from %s: change those"
                    .formatted(name, String.join(", ", inputs)))
        .orElse("values." + name + " is computed from other values");
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
