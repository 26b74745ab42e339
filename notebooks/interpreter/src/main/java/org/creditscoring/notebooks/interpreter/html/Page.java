package org.creditscoring.notebooks.interpreter.html;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.creditscoring.notebooks.interpreter.text.Language;

/**
 * One paragraph's answer: its style, its HTML and its charts, complete in itself so that any
 * Zeppelin interface shows it.
 */
public final class Page {
  private static final String STYLE = resource("credit.css");
  private static final String SCRIPT = resource("chart.js");

  private final Html html = new Html();
  private final String id;
  private final Language language;
  private final String chartsAddress;
  private int charts;

  /**
   * @param paragraphId Zeppelin's, from which unique element ids are made
   * @param chartsAddress where a browser finds echarts.min.js
   * @param marks attributes of the whole answer, name, value, name, value…: by them a report view
   *     knows its title and whose question it answers
   */
  public Page(
      String paragraphId, Language language, String chartsAddress, Map<String, String> marks) {
    this.id = "credit-" + paragraphId.replaceAll("[^A-Za-z0-9_-]", "-");
    this.language = language;
    this.chartsAddress = chartsAddress;
    html.trusted("style", STYLE);
    List<String> attributes = new ArrayList<>(List.of("class", "credit", "lang", language.code()));
    marks.forEach((name, value) -> Collections.addAll(attributes, "data-" + name, value));
    html.open("div", attributes.toArray(String[]::new));
  }

  public Html html() {
    return html;
  }

  public Page table(Table table) {
    table.writeTo(html);
    return this;
  }

  /** A block that opens on demand. */
  public Page details(String heading, Consumer<Page> content) {
    html.open("details").element("summary", heading);
    content.accept(this);
    html.close();
    return this;
  }

  /**
   * @param tableHeading what the reader clicks to see the chart's table
   */
  public Page chart(Chart chart, String tableHeading) {
    String element = id + "-" + ++charts;
    html.element(
        "div",
        "",
        "class",
        "credit-chart",
        "id",
        element,
        "role",
        "img",
        "aria-label",
        chart.summary(),
        "style",
        "height:" + chart.height() + "px");
    details(tableHeading, page -> chart.table().writeTo(page.html));
    Object arguments =
        Json.object(
            "id",
            element,
            "height",
            chart.height(),
            "library",
            chartsAddress,
            "language",
            language.locale().toLanguageTag(),
            "option",
            chart.option());
    html.trusted(
        "script",
        "(function(){" + SCRIPT + "window.creditChart(" + Json.inScript(arguments) + ");})();");
    return this;
  }

  /** The whole answer. */
  public String finish() {
    html.close();
    return html.toString();
  }

  private static String resource(String name) {
    try (InputStream in =
        Page.class.getResourceAsStream("/org/creditscoring/notebooks/interpreter/html/" + name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + name + " of our own jar", e);
    }
  }
}
