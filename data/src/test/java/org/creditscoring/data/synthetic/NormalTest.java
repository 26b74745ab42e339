package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalTest {

  /** Values of printed tables of the normal distribution (Abramowitz and Stegun, table 26.1). */
  @ParameterizedTest
  @CsvSource({
    "0, 0.5",
    "1, 0.841344746068543",
    "-1, 0.158655253931457",
    "1.96, 0.975002104851780",
    "3, 0.998650101968370",
    "-5, 2.866515719e-7"
  })
  void agreesWithPrintedTables(double z, double expected) {
    assertThat(Normal.cdf(z)).isCloseTo(expected, within(1e-13));
  }
}
