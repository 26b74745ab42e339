package org.creditscoring.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HomeCreditTest {

  static Stream<Table> tables() {
    return HomeCredit.all().stream();
  }

  @Test
  void tablesHaveTheWidthsOfThePublishedFiles() {
    assertThat(HomeCredit.all())
        .extracting(Table::fileName, table -> table.columns().size())
        .containsExactly(
            tuple("application_train.csv", 122),
            tuple("application_test.csv", 121),
            tuple("bureau.csv", 17),
            tuple("bureau_balance.csv", 3),
            tuple("previous_application.csv", 37),
            tuple("POS_CASH_balance.csv", 8),
            tuple("installments_payments.csv", 8),
            tuple("credit_card_balance.csv", 23));
  }

  @Test
  void sixtySevenColumnsOfTheApplicationMayBeMissing() {
    assertThat(HomeCredit.APPLICATION_TRAIN.columns().stream().filter(Column::nullable))
        .hasSize(67);
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyColumnHasTextsInBothLanguages(Table table) {
    for (Column column : table.columns()) {
      assertTexts(table.name() + "." + column.name() + " label", column.label(), 60);
      assertTexts(table.name() + "." + column.name() + " description", column.description(), 250);
      assertThat(column.description().en()).as(column.name()).endsWith(".");
      assertThat(column.description().fr()).as(column.name()).endsWith(".");
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyCategoryHasLabelsInBothLanguagesAndNoTwoAreTheSame(Table table) {
    for (Column column : table.columns()) {
      for (Category category : column.categories()) {
        assertTexts(column.name() + " = " + category.code(), category.label(), 60);
      }
      assertThat(column.categories()).extracting(c -> c.label().en()).doesNotHaveDuplicates();
      assertThat(column.categories()).extracting(c -> c.label().fr()).doesNotHaveDuplicates();
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void noTwoColumnsOfATableHaveTheSameLabel(Table table) {
    assertThat(table.columns()).extracting(c -> c.label().en()).doesNotHaveDuplicates();
    assertThat(table.columns()).extracting(c -> c.label().fr()).doesNotHaveDuplicates();
  }

  @Test
  void aRepeatedColumnReadsWell() {
    Column column = HomeCredit.APPLICATION_TRAIN.column("BASEMENTAREA_MEDI");
    assertThat(column.label())
        .isEqualTo(new Words("Basement area (median)", "Surface du sous-sol (médiane)"));
    assertThat(column.description().fr())
        .isEqualTo("Immeuble où vit le client : médiane de la surface du sous-sol, normalisée.");
    assertThat(HomeCredit.APPLICATION_TRAIN.column("FLAG_DOCUMENT_21").label().en())
        .isEqualTo("Document 21 provided");
  }

  @Test
  void keysAreThoseThatMustBeUnique() {
    assertThat(HomeCredit.APPLICATION_TEST.key()).containsExactly("SK_ID_CURR");
    assertThat(HomeCredit.BUREAU.key()).containsExactly("SK_ID_BUREAU");
    assertThat(HomeCredit.PREVIOUS_APPLICATION.key()).containsExactly("SK_ID_PREV");
    assertThat(HomeCredit.BUREAU_BALANCE.key()).isEmpty();
  }

  @Test
  void onlyThePastApplicationsHaveTheOutcome() {
    assertThat(HomeCredit.APPLICATION_TRAIN.header().subList(0, 2))
        .isEqualTo(List.of("SK_ID_CURR", "TARGET"));
    assertThat(HomeCredit.APPLICATION_TEST.header())
        .isEqualTo(
            HomeCredit.APPLICATION_TRAIN.header().stream()
                .filter(n -> !n.equals("TARGET"))
                .toList());
  }

  @Test
  void anUnknownColumnIsRefusedByName() {
    assertThatThrownBy(() -> HomeCredit.BUREAU.column("SK_BUREAU_ID"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("Table bureau has no column SK_BUREAU_ID.");
  }

  @Test
  void categoriesAreFoundByCode() {
    Column education = HomeCredit.APPLICATION_TRAIN.column("NAME_EDUCATION_TYPE");
    assertThat(education.category("Higher education"))
        .map(c -> c.label().fr())
        .contains("Enseignement supérieur");
    assertThat(education.category("Doctorate")).isEmpty();
  }

  private static void assertTexts(String what, Words words, int longest) {
    for (String text : List.of(words.en(), words.fr())) {
      assertThat(text).as(what).isNotBlank().hasSizeLessThanOrEqualTo(longest).doesNotContain("{");
      assertThat(text).as(what).isEqualTo(text.strip());
      assertThat(Character.isLowerCase(text.charAt(0))).as(what + ": " + text).isFalse();
    }
  }
}
