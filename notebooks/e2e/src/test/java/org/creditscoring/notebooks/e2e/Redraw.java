package org.creditscoring.notebooks.e2e;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * How long the Client note takes from the change of client until its last card is redrawn and
 * painted, in one browser, one client after another. Measured in the page; a figure of the machine
 * and what else runs on it, so it is printed and never asserted.
 */
final class Redraw {
  private static final String NOTE = "CREDIT001";

  private static final String SCRIPT =
      "const [hash, wanted, done] = arguments; const start = performance.now();"
          + "const watch = new MutationObserver(() => { if (document.body.dataset.drawn === wanted) {"
          + "watch.disconnect(); requestAnimationFrame(() => setTimeout(() => done(performance.now() - start))); } });"
          + "watch.observe(document.body, { attributes: true }); location.hash = hash;";

  private Redraw() {}

  /**
   * @param clients the first is where the page starts
   * @return a line with the median and the slowest
   */
  static String measure(EmbeddedZeppelin zeppelin, List<Integer> clients) throws IOException {
    try (Browser browser = Browser.open(1440, 1000)) {
      browser.go(zeppelin.address() + "/#note=" + NOTE + "&client=" + clients.get(0));
      browser.type("#user", "analyst");
      browser.type("#password", zeppelin.signIns().get("analyst"));
      browser.click("#sign-in button[type=submit]");
      browser.awaitDrawn(NOTE + " " + clients.get(0) + " en");
      List<Double> millis =
          clients.stream()
              .skip(1)
              .map(client -> one(browser, client))
              .sorted()
              .collect(Collectors.toList());
      return String.format(
          Locale.ROOT,
          "redraw of the Client note over %d clients: median %.0f ms, slowest %.0f ms",
          millis.size(),
          median(millis),
          millis.get(millis.size() - 1));
    }
  }

  private static double one(Browser browser, int client) {
    String hash = "note=" + NOTE + "&client=" + client;
    return browser.later(SCRIPT, hash, NOTE + " " + client + " en");
  }

  private static double median(List<Double> sorted) {
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }
}
