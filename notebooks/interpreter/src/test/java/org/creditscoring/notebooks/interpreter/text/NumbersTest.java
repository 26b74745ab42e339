package org.creditscoring.notebooks.interpreter.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NumbersTest {
  private final Numbers english = new Numbers(Language.EN);
  private final Numbers french = new Numbers(Language.FR);

  @Test
  void numbersFollowTheLanguage() {
    assertThat(english.number(1234567.891, 2)).isEqualTo("1,234,567.89");
    assertThat(french.number(1234567.891, 2)).isEqualTo("1\u202f234\u202f567,89");
    assertThat(english.percent(0.0912, 1)).isEqualTo("9.1%");
    assertThat(french.percent(0.0912, 1)).isEqualTo("9,1\u202f%");
  }

  @Test
  void aContributionHasItsSign() {
    assertThat(english.signed(0.349)).isEqualTo("+0.35");
    assertThat(english.signed(-0.349)).isEqualTo("\u22120.35");
    assertThat(french.signed(-1)).isEqualTo("\u22121,00");
  }

  @Test
  void everyMinusIsATrueOne() {
    assertThat(english.number(-1234.5, 1)).isEqualTo("\u22121,234.5");
    assertThat(english.plain(-0.25)).isEqualTo("\u22120.25");
    assertThat(french.percent(-0.1, 0)).isEqualTo("\u221210\u202f%");
    assertThat(english.number(-0.0004, 3)).isEqualTo("0");
    assertThat(english.signed(-0.001)).isEqualTo("0.00");
  }

  @Test
  void aRankIsNeitherNoneNorAll() {
    assertThat(english.rank(0.2)).isEqualTo("<1%");
    assertThat(english.rank(0.5)).isEqualTo("<1%");
    assertThat(english.rank(0.6)).isEqualTo("1%");
    assertThat(english.rank(49.6)).isEqualTo("50%");
    assertThat(english.rank(99.4)).isEqualTo("99%");
    assertThat(french.rank(99.5)).isEqualTo(">99\u202f%");
  }

  @Test
  void aRangeSaysItsPercentSignOnce() {
    assertThat(english.percents(0.011, 0.018, 1)).isEqualTo("1.1\u20131.8%");
    assertThat(french.percents(0.011, 0.018, 1)).isEqualTo("1,1\u20131,8\u202f%");
  }

  @Test
  void plainNumbersKeepAboutFourFigures() {
    assertThat(english.plain(0.0012345)).isEqualTo("0.001234");
    assertThat(english.plain(43.9412)).isEqualTo("43.94");
    assertThat(english.plain(123456.7)).isEqualTo("123,457");
    assertThat(english.plain(0)).isEqualTo("0");
  }

  @Test
  void twoSharesAreToldApart() {
    assertThat(english.decimalsToTellApart(0.27, 0.09)).isEqualTo(1);
    assertThat(english.decimalsToTellApart(0.0908, 0.0909)).isEqualTo(2);
    assertThat(english.decimalsToTellApart(0.5, 0.5)).isEqualTo(1);
  }
}
