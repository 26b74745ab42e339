package org.creditscoring.model.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowFeaturesTest {
  private static final float MISSING = Float.NaN;

  private static RawRow row(Map<String, Float> values) {
    return column -> values.getOrDefault(column, MISSING);
  }

  private static RowFeature feature(String name) {
    return RowFeatures.all().stream()
        .filter(each -> each.feature().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  /**
   * A client of 40 years, five years in the job, borrowing three incomes over 20 annuities, who
   * supplied documents 3, 6 and 8.
   */
  private static final RawRow CLIENT =
      withDocuments(
          Set.of(3, 6, 8),
          Map.ofEntries(
              Map.entry("DAYS_BIRTH", -14_610f),
              Map.entry("DAYS_EMPLOYED", -1_826.25f),
              Map.entry("DAYS_REGISTRATION", -3_652.5f),
              Map.entry("DAYS_ID_PUBLISH", -730.5f),
              Map.entry("DAYS_LAST_PHONE_CHANGE", -365.25f),
              Map.entry("OWN_CAR_AGE", 10f),
              Map.entry("AMT_INCOME_TOTAL", 100_000f),
              Map.entry("AMT_CREDIT", 300_000f),
              Map.entry("AMT_ANNUITY", 15_000f),
              Map.entry("AMT_GOODS_PRICE", 240_000f),
              Map.entry("CNT_CHILDREN", 3f),
              Map.entry("EXT_SOURCE_1", 0.5f),
              Map.entry("EXT_SOURCE_2", 0.25f),
              Map.entry("EXT_SOURCE_3", 0.75f)));

  private static RawRow withDocuments(Set<Integer> supplied, Map<String, Float> others) {
    Map<String, Float> values = new HashMap<>(others);
    for (int n = 2; n <= 21; n++) {
      values.put("FLAG_DOCUMENT_" + n, supplied.contains(n) ? 1f : 0f);
    }
    return row(values);
  }

  @ParameterizedTest
  @CsvSource({
    "AGE_YEARS,40",
    "EMPLOYMENT_YEARS,5",
    "REGISTRATION_YEARS,10",
    "ID_DOCUMENT_YEARS,2",
    "PHONE_YEARS,1",
    "EMPLOYMENT_TO_AGE,0.125",
    "CAR_TO_AGE,0.25",
    "PHONE_TO_AGE,0.025",
    "CREDIT_TO_INCOME,3",
    "ANNUITY_TO_INCOME,0.15",
    "INCOME_PER_DEPENDANT,25000",
    "INCOME_TO_AGE,2500",
    "CREDIT_TERM,20",
    "CREDIT_TO_GOODS,1.25",
    "GOODS_TO_INCOME,2.4",
    "CREDIT_OVER_GOODS,60000",
    "EXT_SOURCE_MEAN,0.5",
    "EXT_SOURCE_MIN,0.25",
    "EXT_SOURCE_MAX,0.75",
    "EXT_SOURCE_PRODUCT,0.09375",
    "EXT_SOURCE_SPREAD,0.2041241",
    "EXT_SOURCE_WEIGHTED,0.5277778",
    "EXT_SOURCE_KNOWN,3",
    "OTHER_DOCUMENTS,2"
  })
  void isWorkedOutByHand(String name, float expected) {
    assertThat(feature(name).value(CLIENT))
        .isCloseTo(expected, within(1e-6f * Math.max(1, expected)));
  }

  @Test
  void everyRowFeatureIsWorkedOutAbove() throws NoSuchMethodException {
    String[] lines =
        RowFeaturesTest.class
            .getDeclaredMethod("isWorkedOutByHand", String.class, float.class)
            .getAnnotation(CsvSource.class)
            .value();
    assertThat(lines)
        .extracting(line -> line.split(",")[0])
        .containsExactlyInAnyOrderElementsOf(
            RowFeatures.all().stream().map(each -> each.feature().name()).toList());
  }

  @Test
  void aClientWithoutEmploymentHasNoTimeInEmployment() {
    RawRow pensioner = row(Map.of("DAYS_EMPLOYED", 365_243f, "DAYS_BIRTH", -20_000f));
    assertThat(feature("EMPLOYMENT_YEARS").value(pensioner)).isNaN();
    assertThat(feature("EMPLOYMENT_TO_AGE").value(pensioner)).isNaN();
  }

  @Test
  void scoresAreTakenFromThoseKnown() {
    RawRow two = row(Map.of("EXT_SOURCE_2", 0.4f, "EXT_SOURCE_3", 0.6f));
    assertThat(feature("EXT_SOURCE_MEAN").value(two)).isCloseTo(0.5f, within(1e-6f));
    assertThat(feature("EXT_SOURCE_PRODUCT").value(two)).isNaN();
    assertThat(feature("EXT_SOURCE_SPREAD").value(two)).isCloseTo(0.1f, within(1e-6f));
    assertThat(feature("EXT_SOURCE_WEIGHTED").value(two)).isCloseTo(3.6f / 7, within(1e-6f));
    assertThat(feature("EXT_SOURCE_SPREAD").value(row(Map.of("EXT_SOURCE_2", 0.4f)))).isNaN();
    assertThat(feature("EXT_SOURCE_KNOWN").value(row(Map.of()))).isZero();
  }

  @Test
  void divisionByNothingIsMissing() {
    RawRow noIncome = row(Map.of("AMT_CREDIT", 1f, "AMT_INCOME_TOTAL", 0f));
    assertThat(feature("CREDIT_TO_INCOME").value(noIncome)).isNaN();
  }

  @Test
  void readsExactlyWhatItDeclares() {
    for (RowFeature each : RowFeatures.all()) {
      Set<String> read = new HashSet<>();
      each.formula()
          .of(
              column -> {
                read.add(column);
                return CLIENT.number(column);
              });
      assertThat(read).as(each.feature().name()).containsExactlyInAnyOrderElementsOf(each.inputs());
    }
  }

  @Test
  void anUndeclaredColumnIsRefusedByName() {
    RowFeature wrong =
        new RowFeature(
            Feature.number("X", Unit.NONE).group(Groups.INCOME).label("x", "x").build(),
            List.of("AMT_CREDIT"),
            row -> row.number("TARGET"));
    assertThatThrownBy(() -> wrong.value(CLIENT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("X reads TARGET without declaring it");
  }

  @Test
  void whatIsMadeFromAProtectedTraitSaysWhy() {
    assertThat(RowFeatures.all())
        .filteredOn(
            each -> each.inputs().contains("DAYS_BIRTH") || each.inputs().contains("CNT_CHILDREN"))
        .isNotEmpty()
        .allMatch(each -> each.feature().treatment().sensitivity() == Sensitivity.JUSTIFIED);
  }

  @Test
  void noneReadsTheOutcome() {
    assertThat(RowFeatures.all()).noneMatch(each -> each.inputs().contains("TARGET"));
  }
}
