package org.creditscoring.pipeline.table;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.io.api.RecordMaterializer;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Type.Repetition;

/** Puts the cells of a row together into a Java record. */
final class RecordColumns<R extends Record> extends RecordMaterializer<R> {
  private final Constructor<R> constructor;
  private final Object[] cells;
  private final List<Converter> converters = new ArrayList<>();
  private final List<Items> lists = new ArrayList<>();

  RecordColumns(MessageType columns, Class<R> type) {
    RecordComponent[] components = type.getRecordComponents();
    cells = new Object[components.length];
    // A double that has no column is unknown.
    Arrays.fill(cells, Double.NaN);
    for (Type column : columns.getFields()) {
      for (int place = 0; place < components.length; place++) {
        if (components[place].getName().equals(column.getName())) {
          converters.add(converter(components[place].getType(), place));
        }
      }
    }
    try {
      constructor =
          type.getDeclaredConstructor(
              Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException("every record has its canonical constructor", e);
    }
  }

  /**
   * The columns of a file that a record has.
   *
   * @throws IllegalArgumentException naming the column that is missing or of another type
   */
  static MessageType projection(MessageType file, Class<? extends Record> type) {
    MessageType wanted = RecordFile.schema(type);
    List<Type> found = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      Optional<Type> column = column(file, name);
      if (column.isPresent()) {
        require(leaf(column.get()), leaf(wanted.getType(name)), name);
        found.add(column.get());
      } else if (component.getType() != double.class) {
        throw new IllegalArgumentException("it has no column " + name);
      }
    }
    return new MessageType(file.getName(), found);
  }

  @Override
  public R getCurrentRecord() {
    lists.forEach(list -> cells[list.place] = list.array());
    try {
      return constructor.newInstance(cells);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("no record can be made of a row: " + e.getCause(), e);
    }
  }

  @Override
  public GroupConverter getRootConverter() {
    return new Group(converters);
  }

  private static Optional<Type> column(MessageType file, String name) {
    return file.getFields().stream().filter(field -> field.getName().equals(name)).findFirst();
  }

  private static Type leaf(Type column) {
    return column.isPrimitive() ? column : leaf(column.asGroupType().getType(0));
  }

  private static void require(Type leaf, Type wanted, String name) {
    if (leaf.isRepetition(Repetition.OPTIONAL)
        || leaf.asPrimitiveType().getPrimitiveTypeName()
            != wanted.asPrimitiveType().getPrimitiveTypeName()) {
      throw new IllegalArgumentException(
          "its column " + name + " is '" + leaf + "' where '" + wanted + "' is meant");
    }
  }

  private Converter converter(Class<?> type, int place) {
    if (!type.isArray()) {
      return new Scalar(type, value -> cells[place] = value);
    }
    Items items = new Items(type.getComponentType(), place);
    lists.add(items);
    // Three levels: the list, its repeated group, the element.
    return new Group(List.of(new Group(List.of(items.element()))), items::clear);
  }

  private static final class Group extends GroupConverter {
    private final List<Converter> fields;
    private final Runnable begin;

    Group(List<Converter> fields) {
      this(fields, () -> {});
    }

    Group(List<Converter> fields, Runnable begin) {
      this.fields = fields;
      this.begin = begin;
    }

    @Override
    public Converter getConverter(int field) {
      return fields.get(field);
    }

    @Override
    public void start() {
      begin.run();
    }

    @Override
    public void end() {
      // The cells are read when the row is whole.
    }
  }

  @FunctionalInterface
  private interface Sink {
    void put(Object value);
  }

  private static final class Scalar extends PrimitiveConverter {
    private final Class<?> type;
    private final Sink sink;

    Scalar(Class<?> type, Sink sink) {
      this.type = type;
      this.sink = sink;
    }

    @Override
    public void addBinary(Binary value) {
      sink.put(value.toStringUsingUTF8());
    }

    @Override
    public void addBoolean(boolean value) {
      sink.put(value);
    }

    @Override
    public void addDouble(double value) {
      sink.put(value);
    }

    @Override
    public void addFloat(float value) {
      sink.put(value);
    }

    @Override
    public void addInt(int value) {
      sink.put(type == byte.class ? (Object) (byte) value : (Object) value);
    }

    @Override
    public void addLong(long value) {
      sink.put(value);
    }
  }

  /** The elements of a list of the row at hand. */
  private static final class Items {
    private final int place;
    private final Class<?> type;
    private Object array;
    private int count;

    Items(Class<?> type, int place) {
      this.type = type;
      this.place = place;
      array = Array.newInstance(type, 16);
    }

    void clear() {
      count = 0;
    }

    /** The elements, in an array of their number. */
    Object array() {
      Object whole = Array.newInstance(type, count);
      System.arraycopy(array, 0, whole, 0, count);
      return whole;
    }

    /** Floats are by far the most, and are not boxed. */
    Converter element() {
      if (type != float.class) {
        return new Scalar(type, value -> Array.set(room(), count++, value));
      }
      return new PrimitiveConverter() {
        @Override
        public void addFloat(float value) {
          ((float[]) room())[count++] = value;
        }
      };
    }

    private Object room() {
      int length = Array.getLength(array);
      if (count == length) {
        Object larger = Array.newInstance(type, 2 * length);
        System.arraycopy(array, 0, larger, 0, length);
        array = larger;
      }
      return array;
    }
  }
}
