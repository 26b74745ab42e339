package org.creditscoring.serving.snapshot;

import org.apache.parquet.column.ColumnDescriptor;
import org.apache.parquet.column.ColumnReader;
import org.apache.parquet.column.impl.ColumnReadStoreImpl;
import org.apache.parquet.column.page.PageReadStore;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.Converter;
import org.apache.parquet.io.api.GroupConverter;
import org.apache.parquet.io.api.PrimitiveConverter;
import org.apache.parquet.schema.GroupType;
import org.apache.parquet.schema.MessageType;

/** Column-wise reading: parquet-java's lowest level, without records in between. */
final class Columns {
  private Columns() {}

  static ColumnReadStoreImpl of(PageReadStore pages, MessageType projection, String createdBy) {
    return new ColumnReadStoreImpl(pages, shape(projection), projection, createdBy);
  }

  /**
   * Reads the list of one row.
   *
   * @throws IllegalArgumentException if it has another length or holds a null
   */
  static void floats(ColumnReader reader, float[] destination) {
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (int i = 0; i < destination.length; i++) {
      if (reader.getCurrentRepetitionLevel() != (i == 0 ? 0 : 1)
          || reader.getCurrentDefinitionLevel() != present) {
        throw wrongList(reader.getDescriptor(), destination.length);
      }
      destination[i] = reader.getFloat();
      reader.consume();
    }
    requireEnd(reader, destination.length);
  }

  /** As {@link #floats}, of whole numbers. */
  static void ints(ColumnReader reader, int[] destination) {
    int present = reader.getDescriptor().getMaxDefinitionLevel();
    for (int i = 0; i < destination.length; i++) {
      if (reader.getCurrentRepetitionLevel() != (i == 0 ? 0 : 1)
          || reader.getCurrentDefinitionLevel() != present) {
        throw wrongList(reader.getDescriptor(), destination.length);
      }
      destination[i] = reader.getInteger();
      reader.consume();
    }
    requireEnd(reader, destination.length);
  }

  /** Passes over lists of one length. */
  static void skip(ColumnReader reader, long rows, int length) {
    for (long left = rows * length; left > 0; left--) {
      reader.skip();
      reader.consume();
    }
  }

  private static void requireEnd(ColumnReader reader, int length) {
    if (reader.getCurrentRepetitionLevel() != 0) {
      throw wrongList(reader.getDescriptor(), length);
    }
  }

  static IllegalArgumentException wrongList(ColumnDescriptor column, int length) {
    return new IllegalArgumentException(
        "a list of its column "
            + column.getPath()[0]
            + " has not the "
            + length
            + " elements of the contract, or a null among them");
  }

  /** The converters that a column store asks for; nothing is ever sent to them. */
  private static GroupConverter shape(GroupType type) {
    Converter[] converters =
        type.getFields().stream()
            .map(field -> field.isPrimitive() ? new Silent() : shape(field.asGroupType()))
            .toArray(Converter[]::new);
    return new GroupConverter() {
      @Override
      public Converter getConverter(int field) {
        return converters[field];
      }

      @Override
      public void start() {}

      @Override
      public void end() {}
    };
  }

  private static final class Silent extends PrimitiveConverter {
    @Override
    public void addFloat(float value) {}

    @Override
    public void addInt(int value) {}

    @Override
    public void addBinary(Binary value) {}
  }
}
