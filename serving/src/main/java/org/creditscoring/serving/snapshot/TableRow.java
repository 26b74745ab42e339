package org.creditscoring.serving.snapshot;

import java.util.ArrayList;
import java.util.List;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.schema.Type;

/** One row of a small table, its columns by name. */
record TableRow(Group group) {
  private static final int FIRST = 0;

  String text(String column) {
    return text(group, index(column), column);
  }

  /** The number, whatever its width; NaN where it is null. */
  double number(String column) {
    return number(group, index(column), column);
  }

  /** The number; NaN where it is null or the table has no such column. */
  double numberIfThere(String column) {
    return group.getType().containsField(column) ? number(column) : Double.NaN;
  }

  /**
   * @throws IllegalArgumentException if the number is no whole number of at most 32 bits
   */
  int whole(String column) {
    double value = number(column);
    if (value != Math.rint(value) || Math.abs(value) > Integer.MAX_VALUE) {
      throw new IllegalArgumentException(column + " is no whole number: " + value);
    }
    return (int) value;
  }

  boolean yes(String column) {
    int index = index(column);
    require(index, column);
    return group.getBoolean(index, FIRST);
  }

  List<String> texts(String column) {
    List<String> texts = new ArrayList<>();
    for (Group element : elements(column)) {
      texts.add(text(element, FIRST, column));
    }
    return texts;
  }

  double[] numbers(String column) {
    return elements(column).stream()
        .mapToDouble(element -> number(element, FIRST, column))
        .toArray();
  }

  /** The elements of a three-level list; a null list has none. */
  private List<Group> elements(String column) {
    int index = index(column);
    if (group.getType().getType(index).isPrimitive()) {
      throw new IllegalArgumentException(column + " is no list");
    }
    List<Group> elements = new ArrayList<>();
    if (group.getFieldRepetitionCount(index) > 0) {
      Group list = group.getGroup(index, FIRST);
      for (int i = 0; i < list.getFieldRepetitionCount(FIRST); i++) {
        elements.add(list.getGroup(FIRST, i));
      }
    }
    return elements;
  }

  private int index(String column) {
    return group.getType().getFieldIndex(column);
  }

  private void require(int index, String column) {
    if (group.getFieldRepetitionCount(index) == 0) {
      throw new IllegalArgumentException(column + " is null");
    }
  }

  /** A null text is an empty one: a feature without a justification. */
  private static String text(Group group, int index, String column) {
    Type type = primitive(group, index, column);
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case BINARY -> group.getFieldRepetitionCount(index) == 0 ? "" : group.getString(index, FIRST);
      default -> throw new IllegalArgumentException(column + " is no text: " + type);
    };
  }

  private static double number(Group group, int index, String column) {
    Type type = primitive(group, index, column);
    if (group.getFieldRepetitionCount(index) == 0) {
      return Double.NaN;
    }
    return switch (type.asPrimitiveType().getPrimitiveTypeName()) {
      case INT32 -> group.getInteger(index, FIRST);
      case INT64 -> group.getLong(index, FIRST);
      case FLOAT -> group.getFloat(index, FIRST);
      case DOUBLE -> group.getDouble(index, FIRST);
      default -> throw new IllegalArgumentException(column + " is no number: " + type);
    };
  }

  private static Type primitive(Group group, int index, String column) {
    Type type = group.getType().getType(index);
    if (!type.isPrimitive()) {
      throw new IllegalArgumentException(column + " is not a single value: " + type);
    }
    return type;
  }
}
