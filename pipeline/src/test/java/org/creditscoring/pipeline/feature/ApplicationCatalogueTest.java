package org.creditscoring.pipeline.feature;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.model.feature.RowFeatures;
import org.creditscoring.model.feature.Sensitivity;
import org.creditscoring.model.json.Json;
import org.junit.jupiter.api.Test;

class ApplicationCatalogueTest {
  private static final Catalogue CATALOGUE = ApplicationCatalogue.catalogue();

  /** A building's mode and median say what its average says; the average alone is a feature. */
  @Test
  void everyRawColumnIsDeclaredButIdOutcomeAndRepetitions() {
    Set<String> left = new HashSet<>(HomeCredit.APPLICATION_TRAIN.header());
    CATALOGUE.values().stream().map(Feature::name).forEach(left::remove);

    assertThat(left).contains("SK_ID_CURR", "TARGET").hasSize(2 + 2 * 14);
    left.removeAll(Set.of("SK_ID_CURR", "TARGET"));
    assertThat(left)
        .allSatisfy(
            name ->
                assertThat(CATALOGUE.position(name.replaceAll("_(MODE|MEDI)$", "_AVG")))
                    .isPresent());
  }

  @Test
  void theOutcomeIsNeverAValue() {
    assertThat(CATALOGUE.values()).extracting(Feature::name).doesNotContain("TARGET", "SK_ID_CURR");
  }

  @Test
  void whatALawForbidsIsKeptApart() {
    assertThat(CATALOGUE.forbidden())
        .extracting(Feature::name)
        .containsExactly("CODE_GENDER", "NAME_FAMILY_STATUS", "CNT_FAM_MEMBERS", "NAME_TYPE_SUITE");
  }

  /** Family members less children is one for the single and two for the married. */
  @Test
  void noFeatureGivesFamilyStatusAway() {
    assertThat(CATALOGUE.features()).extracting(Feature::name).doesNotContain("CNT_FAM_MEMBERS");
    assertThat(RowFeatures.all()).noneMatch(row -> row.inputs().contains("CNT_FAM_MEMBERS"));
  }

  @Test
  void maternityIsToldApartNowhere() {
    assertThat(CATALOGUE.features())
        .flatExtracting(Feature::categories)
        .extracting(Category::code)
        .contains("Working")
        .doesNotContain("Maternity leave");
  }

  @Test
  void whatTouchesATraitIsInForAReason() {
    assertThat(CATALOGUE.features())
        .filteredOn(feature -> feature.treatment().sensitivity() == Sensitivity.JUSTIFIED)
        .extracting(Feature::name)
        .contains("CNT_CHILDREN", "REGION_RATING_CLIENT", "LIVE_CITY_NOT_WORK_CITY", "AGE_YEARS");
  }

  @Test
  void daysAreInputsOfRowFeaturesAndNotFeatures() {
    assertThat(CATALOGUE.inputs())
        .extracting(Feature::name)
        .contains(
            "DAYS_BIRTH",
            "DAYS_EMPLOYED",
            "DAYS_REGISTRATION",
            "DAYS_ID_PUBLISH",
            "DAYS_LAST_PHONE_CHANGE",
            "FLAG_DOCUMENT_2",
            "FLAG_DOCUMENT_21");
    assertThat(CATALOGUE.inputs()).hasSize(24);
  }

  /** Two reasons that say the same would crowd out a third. */
  @Test
  void aRatioAndItsNumeratorGiveOneReason() {
    assertThat(RowFeatures.all())
        .filteredOn(row -> row.inputs().size() == 2)
        .hasSizeGreaterThan(10)
        .allSatisfy(
            row ->
                assertThat(row.feature().group())
                    .as(row.feature().name())
                    .isEqualTo(feature(row.inputs().get(0)).group()));
    assertThat(CATALOGUE.features())
        .filteredOn(feature -> feature.name().startsWith("EXT_SOURCE"))
        .extracting(Feature::group)
        .containsOnly(Groups.EXTERNAL_SCORES);
  }

  @Test
  void kindsAreThoseThatPeopleRead() {
    assertThat(feature("FLAG_OWN_CAR").kind()).isEqualTo(Kind.FLAG);
    assertThat(feature("EMERGENCYSTATE_MODE").kind()).isEqualTo(Kind.FLAG);
    assertThat(feature("FLAG_EMAIL").kind()).isEqualTo(Kind.FLAG);
    assertThat(feature("NAME_INCOME_TYPE").kind()).isEqualTo(Kind.CATEGORY);
    assertThat(feature("AMT_CREDIT").kind()).isEqualTo(Kind.NUMBER);
  }

  @Test
  void itComesBackFromJsonAsItWent() {
    assertThat(Json.read(Json.write(CATALOGUE), Catalogue.class)).isEqualTo(CATALOGUE);
  }

  private static Feature feature(String name) {
    List<Feature> values = CATALOGUE.values();
    return values.get(CATALOGUE.position(name).orElseThrow());
  }
}
