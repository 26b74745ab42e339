package org.creditscoring.notebooks.interpreter.html;

/** What one place of a table shows, and the number that it is sorted and exported by. */
public final class Cell {
  private final String text;
  private final Double value;

  private Cell(String text, Double value) {
    this.text = text;
    this.value = value;
  }

  public static Cell of(String text) {
    return new Cell(text, null);
  }

  /**
   * @param value behind the text, unrounded; NaN where there is none
   */
  public static Cell of(String text, double value) {
    return new Cell(text, Double.isFinite(value) ? value : null);
  }

  void writeTo(Html html) {
    if (value == null) {
      html.element("td", text);
    } else {
      html.element("td", text, "data-value", value.toString());
    }
  }
}
