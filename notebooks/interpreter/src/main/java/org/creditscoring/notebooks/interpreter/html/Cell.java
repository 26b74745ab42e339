package org.creditscoring.notebooks.interpreter.html;

/** What one place of a table shows, and the number that it is sorted and exported by. */
public final class Cell {
  private final String text;
  private final Double value;
  private final boolean words;

  private Cell(String text, Double value, boolean words) {
    this.text = text;
    this.value = value;
    this.words = words;
  }

  public static Cell of(String text) {
    return new Cell(text, null, false);
  }

  /** Read from the left, as words are. */
  public static Cell words(String text) {
    return new Cell(text, null, true);
  }

  /**
   * @param value behind the text, unrounded; NaN where there is none
   */
  public static Cell of(String text, double value) {
    return new Cell(text, Double.isFinite(value) ? value : null, false);
  }

  boolean isWords() {
    return words;
  }

  void writeTo(Html html) {
    if (words) {
      html.element("td", text, "class", "credit-text");
    } else if (value == null) {
      html.element("td", text);
    } else {
      html.element("td", text, "data-value", value.toString());
    }
  }
}
