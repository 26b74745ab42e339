package org.creditscoring.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.decision.Direction;
import org.creditscoring.model.feature.Category;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTest {
  private static final Feature OCCUPATION =
      build(
          Feature.category(
              "OCCUPATION",
              List.of(
                  new Category("Working", new Text("Employed", "Salarié")),
                  new Category("Pensioner", new Text("Pensioner", "Retraité")))));

  private static Feature build(FeatureBuilder declared) {
    return declared.group(Groups.AGE).label("Age", "Âge").build();
  }

  private static Feature number(Unit unit) {
    return build(Feature.number("X", unit));
  }

  /** No-break spaces stand between a number and its unit, and between thousands in French. */
  @ParameterizedTest
  @CsvSource({
    "YEARS,42.3,42_years,42_ans",
    "YEARS,4.25,4.2_years,'4,2_ans'",
    "YEARS,1,1_year,1_an",
    "YEARS,0.9,0.9_years,'0,9_an'",
    "YEARS,0.96,1_year,1_an",
    "YEARS,-0.04,0_years,0_an",
    "DAYS,2,2_days,2_jours",
    "DAYS,-10,−10_days,−10_jours",
    "CURRENCY,202500,'202,500',202_500",
    "SHARE,0.1234,12.3%,'12,3_%'",
    "SHARE,0.5,50%,50_%",
    "RATIO,3.25,3.2_times,'3,2_fois'",
    "COUNT,2,2,2",
    "NONE,0.123456,0.123,'0,123'",
    "NONE,-0.0,0,0",
    "NONE,1234567,'1,234,567',1_234_567",
    "HOUR,14,14_o'clock,14_h"
  })
  void numbersAreSaidWithTheirUnit(Unit unit, float value, String en, String fr) {
    assertThat(plain(ValueFormat.words(number(unit), value, Language.EN))).isEqualTo(en);
    assertThat(plain(ValueFormat.words(number(unit), value, Language.FR))).isEqualTo(fr);
  }

  @Test
  void percentSignsAreThoseOfTheLanguage() {
    assertThat(NumberWords.percent(-0.0912, 1, Language.EN)).isEqualTo("\u22129.1%");
    assertThat(NumberWords.percent(0.0912, 1, Language.FR)).isEqualTo("9,1\u202f%");
    assertThat(NumberWords.percent(-0.0004, 1, Language.EN)).isEqualTo("0.0%");
  }

  /** A shared format would mix up the figures of two threads. */
  @Test
  void manyThreadsSayTheSame() {
    Feature age = number(Unit.YEARS);
    Feature credit = number(Unit.CURRENCY);
    IntStream.range(0, 20_000)
        .parallel()
        .forEach(
            i -> {
              assertThat(plain(ValueFormat.words(age, 4.75f, Language.FR))).isEqualTo("4,8_ans");
              assertThat(ValueFormat.words(credit, 202_500, Language.EN)).isEqualTo("202,500");
            });
  }

  private static String plain(String words) {
    return words.replaceAll("[\u00a0\u202f]", "_");
  }

  @Test
  void categoriesAndFlagsAreSaidInWords() {
    assertThat(ValueFormat.words(OCCUPATION, 1, Language.FR)).isEqualTo("Retraité");
    assertThat(ValueFormat.words(OCCUPATION, 7, Language.EN)).isEqualTo("not known");
    assertThat(ValueFormat.words(build(Feature.flag("F")), 1, Language.FR)).isEqualTo("oui");
    assertThat(ValueFormat.words(build(Feature.flag("F")), 0, Language.EN)).isEqualTo("no");
  }

  @Test
  void aReasonIsASentence() {
    Feature age = number(Unit.YEARS);
    assertThat(plain(ReasonText.of(age, 23, 43, Direction.AGAINST, Language.EN)))
        .isEqualTo("Age: 23_years (typically 43_years). This raises the risk.");
    assertThat(plain(ReasonText.of(age, 61, 43, Direction.FOR, Language.FR)))
        .isEqualTo("Âge_: 61_ans (habituellement 43_ans). Cela réduit le risque.");
    assertThat(plain(ReasonText.of(age, 43.2f, 43, Direction.FOR, Language.EN)))
        .isEqualTo("Age: 43_years, as is typical. This lowers the risk.");
    assertThat(plain(ReasonText.of(age, Float.NaN, Double.NaN, Direction.AGAINST, Language.FR)))
        .isEqualTo("Âge_: non renseigné. Cela augmente le risque.");
  }
}
