package org.creditscoring.data;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;

/**
 * A raw table.
 *
 * @param columns in the order of the file
 * @param key names of the columns that together are unique; empty if no such promise is made
 */
public record Table(String name, List<Column> columns, List<String> key) {

  public Table {
    Objects.requireNonNull(name, "name");
    columns = List.copyOf(columns);
    key = List.copyOf(key);
    Set<String> names = new HashSet<>();
    for (Column column : columns) {
      if (!names.add(column.name())) {
        throw new IllegalArgumentException(
            "Table %s: column %s is declared twice.".formatted(name, column.name()));
      }
    }
    if (!names.containsAll(key)) {
      throw new IllegalArgumentException(
          "Table %s: its key %s is not among its columns.".formatted(name, key));
    }
  }

  /** The name of its file, as {@code bureau.csv}. */
  public String fileName() {
    return name + ".csv";
  }

  /** The names of its columns, in the order of the file. */
  public List<String> header() {
    return columns.stream().map(Column::name).toList();
  }

  /**
   * @throws NoSuchElementException if the table has no such column
   */
  public Column column(String columnName) {
    return columns.stream()
        .filter(column -> column.name().equals(columnName))
        .findFirst()
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "Table %s has no column %s.".formatted(name, columnName)));
  }

  /** This table under another name, without one of its columns. */
  Table without(String columnName, String newName) {
    Column left = column(columnName);
    return new Table(newName, columns.stream().filter(column -> column != left).toList(), key);
  }
}
