package org.creditscoring.data;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A column of a raw table.
 *
 * @param nullable whether the files leave it empty in some rows
 * @param label a few words
 * @param description one sentence
 * @param categories the known values of a text column, in their natural order or else from the most
 *     frequent; empty for any other column
 */
public record Column(
    String name,
    ColumnType type,
    boolean nullable,
    Unit unit,
    Words label,
    Words description,
    List<Category> categories) {

  public Column {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(unit, "unit");
    Objects.requireNonNull(label, "label");
    Objects.requireNonNull(description, "description");
    categories = List.copyOf(categories);
    if ((type == ColumnType.TEXT) == categories.isEmpty()) {
      throw new IllegalArgumentException(
          "Column %s: a text column, and no other, has categories.".formatted(name));
    }
    if (nullable && (type == ColumnType.ID || type == ColumnType.INTEGER)) {
      throw new IllegalArgumentException(
          "Column %s: a number that may be missing is a DECIMAL in the files, not an %s."
              .formatted(name, type));
    }
    var codes = categories.stream().map(Category::code).collect(Collectors.toSet());
    if (codes.size() < categories.size()) {
      throw new IllegalArgumentException("Column %s: a category is twice there.".formatted(name));
    }
  }

  /** The category that is written {@code code}; empty if the dictionary does not know it. */
  public Optional<Category> category(String code) {
    return categories.stream().filter(category -> category.code().equals(code)).findFirst();
  }
}
