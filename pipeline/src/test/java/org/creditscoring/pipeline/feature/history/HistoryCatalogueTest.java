package org.creditscoring.pipeline.feature.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Sensitivity;
import org.creditscoring.model.feature.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HistoryCatalogueTest {
  private static final List<Feature> CATALOGUE = History.catalogue();

  @Test
  void everyNameIsUnique() {
    assertThat(CATALOGUE).extracting(Feature::name).doesNotHaveDuplicates();
  }

  @Test
  void everyFeatureNamesARawTable() {
    List<String> tables = HomeCredit.all().stream().map(Table::name).toList();
    assertThat(CATALOGUE).extracting(Feature::source).isSubsetOf(tables);
    assertThat(CATALOGUE)
        .extracting(Feature::source)
        .contains(
            "bureau",
            "previous_application",
            "POS_CASH_balance",
            "installments_payments",
            "credit_card_balance");
  }

  @Test
  void noneTouchesAProtectedTrait() {
    assertThat(CATALOGUE)
        .extracting(feature -> feature.treatment().sensitivity())
        .containsOnly(Sensitivity.FREE);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  void everyTextIsThereAndSaysOneFeature(Language language) {
    assertThat(CATALOGUE)
        .extracting(feature -> feature.words().label().in(language))
        .doesNotHaveDuplicates();
    for (Feature feature : CATALOGUE) {
      for (Text text :
          List.of(
              feature.words().label(), feature.words().description(), feature.words().formula())) {
        assertThat(text.in(language))
            .as(feature.name())
            .isNotBlank()
            .doesNotContain("  ", "%", "_");
      }
      assertThat(feature.words().description().in(language)).as(feature.name()).endsWith(".");
      String label = feature.words().label().in(language);
      assertThat(label.substring(0, 1)).isEqualTo(label.substring(0, 1).toUpperCase(Locale.ROOT));
    }
  }

  @Test
  void frenchElidesBeforeAVowel() {
    assertThat(CATALOGUE)
        .extracting(feature -> feature.words().label().fr())
        .noneMatch(label -> label.matches(".*\\b(de|le|la) [aeiouéèêh].*"));
  }
}
