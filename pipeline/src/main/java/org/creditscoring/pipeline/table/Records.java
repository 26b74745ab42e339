package org.creditscoring.pipeline.table;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Encoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoder;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders;
import org.apache.spark.sql.catalyst.encoders.AgnosticEncoders.EncoderField;
import org.apache.spark.sql.catalyst.encoders.ExpressionEncoder;
import org.apache.spark.sql.types.Metadata;
import scala.Option;
import scala.collection.JavaConverters;
import scala.reflect.ClassTag$;

/**
 * Spark encoders of Java records: a column per component, in order and under its name, none of them
 * nullable, arrays of primitives copied as a block. Spark 3.5 knows beans and Scala products only;
 * a record has the accessors and the constructor of a product.
 */
public final class Records {
  private static final Map<Class<?>, AgnosticEncoder<?>> SCALARS =
      Map.of(
          boolean.class, AgnosticEncoders.PrimitiveBooleanEncoder$.MODULE$,
          byte.class, AgnosticEncoders.PrimitiveByteEncoder$.MODULE$,
          int.class, AgnosticEncoders.PrimitiveIntEncoder$.MODULE$,
          long.class, AgnosticEncoders.PrimitiveLongEncoder$.MODULE$,
          float.class, AgnosticEncoders.PrimitiveFloatEncoder$.MODULE$,
          double.class, AgnosticEncoders.PrimitiveDoubleEncoder$.MODULE$,
          String.class, AgnosticEncoders.StringEncoder$.MODULE$,
          byte[].class, AgnosticEncoders.BinaryEncoder$.MODULE$);

  private Records() {}

  /**
   * @param type a public record of primitives, strings and arrays of them
   * @throws IllegalArgumentException if a component has another type
   */
  public static <R extends Record> Encoder<R> encoder(Class<R> type) {
    List<EncoderField> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(
          new EncoderField(
              component.getName(),
              encoderOf(component),
              false,
              Metadata.empty(),
              Option.empty(),
              Option.empty()));
    }
    return ExpressionEncoder.apply(
        new AgnosticEncoders.ProductEncoder<>(
            ClassTag$.MODULE$.<R>apply(type),
            JavaConverters.asScalaBuffer(fields).toSeq(),
            Option.empty()));
  }

  /** Of one column that is an array of floats. */
  @SuppressWarnings("unchecked") // Java sees an array of Scala's type variable as an object.
  public static Encoder<float[]> floats() {
    return (Encoder<float[]>)
        (Encoder<?>)
            ExpressionEncoder.apply(
                new AgnosticEncoders.ArrayEncoder<>(SCALARS.get(float.class), false));
  }

  private static AgnosticEncoder<?> encoderOf(RecordComponent component) {
    Class<?> type = component.getType();
    if (SCALARS.containsKey(type)) {
      return SCALARS.get(type);
    }
    if (type.isArray() && SCALARS.containsKey(type.getComponentType())) {
      return new AgnosticEncoders.ArrayEncoder<>(SCALARS.get(type.getComponentType()), false);
    }
    throw new IllegalArgumentException(
        component.getDeclaringRecord().getSimpleName()
            + "."
            + component.getName()
            + " cannot be a column: "
            + type.getTypeName());
  }
}
