package org.creditscoring.notebooks.interpreter.sentence;

import org.creditscoring.notebooks.interpreter.html.Page;

/** A figure with its name, in a list of class {@code credit-tiles}. */
final class Tiles {
  private Tiles() {}

  static void write(Page page, String name, String value) {
    page.html().open("div").element("dt", name).element("dd", value).close();
  }
}
