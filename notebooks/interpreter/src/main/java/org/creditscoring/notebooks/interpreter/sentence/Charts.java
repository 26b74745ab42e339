package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.array;
import static org.creditscoring.notebooks.interpreter.html.Json.object;

import java.util.List;
import java.util.Map;

/** The parts that our charts have in common, as ECharts options. */
final class Charts {
  private static final int[] NICE = {1, 2, 5, 10};

  private Charts() {}

  /** A chart without animation; key and axis titles are its frame's. */
  static Map<String, Object> chart() {
    return object(
        "animation",
        false,
        "tooltip",
        object("trigger", "item", "renderMode", "richText", "confine", true));
  }

  /** Room for the words of lying bars at the left. */
  static Map<String, Object> lyingGrid(int top) {
    return object("left", "fn:labelRoom", "right", 16, "top", top, "bottom", 24);
  }

  /**
   * @param top room for the words of a limit, 10 without one
   */
  static Map<String, Object> grid(int top) {
    return object("left", 2, "right", 18, "top", top, "bottom", 4, "containLabel", true);
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

  static Map<String, Object> between(Map<String, Object> axis, double low, double high) {
    axis.put("min", low);
    axis.put("max", high);
    return axis;
  }

  /** The same with ends and steps that read well, about six of them. */
  static Map<String, Object> evenly(Map<String, Object> axis, double low, double high) {
    double step = niceStep((high - low) / 6);
    axis.put("interval", step);
    // Counted in steps, so that no rounding error shows.
    return between(
        axis, Math.floor(low / step + 1e-9) * step, Math.ceil(high / step - 1e-9) * step);
  }

  /** The least of 1, 2, 5 times a power of ten that is not below. */
  private static double niceStep(double least) {
    double power = Math.pow(10, Math.floor(Math.log10(Math.max(least, 1e-9))));
    for (int nice : NICE) {
      if (nice * power >= least * (1 - 1e-9)) {
        return nice * power;
      }
    }
    throw new IllegalStateException("no step for " + least);
  }

  /**
   * A dashed line across a chart of upright bars or curves, its words above it.
   *
   * @param share how far along the axis it lies, 0 to 1: words stand to the side that has the room
   */
  static Map<String, Object> limit(double at, double share, String words) {
    return line("xAxis", at, share > 0.5, words, "end");
  }

  /** The same where bars lie, whose first row is on top. */
  static Map<String, Object> lyingLimit(double at, double share, String words) {
    return line("xAxis", at, share > 0.5, words, "start");
  }

  /** A dashed line that says nothing, such as the one at zero. */
  static Map<String, Object> zero(String axis) {
    return line(axis, 0, false, "", "end");
  }

  /** Its words to the left of the line, or to its right. */
  static Map<String, Object> line(
      String axis, double at, boolean wordsLeft, String words, String place) {
    return object(
        "type", "line",
        "data", array(),
        "markLine",
            object(
                "silent",
                true,
                "symbol",
                "none",
                "z",
                1,
                "lineStyle",
                object("color", "fn:ink", "type", "dashed", "width", 1.5),
                "label",
                object(
                    "formatter",
                    words,
                    "color",
                    "fn:ink",
                    "position",
                    place,
                    "align",
                    wordsLeft ? "right" : "left"),
                "data",
                array(object(axis, at))));
  }
}
