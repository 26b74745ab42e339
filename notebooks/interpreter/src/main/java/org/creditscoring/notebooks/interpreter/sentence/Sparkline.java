package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import org.creditscoring.notebooks.interpreter.html.Html;

/**
 * A small histogram of all clients with the bar of one marked. Inline SVG: it needs no script and
 * no library, so ten of them cost nothing.
 */
final class Sparkline {
  private static final int WIDTH = 200;
  private static final int HEIGHT = 64;

  /** Above the bars, for the mark. */
  private static final int HEAD = 12;

  private final JsonNode bins;
  private final int here;
  private final String tone;

  /**
   * @param distribution the service's answer, with its client
   */
  Sparkline(JsonNode distribution) {
    JsonNode client = distribution.path("client");
    this.bins = distribution.required("bins");
    this.here = client.path("bin").asInt(-1);
    double contribution = client.path("contribution").asDouble();
    this.tone =
        contribution > 0 ? "credit-against" : contribution < 0 ? "credit-for" : "credit-mark";
  }

  void write(Html html, String summary) {
    double most = 1;
    for (JsonNode bin : bins) {
      most = Math.max(most, bin.required("all").asDouble());
    }
    html.open(
        "svg",
        "class",
        "credit-spark",
        "viewBox",
        "0 0 " + WIDTH + " " + (HEAD + HEIGHT),
        "preserveAspectRatio",
        "none",
        "role",
        "img",
        "aria-label",
        summary);
    double step = (double) WIDTH / bins.size();
    for (int i = 0; i < bins.size(); i++) {
      JsonNode bin = bins.get(i);
      double height = Math.max(1, HEIGHT * bin.required("all").asDouble() / most);
      // Missing values stand apart from the values.
      double gap = bin.path("kind").asText().equals("missing") ? step * 0.25 : 0;
      html.open(
              "rect",
              "x",
              number(i * step + gap + 0.5),
              "y",
              number(HEAD + HEIGHT - height),
              "width",
              number(Math.max(1, step - gap - 1)),
              "height",
              number(height),
              "class",
              i == here ? tone : gap > 0 ? "credit-bin credit-bin-missing" : "credit-bin")
          .close();
    }
    if (here >= 0) {
      double middle = (here + 0.5) * step;
      String points =
          number(middle - 5) + ",1 " + number(middle + 5) + ",1 " + number(middle) + ",10";
      html.open("polygon", "points", points, "class", "credit-mark").close();
    }
    html.close();
  }

  private static String number(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
