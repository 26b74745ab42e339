package org.creditscoring.notebooks.interpreter.html;

import java.util.Map;

/** An Apache ECharts option with the words that stand for it where it cannot be seen. */
public final class Chart {
  private final Frame frame;
  private final Map<String, Object> option;
  private final int height;
  private final String summary;
  private final Table table;

  /**
   * @param frame what stands around it
   * @param option plain JSON values; {@code formatter}, {@code color} and {@code renderItem} may
   *     name a function or a colour of {@code chart.js} as {@code fn:…}
   * @param height in CSS pixels
   * @param summary one sentence for a screen reader
   * @param table all that the chart draws, in words
   */
  public Chart(Frame frame, Map<String, Object> option, int height, String summary, Table table) {
    this.frame = frame;
    this.option = option;
    this.height = height;
    this.summary = summary;
    this.table = table;
  }

  Frame frame() {
    return frame;
  }

  Map<String, Object> option() {
    return option;
  }

  int height() {
    return height;
  }

  String summary() {
    return summary;
  }

  Table table() {
    return table;
  }
}
