package org.creditscoring.data;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class ColumnTest {
  private static final Words WORDS = new Words("Word", "Mot");

  @Test
  void aNumberHasNoCategories() {
    var category = new Category("Y", WORDS);
    assertThatThrownBy(
            () ->
                new Column(
                    "A", ColumnType.INTEGER, false, Unit.COUNT, WORDS, WORDS, List.of(category)))
        .hasMessageContaining("Column A");
  }

  @Test
  void aTextHasCategories() {
    assertThatThrownBy(
            () -> new Column("A", ColumnType.TEXT, false, Unit.NONE, WORDS, WORDS, List.of()))
        .hasMessageContaining("Column A");
  }

  @Test
  void aWholeNumberIsNeverMissing() {
    assertThatThrownBy(
            () -> new Column("A", ColumnType.INTEGER, true, Unit.COUNT, WORDS, WORDS, List.of()))
        .hasMessageContaining("DECIMAL");
  }

  @Test
  void aCodeIsThereOnce() {
    var twice = List.of(new Category("Y", WORDS), new Category("Y", WORDS));
    assertThatThrownBy(
            () -> new Column("A", ColumnType.TEXT, false, Unit.NONE, WORDS, WORDS, twice))
        .hasMessageContaining("twice");
  }

  @Test
  void aTableNamesEachColumnOnce() {
    var column = new Column("A", ColumnType.ID, false, Unit.NONE, WORDS, WORDS, List.of());
    assertThatThrownBy(() -> new Table("t", List.of(column, column), List.of("A")))
        .hasMessageContaining("column A is declared twice");
    assertThatThrownBy(() -> new Table("t", List.of(column), List.of("B")))
        .hasMessageContaining("[B]");
  }
}
