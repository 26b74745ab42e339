package org.creditscoring.pipeline.card;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.creditscoring.model.feature.Language;

/** One chart as inline SVG: axes from 0, lines, points with intervals; colours are the page's. */
final class Plot {
  private static final int WIDTH = 460;
  private static final int HEIGHT = 340;
  private static final int LEFT = 58;
  private static final int RIGHT = 24;
  private static final int TOP = 14;
  private static final int BOTTOM = 48;
  private static final int TICKS = 5;

  private final StringBuilder body = new StringBuilder();
  private final Axis x;
  private final Axis y;
  private final Language language;

  /**
   * An axis from 0.
   *
   * @param label what stands along it
   * @param to its end, above 0
   * @param unit whether it is told as a share of hundred or as a number
   */
  record Axis(String label, double to, Unit unit) {
    double step() {
      double power = Math.pow(10, Math.floor(Math.log10(to / TICKS)));
      double steps = to / TICKS / power;
      // A hair above a whole step is rounding.
      return power * (steps <= 1.01 ? 1 : steps <= 2.01 ? 2 : steps <= 5.01 ? 5 : 10);
    }
  }

  enum Unit {
    SHARE,
    NUMBER
  }

  record Point(double x, double y) {}

  Plot(Axis x, Axis y, Language language) {
    this.x = x;
    this.y = y;
    this.language = language;
    grid();
  }

  private void grid() {
    for (double tick = 0; tick <= x.to() * (1 + 1e-9); tick += x.step()) {
      body.append(
          tag("line", "grid", "x1=%s y1=%s x2=%s y2=%s", px(tick), py(0), px(tick), py(y.to())));
      body.append(text(px(tick), HEIGHT - BOTTOM + 18, "middle", "tick", said(x, tick)));
    }
    for (double tick = 0; tick <= y.to() * (1 + 1e-9); tick += y.step()) {
      body.append(
          tag("line", "grid", "x1=%s y1=%s x2=%s y2=%s", px(0), py(tick), px(x.to()), py(tick)));
      body.append(text(LEFT - 8, py(tick) + 4, "end", "tick", said(y, tick)));
    }
    body.append(text((LEFT + WIDTH - RIGHT) / 2.0, HEIGHT - 8, "middle", "axis", x.label()));
    body.append(
        "<text class=\"axis\" text-anchor=\"middle\" transform=\"translate(14 %s) rotate(-90)\">%s</text>"
            .formatted(number((TOP + HEIGHT - BOTTOM) / 2.0), Html.escaped(y.label())));
  }

  private String said(Axis axis, double value) {
    if (axis.unit() == Unit.SHARE) {
      return CardNumbers.percent(value, axis.step() < 0.01 ? 1 : 0, language);
    }
    return CardNumbers.fixed(value, axis.step() < 0.1 ? 2 : axis.step() < 1 ? 1 : 0, language);
  }

  Plot line(String style, List<Point> points) {
    String path =
        points.stream()
            .map(point -> number(px(point.x())) + "," + number(py(point.y())))
            .collect(Collectors.joining(" "));
    body.append("<polyline class=\"%s\" points=\"%s\"/>".formatted(style, path));
    return this;
  }

  /** A vertical line over the whole height, with words beside it. */
  Plot at(String style, double value, String words, double height) {
    body.append(
        tag("line", style, "x1=%s y1=%s x2=%s y2=%s", px(value), py(0), px(value), py(y.to())));
    boolean late = value > 0.6 * x.to();
    body.append(
        text(
            px(value) + (late ? -6 : 6),
            TOP + height,
            late ? "end" : "start",
            "note " + style,
            words));
    return this;
  }

  /** An interval along the x axis. */
  Plot band(String style, double from, double to) {
    body.append(
        tag(
            "rect",
            style,
            "x=%s y=%s width=%s height=%s",
            px(from),
            py(y.to()),
            px(Math.min(to, x.to())) - px(from),
            py(0) - py(y.to())));
    return this;
  }

  /** A point with a vertical interval. */
  Plot point(String style, Point at, double low, double high) {
    body.append(
        tag(
            "line",
            style + " whisker",
            "x1=%s y1=%s x2=%s y2=%s",
            px(at.x()),
            py(low),
            px(at.x()),
            py(Math.min(high, y.to()))));
    body.append(tag("circle", style, "cx=%s cy=%s r=%s", px(at.x()), py(at.y()), 4));
    return this;
  }

  /**
   * The picture.
   *
   * @param id unique on the page
   * @param title what it shows, for those who cannot see it
   */
  String svg(String id, String title) {
    return "<svg viewBox=\"0 0 %d %d\" role=\"img\" aria-labelledby=\"%s\"><title id=\"%s\">%s</title>%s</svg>"
        .formatted(WIDTH, HEIGHT, id, id, Html.escaped(title), body);
  }

  private double px(double value) {
    return LEFT + value / x.to() * (WIDTH - LEFT - RIGHT);
  }

  private double py(double value) {
    return HEIGHT - BOTTOM - value / y.to() * (HEIGHT - TOP - BOTTOM);
  }

  private static String tag(String name, String style, String attributes, double... values) {
    String filled = attributes;
    for (double value : values) {
      filled = filled.replaceFirst("=%s", "=\"" + number(value) + "\"");
    }
    return "<%s class=\"%s\" %s/>".formatted(name, style, filled);
  }

  private static String text(double x, double y, String anchor, String style, String words) {
    return "<text class=\"%s\" x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>"
        .formatted(style, number(x), number(y), anchor, Html.escaped(words));
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
