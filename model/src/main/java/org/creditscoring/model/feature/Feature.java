package org.creditscoring.model.feature;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * One input of the model, declared once: how it is called, read, grouped and explained.
 *
 * @param name unique within a catalogue; upper case letters, digits and underscores
 * @param kind how its float is read
 * @param unit what one step of it means
 * @param source the raw table it comes from, or {@code row} for a row feature
 * @param group the reason that it belongs to
 * @param words label, description and formula
 * @param treatment whether it may enter a model, and why
 * @param actionable whether the client could change it before applying again
 * @param categories of a {@link Kind#CATEGORY}, a category's index is its place; empty for others
 */
public record Feature(
    String name,
    Kind kind,
    Unit unit,
    String source,
    Group group,
    Words words,
    Treatment treatment,
    boolean actionable,
    List<Category> categories) {

  /** The source of a feature that is computed within one row of the application. */
  public static final String ROW_SOURCE = "row";

  /** What people read of a feature; {@code formula} says in words how it is computed. */
  public record Words(Text label, Text description, Text formula) {}

  /** Whether a feature may enter a model; a reason for every treatment but {@code FREE}. */
  public record Treatment(Sensitivity sensitivity, Text reason) {
    /** In, without further reason. */
    public static final Treatment FREE = new Treatment(Sensitivity.FREE, Text.NONE);

    public Treatment {
      if ((sensitivity == Sensitivity.FREE) != reason.equals(Text.NONE)) {
        throw new IllegalArgumentException(sensitivity + " and the reason '" + reason.en() + "'");
      }
    }
  }

  public Feature {
    if (!name.matches("[A-Z][A-Z0-9_]*")) {
      throw new IllegalArgumentException("not a feature name: '" + name + "'");
    }
    if (words.label().equals(Text.NONE)) {
      throw new IllegalArgumentException(name + " has no label");
    }
    if ((kind == Kind.CATEGORY) == categories.isEmpty()) {
      throw new IllegalArgumentException(
          name + " is " + kind + " with " + categories.size() + " categories");
    }
    Set<String> codes = new HashSet<>();
    for (Category category : categories) {
      if (!codes.add(category.code())) {
        throw new IllegalArgumentException(
            name + " names the category '" + category.code() + "' twice");
      }
    }
    categories = List.copyOf(categories);
  }

  /** The index of a category by its raw code; empty when the code is not in the catalogue. */
  public OptionalInt category(String code) {
    for (int i = 0; i < categories.size(); i++) {
      if (categories.get(i).code().equals(code)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  public boolean forbidden() {
    return treatment.sensitivity() == Sensitivity.FORBIDDEN;
  }

  /** Starts the declaration of a number. */
  public static FeatureBuilder number(String name, Unit unit) {
    return new FeatureBuilder(name, Kind.NUMBER, unit, List.of());
  }

  /** Starts the declaration of a yes-or-no. */
  public static FeatureBuilder flag(String name) {
    return new FeatureBuilder(name, Kind.FLAG, Unit.NONE, List.of());
  }

  /** Starts the declaration of a category. */
  public static FeatureBuilder category(String name, List<Category> categories) {
    return new FeatureBuilder(name, Kind.CATEGORY, Unit.NONE, categories);
  }
}
