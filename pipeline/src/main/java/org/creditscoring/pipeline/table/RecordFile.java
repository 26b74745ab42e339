package org.creditscoring.pipeline.table;

import java.io.IOException;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;

/**
 * Writes a small table of Java records as one Parquet file, with the columns that {@link Records}
 * gives them: required all, lists of three levels. By parquet-java alone, because planning and
 * compiling a Spark job takes longer than the table.
 */
public final class RecordFile {
  private static final Map<Class<?>, PrimitiveTypeName> SCALARS =
      Map.of(
          boolean.class, PrimitiveTypeName.BOOLEAN,
          byte.class, PrimitiveTypeName.INT32,
          int.class, PrimitiveTypeName.INT32,
          long.class, PrimitiveTypeName.INT64,
          float.class, PrimitiveTypeName.FLOAT,
          double.class, PrimitiveTypeName.DOUBLE,
          String.class, PrimitiveTypeName.BINARY);

  private RecordFile() {}

  /**
   * Equal rows make equal bytes.
   *
   * @param file that is not there yet
   * @param type a record of the types of {@link Records}, byte arrays left out
   */
  public static <R extends Record> void write(Path file, List<R> rows, Class<R> type)
      throws IOException {
    try (ParquetWriter<R> writer =
        new Builder<>(file, type).withCompressionCodec(CompressionCodecName.SNAPPY).build()) {
      for (R row : rows) {
        writer.write(row);
      }
    }
    Footer.settle(file);
  }

  static MessageType schema(Class<? extends Record> type) {
    Types.MessageTypeBuilder schema = Types.buildMessage();
    for (RecordComponent component : type.getRecordComponents()) {
      schema.addField(field(component));
    }
    return schema.named("spark_schema");
  }

  static Object value(Record row, RecordComponent component) {
    try {
      return component.getAccessor().invoke(row);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(component + " cannot be read", e);
    }
  }

  private static Type field(RecordComponent component) {
    Class<?> type = component.getType();
    return type.isArray()
        ? Types.requiredList()
            .element(scalar(type.getComponentType(), "element"))
            .named(component.getName())
        : scalar(type, component.getName());
  }

  private static PrimitiveType scalar(Class<?> type, String name) {
    PrimitiveTypeName primitive = SCALARS.get(type);
    if (primitive == null) {
      throw new IllegalArgumentException(name + " cannot be a column: " + type.getTypeName());
    }
    LogicalTypeAnnotation logical =
        type == String.class
            ? LogicalTypeAnnotation.stringType()
            : type == byte.class ? LogicalTypeAnnotation.intType(Byte.SIZE, true) : null;
    return Types.required(primitive).as(logical).named(name);
  }

  private static final class Builder<R extends Record>
      extends ParquetWriter.Builder<R, Builder<R>> {
    private final Class<R> type;

    Builder(Path file, Class<R> type) {
      super(new LocalFile(file));
      this.type = type;
    }

    @Override
    protected Builder<R> self() {
      return this;
    }

    @Override
    protected WriteSupport<R> getWriteSupport(Configuration configuration) {
      return new Support<>(type);
    }
  }

  private static final class Support<R extends Record> extends WriteSupport<R> {
    private final Class<R> type;
    private final RecordComponent[] components;
    private RecordConsumer out;

    Support(Class<R> type) {
      this.type = type;
      components = type.getRecordComponents();
    }

    @Override
    public WriteContext init(Configuration configuration) {
      return new WriteContext(schema(type), Map.of());
    }

    @Override
    public void prepareForWrite(RecordConsumer consumer) {
      out = consumer;
    }

    @Override
    public void write(R row) {
      out.startMessage();
      for (int i = 0; i < components.length; i++) {
        Object value = value(row, components[i]);
        out.startField(components[i].getName(), i);
        if (components[i].getType().isArray()) {
          list(value);
        } else {
          scalar(value);
        }
        out.endField(components[i].getName(), i);
      }
      out.endMessage();
    }

    private void list(Object array) {
      out.startGroup();
      int length = Array.getLength(array);
      if (length > 0) {
        out.startField("list", 0);
        for (int i = 0; i < length; i++) {
          out.startGroup();
          out.startField("element", 0);
          scalar(Array.get(array, i));
          out.endField("element", 0);
          out.endGroup();
        }
        out.endField("list", 0);
      }
      out.endGroup();
    }

    private void scalar(Object value) {
      if (value instanceof String text) {
        out.addBinary(Binary.fromString(text));
      } else if (value instanceof Double number) {
        out.addDouble(number);
      } else if (value instanceof Float number) {
        out.addFloat(number);
      } else if (value instanceof Long number) {
        out.addLong(number);
      } else if (value instanceof Boolean yes) {
        out.addBoolean(yes);
      } else {
        out.addInteger(((Number) value).intValue());
      }
    }
  }
}
