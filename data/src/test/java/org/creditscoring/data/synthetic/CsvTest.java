package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CsvTest {

  @ParameterizedTest
  @CsvSource({"0,0", "-637,-637", "365243,365243", "1000000000000,1000000000000"})
  void wholeNumbers(long value, String printed) {
    assertThat(line(new Csv().whole(value))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({"0,0.0", "-637,-637.0", "12,12.0"})
  void wholeNumbersOfADecimalColumn(long value, String printed) {
    assertThat(line(new Csv().wholeDecimal(value))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "0,0.0",
    "24700500,24700.5",
    "-4003335,-4003.335",
    "1000,1.0",
    "5,0.005",
    "-5,-0.005"
  })
  void amountsInThousandths(long value, String printed) {
    assertThat(line(new Csv().thousandths(value))).isEqualTo(printed);
  }

  @ParameterizedTest
  @CsvSource({
    "0.0,0.0",
    "-3648.0,-3648.0",
    "24700.5,24700.5",
    "0.9722,0.9722",
    "0.035792,0.035792",
    "1.17E8,117000000.0",
    "0.08303696739132256,0.0830369673913226"
  })
  void decimalsWithoutTrailingZeros(double value, String printed) {
    assertThat(line(new Csv().decimal(value))).isEqualTo(printed);
  }

  @org.junit.jupiter.api.Test
  void textsWithACommaAreQuotedAndAMissingValueIsEmpty() {
    Csv csv = new Csv();
    csv.text("Stone, brick").missing().text("Block").endRow();
    assertThat(csv.toString()).isEqualTo("\"Stone, brick\",,Block\n");
    assertThat(csv.rows()).isEqualTo(1);
  }

  @org.junit.jupiter.api.Test
  void aBufferGrows() {
    Csv csv = new Csv();
    for (int i = 0; i < 100_000; i++) {
      csv.whole(i).endRow();
    }
    assertThat(csv.toString()).startsWith("0\n1\n2\n").endsWith("99998\n99999\n");
  }

  private static String line(Csv csv) {
    csv.endRow();
    return csv.toString().stripTrailing();
  }
}
