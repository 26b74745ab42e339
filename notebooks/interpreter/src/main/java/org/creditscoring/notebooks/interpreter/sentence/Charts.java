package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import java.util.List;
import java.util.Map;

/** The parts that our charts have in common, as ECharts options. */
final class Charts {
  private Charts() {}

  /**
   * A chart without animation, whose words break below it instead of being cut in a narrow card.
   *
   * @param title what the horizontal axis counts, maybe empty
   */
  static Map<String, Object> chart(String title) {
    return object(
        "animation",
        false,
        "tooltip",
        object("trigger", "item", "renderMode", "richText", "confine", true),
        "title",
        object(
            "text",
            title,
            "left",
            "center",
            "bottom",
            0,
            "textStyle",
            object(
                "fontSize", 12,
                "fontWeight", "normal",
                "color", "fn:muted",
                "width", "fn:chartWidth",
                "overflow", "break")));
  }

  /** Room for the words of lying bars at the left. */
  static Map<String, Object> lyingGrid(int top, int bottom) {
    return object("left", "fn:labelRoom", "right", 24, "top", top, "bottom", bottom);
  }

  static Map<String, Object> grid(int top, int bottom) {
    return object("left", 8, "right", 24, "top", top, "bottom", bottom, "containLabel", true);
  }

  static Map<String, Object> legend() {
    return object("top", 0, "right", 0, "textStyle", object("color", "fn:ink"));
  }

  /** Words of lying bars, the first on top. */
  static Map<String, Object> lyingWords(List<Object> labels) {
    return object(
        "type",
        "category",
        "inverse",
        true,
        "data",
        labels,
        "axisTick",
        object("show", false),
        "axisLine",
        object("show", false),
        "axisLabel",
        object(
            "width",
            "fn:labelWidth",
            "overflow",
            "break",
            "lineHeight",
            14,
            "color",
            "fn:ink",
            "interval",
            0));
  }

  /** Words under upright bars. */
  static Map<String, Object> words(List<Object> labels) {
    return object(
        "type",
        "category",
        "data",
        labels,
        "axisLine",
        object("lineStyle", object("color", "fn:line")),
        "axisTick",
        object("show", false),
        "axisLabel",
        object("color", "fn:ink", "hideOverlap", true));
  }

  /**
   * @param format a function of chart.js that writes the numbers
   */
  static Map<String, Object> values(String format) {
    return object(
        "type",
        "value",
        "axisLabel",
        object("formatter", format, "color", "fn:muted", "hideOverlap", true),
        "splitLine",
        object("lineStyle", object("color", "fn:line")));
  }

  /** An upright axis with its meaning written above it. */
  static Map<String, Object> above(Map<String, Object> axis, String name) {
    axis.put("name", name);
    axis.put("nameLocation", "end");
    axis.put(
        "nameTextStyle",
        object("color", "fn:muted", "align", "left", "padding", array(0, 0, 6, 0)));
    return axis;
  }

  static Map<String, Object> between(Map<String, Object> axis, double low, double high) {
    axis.put("min", low);
    axis.put("max", high);
    return axis;
  }

  /** A dashed line across a chart of upright bars or curves, its words above. */
  static Map<String, Object> limit(String axis, double at, String words) {
    return limit(axis, at, words, "end");
  }

  /** The same where bars lie, whose first row is on top. */
  static Map<String, Object> lyingLimit(double at, String words) {
    return limit("xAxis", at, words, "start");
  }

  private static Map<String, Object> limit(String axis, double at, String words, String place) {
    return object(
        "type", "line",
        "data", array(),
        "markLine",
            object(
                "silent", true,
                "symbol", "none",
                "lineStyle", object("color", "fn:ink", "type", "dashed", "width", 1.5),
                "label", object("formatter", words, "color", "fn:ink", "position", place),
                "data", array(object(axis, at))));
  }
}
