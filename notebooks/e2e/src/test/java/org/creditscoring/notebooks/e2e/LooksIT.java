package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether every note can be read: by a screen reader, in the dark, on a phone, in French. */
class LooksIT extends ReportView {
  private static final int DESK = 1440;
  private static final int PHONE = 360;

  /** Every minus that is read is a true one. */
  private static final String NO_HYPHEN =
      "!/(^|[\\s(])-\\d/.test(document.getElementById('cards').innerText)";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "CREDIT001",
        "CREDIT002",
        "CREDIT003",
        "CREDIT004",
        "CREDIT005",
        "CREDIT006",
        "CREDIT007",
        "CREDIT008"
      })
  void everyNoteCanBeRead(String note) throws Exception {
    // Free analysis is the modellers'.
    signIn("#note=" + note + "&client=100002", note.equals("CREDIT008") ? "modeller" : "analyst");
    browser.awaitDrawn(note + " 100002 en");
    assertThat(browser.accessibilityFindings()).isEmpty();
    nothingOverlaps(DESK);
    // Answers to SQL are shown as the engine writes them.
    if (!note.equals("CREDIT008")) {
      assertThat(browser.holds(NO_HYPHEN)).as("a hyphen for a minus").isTrue();
    }

    browser.dark();
    nothingOverlaps(PHONE);
    assertThat(
            browser.number(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isZero();

    browser.click("#bar [data-language=fr]");
    browser.awaitDrawn(note + " 100002 fr");
    nothingOverlaps(DESK);
    nothingOverlaps(PHONE);
    assertThat(browser.accessibilityFindings()).isEmpty();
  }

  /** No words of a chart run over others or out of the picture. */
  private void nothingOverlaps(int width) {
    browser.resize(width, 1000);
    browser.awaitCharts();
    assertThat(browser.wordsOverOthers()).as("at " + width).isEmpty();
  }

  @Test
  void theNumbersOfClientsStayInOneLineOnAPhone() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    browser.resize(PHONE, 800);

    assertThat(
            browser.number(
                "return Math.max(...[...document.querySelectorAll('.credit-queue button')].map(b => {"
                    + "const r = document.createRange(); r.selectNodeContents(b);"
                    + "return r.getClientRects().length; }))"))
        .isEqualTo(1);
  }

  @Test
  void theSignInHasNoSeriousAccessibilityFinding() {
    browser.go(address());
    browser.awaitElement("#user");

    assertThat(browser.accessibilityFindings()).isEmpty();
  }
}
