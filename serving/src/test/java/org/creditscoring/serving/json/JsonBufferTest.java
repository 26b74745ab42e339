package org.creditscoring.serving.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Jackson's walk over values is the oracle. */
class JsonBufferTest {
  @Test
  void textsAreEscapedAsJacksonDoes() {
    List<String> texts =
        List.of(
            "",
            "plain",
            "Âge d'un prêt",
            "1\u202f234,5\u00a0%",
            "say \"no\"",
            "back\\slash",
            "tab\tline\nfeed\u0001",
            "\ud83d\ude42 smiles",
            "\u007f\u0080\u07ff\u0800\uffff");
    for (String text : texts) {
      assertThat(said(new JsonBuffer(0).text(text))).isEqualTo(said(JsonBuffer.rendered(text)));
    }
  }

  @Test
  void whatIsNoNumberIsNull() {
    JsonBuffer json = new JsonBuffer(0);
    json.number(Float.NaN).raw(',').number(Float.NEGATIVE_INFINITY).raw(',').number(-0f);
    assertThat(said(json)).isEqualTo("null,null,-0.0");
  }

  @Test
  void wholeNumbers() {
    for (int number : new int[] {0, 9, 10, 100_002, Integer.MAX_VALUE, -1, Integer.MIN_VALUE}) {
      assertThat(said(new JsonBuffer(0).number(number))).isEqualTo(Integer.toString(number));
    }
  }

  @Test
  void growsToWhatIsWritten() {
    JsonBuffer json = new JsonBuffer(0);
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 1_000; i++) {
      json.number(i).raw(',').unquoted("é");
      expected.append(i).append(",é");
    }
    assertThat(said(json)).isEqualTo(expected.toString());
  }

  private static String said(JsonBuffer json) {
    return said(json.toBytes());
  }

  private static String said(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
