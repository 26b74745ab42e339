package org.creditscoring.notebooks.interpreter.sentence;

import org.creditscoring.notebooks.interpreter.html.Page;

/** Figures with their names, side by side as far as the card has room. */
final class Tiles {
  private Tiles() {}

  static void open(Page page) {
    page.html().open("div", "class", "credit-board").open("dl", "class", "credit-tiles");
  }

  static void close(Page page) {
    page.html().close().close();
  }

  static void write(Page page, String name, String value) {
    page.html().open("div").element("dt", name).element("dd", value).close();
  }
}
