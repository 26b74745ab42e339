package org.creditscoring.notebooks.interpreter.html;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Writes HTML in which every text and attribute value is escaped; there is no way to write a raw
 * string from outside.
 */
public final class Html {
  private final StringBuilder out = new StringBuilder();
  private final Deque<String> open = new ArrayDeque<>();

  /**
   * @param attributes name, value, name, value…
   */
  public Html open(String element, String... attributes) {
    tag(element, attributes);
    open.push(element);
    return this;
  }

  /** Closes the innermost open element. */
  public Html close() {
    out.append("</").append(open.pop()).append('>');
    return this;
  }

  public Html text(String text) {
    out.append(escape(text));
    return this;
  }

  /** An element that holds one text. */
  public Html element(String element, String text, String... attributes) {
    return open(element, attributes).text(text).close();
  }

  /** An element without content, such as {@code <br>}. */
  public Html empty(String element, String... attributes) {
    tag(element, attributes);
    return this;
  }

  /** Script or style of ours: never text from the service or the user. */
  Html trusted(String element, String source) {
    out.append('<').append(element).append('>').append(source);
    out.append("</").append(element).append('>');
    return this;
  }

  private void tag(String element, String... attributes) {
    out.append('<').append(element);
    for (int i = 0; i < attributes.length; i += 2) {
      out.append(' ').append(attributes[i]).append("=\"");
      out.append(escape(attributes[i + 1])).append('"');
    }
    out.append('>');
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    if (!open.isEmpty()) {
      throw new IllegalStateException("left open: " + open);
    }
    return out.toString();
  }
}
