package org.creditscoring.notebooks.interpreter.sentence;

import static org.creditscoring.notebooks.interpreter.html.Json.object;

import java.util.List;
import java.util.Map;

/** Curves, told apart by their dashes as well as by their colours. */
final class Lines {
  private Lines() {}

  /**
   * @param points pairs of x and y
   * @param dash solid, dashed or dotted
   */
  static Map<String, Object> line(List<Object> points, String tone, String dash) {
    return object(
        "type",
        "line",
        "showSymbol",
        false,
        "silent",
        true,
        "lineStyle",
        object("color", tone, "width", 2.5, "type", dash),
        "itemStyle",
        object("color", tone),
        "data",
        points);
  }
}
