package org.creditscoring.notebooks.interpreter.html;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

class EscapingTest {
  @Property
  void anyTextComesBackAsItWas(@ForAll @CharRange(from = ' ', to = '~') String text) {
    Element parsed =
        Jsoup.parse(new Html().element("p", text, "title", text).toString()).selectFirst("p");

    assertThat(parsed.wholeText()).isEqualTo(text);
    assertThat(parsed.attr("title")).isEqualTo(text);
    assertThat(parsed.children()).isEmpty();
  }

  @Property
  void anyLabelInAScriptIsData(@ForAll String text) throws Exception {
    String json = Json.inScript(Json.object("label", text));

    assertThat(json).doesNotContain("<").doesNotContain(">").doesNotContain("&");
    assertThat(new ObjectMapper().readTree(json).path("label").asText()).isEqualTo(text);
  }
}
