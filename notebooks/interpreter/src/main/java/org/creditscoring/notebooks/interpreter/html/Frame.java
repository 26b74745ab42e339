package org.creditscoring.notebooks.interpreter.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What stands around a chart: its key and the titles of its axes. They are text of the page, so
 * that they break into lines in a narrow card and never run over the picture.
 */
public final class Frame {
  private final String below;
  private String above = "";
  private String aboveRight = "";
  private final List<Entry> keys = new ArrayList<>();

  /** How a series is drawn, in small. */
  public enum Mark {
    BAR,
    /** Of two colours, by what the value says. */
    TWO_BARS,
    LINE,
    DASHED,
    DOTTED,
    DOT,
    TRIANGLE,
    DIAMOND,
    RING
  }

  private static final class Entry {
    private final String name;
    private final Mark mark;
    private final String tone;

    private Entry(String name, Mark mark, String tone) {
      this.name = name;
      this.mark = mark;
      this.tone = tone;
    }
  }

  private Frame(String below) {
    this.below = below;
  }

  /**
   * @param title of the horizontal axis
   */
  public static Frame below(String title) {
    return new Frame(title);
  }

  /**
   * @param title of the vertical axis
   */
  public Frame above(String title) {
    above = title;
    return this;
  }

  /**
   * @param title of a second vertical axis, at the right
   */
  public Frame aboveRight(String title) {
    aboveRight = title;
    return this;
  }

  /**
   * @param tone a colour of chart.js, such as {@code fn:for}
   */
  public Frame key(String name, Mark mark, String tone) {
    keys.add(new Entry(name, mark, tone));
    return this;
  }

  void open(Html html) {
    html.open("div", "class", "credit-figure");
    if (!keys.isEmpty()) {
      html.open("ul", "class", "credit-keys");
      for (Entry key : keys) {
        String mark = key.mark.name().toLowerCase(Locale.ROOT).replace('_', '-');
        String tone = "color:var(--credit-" + key.tone.substring("fn:".length()) + ")";
        html.open("li")
            .element("i", "", "class", "credit-key credit-key-" + mark, "style", tone)
            .text(key.name)
            .close();
      }
      html.close();
    }
    if (!above.isEmpty() || !aboveRight.isEmpty()) {
      html.open("p", "class", "credit-above")
          .element("span", above)
          .element("span", aboveRight)
          .close();
    }
  }

  void close(Html html) {
    if (!below.isEmpty()) {
      html.element("p", below, "class", "credit-below");
    }
    html.close();
  }
}
