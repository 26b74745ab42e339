package org.creditscoring.pipeline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.ArrayType;
import org.apache.spark.sql.types.StructField;
import org.creditscoring.pipeline.SparkTest;
import org.junit.jupiter.api.Test;

class RecordsTest extends SparkTest {
  /** One of each kind of component. */
  public record All(
      boolean yes,
      byte small,
      int number,
      long big,
      float rough,
      double fine,
      String text,
      float[] many,
      int[] places,
      String[] names) {}

  /** What no column can hold. */
  public record Odd(List<String> list) {}

  @Test
  void aRecordComesBackAsItWent() {
    All all =
        new All(
            true,
            (byte) -1,
            7,
            1L << 40,
            Float.NaN,
            0.1,
            "é",
            new float[] {1, Float.NaN},
            new int[] {3},
            new String[] {"a"});

    All back =
        spark().createDataset(List.of(all), Records.encoder(All.class)).repartition(2).first();

    assertThat(back)
        .usingRecursiveComparison()
        .withEqualsForType(Float::equals, Float.class)
        .isEqualTo(all);
  }

  @Test
  void noColumnIsNullable() {
    Dataset<All> none = spark().createDataset(List.<All>of(), Records.encoder(All.class));

    assertThat(none.schema().fields()).noneMatch(StructField::nullable);
    assertThat(Arrays.stream(none.schema().fields()).map(StructField::dataType))
        .filteredOn(ArrayType.class::isInstance)
        .hasSize(3)
        .noneMatch(type -> ((ArrayType) type).containsNull());
  }

  @Test
  void otherComponentsAreRefusedByName() {
    assertThatThrownBy(() -> Records.encoder(Odd.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Odd.list");
  }
}
