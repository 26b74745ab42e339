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
import org.creditscoring.notebooks.interpreter.text.Texts;

/**
 * One paragraph's answer: its style, its HTML and its charts, complete in itself so that any
 * Zeppelin interface shows it; the report view has style and scripts already.
 */
public final class Page {
  private static final String STYLE = resource("credit.css");
  private static final String CHARTS = resource("chart.js");
  private static final String TABLES = resource("table.js");

  private final Html html = new Html();
  private final String id;
  private final Language language;
  private final String chartsAddress;
  private final String csvLabel;
  private final Host host;
  private int charts;
  private boolean tables;

  /** What the page that shows the answer brings along. */
  public enum Host {
    /** Nothing: an official interface. */
    BARE,
    /** Our style sheet and scripts, loaded once for all cards: the report view. */
    REPORT_VIEW
  }

  /**
   * @param paragraphId Zeppelin's, from which unique element ids are made
   * @param chartsAddress where a browser finds echarts.min.js
   * @param marks attributes of the whole answer, name, value, name, value…: by them a report view
   *     knows its title and whose question it answers
   */
  public Page(
      String paragraphId,
      Language language,
      String chartsAddress,
      Host host,
      Map<String, String> marks) {
    this.id = "credit-" + paragraphId.replaceAll("[^A-Za-z0-9_-]", "-");
    this.language = language;
    this.chartsAddress = chartsAddress;
    this.csvLabel = new Texts(language).say("table.csv");
    this.host = host;
    if (host == Host.BARE) {
      html.trusted("style", STYLE);
    }
    List<String> attributes = new ArrayList<>(List.of("class", "credit", "lang", language.code()));
    marks.forEach((name, value) -> Collections.addAll(attributes, "data-" + name, value));
    html.open("div", attributes.toArray(String[]::new));
  }

  public Html html() {
    return html;
  }

  public Page table(Table table) {
    tables = true;
    table.writeTo(html, csvLabel);
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
    chart.frame().open(html);
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
        "tabindex",
        "0",
        "style",
        "height:" + chart.height() + "px");
    chart.frame().close(html);
    details(tableHeading, page -> page.table(chart.table()));
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
    String library = charts == 1 && host == Host.BARE ? CHARTS : "";
    html.trusted(
        "script",
        "(function(){" + library + "window.creditChart(" + Json.inScript(arguments) + ");})();");
    return this;
  }

  /**
   * Tells the report view which fields the paragraph offers, so that it need not ask for the note.
   *
   * @param description plain JSON values
   */
  public Page fields(Map<String, Object> description) {
    html.element(
        "div",
        "",
        "class",
        "credit-fields",
        "hidden",
        "hidden",
        "data-form",
        Json.text(description));
    return this;
  }

  /** The whole answer. */
  public String finish() {
    if (tables && host == Host.BARE) {
      html.trusted("script", "(function(){" + TABLES + "})();");
    }
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
