package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.openqa.selenium.Keys;

/** What an analyst does with the report view. */
class ReportViewIT extends ReportView {
  @Test
  void signInChooseAClientAndAllCardsAreDrawn() throws Exception {
    signIn("");
    browser.awaitDrawn("CREDIT001  en");
    assertThat(browser.text("#card-credit-client-decision")).contains("Choose a client");

    browser.type("#client", "100002");
    browser.click("#search button");
    browser.awaitDrawn("CREDIT001 100002 en");

    assertThat(browser.text("#card-credit-client-client"))
        .contains("Client 100002")
        .contains("Synthetic data");
    assertThat(browser.text("#card-credit-client-decision"))
        .contains("Credit refused for client 100002.");
    assertThat(browser.text("#card-credit-client-reasons")).contains("What speaks against");
    browser.awaitElement("#card-credit-client-waterfall svg");
    assertThat(browser.words("#card-credit-client-waterfall svg text"))
        .contains("→ 15.8%", "27.4%", "cut-off 9.1%");
    assertThat(browser.words("#card-credit-client-position h3"))
        .containsExactly("External scores, mean", "Age", "Organisation type");
    assertThat(browser.holds("document.querySelectorAll('.card.failed').length === 0")).isTrue();
  }

  /** Zeppelin hands on the runs of one interpreter a tenth of a second apart. */
  @Test
  void theCardsOfAPageTravelAsOneRun() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    browser.requests("/api/notebook/run/");

    browser.click("#card-credit-client-queue [data-credit-client='100003']");
    browser.awaitDrawn("CREDIT001 100003 en");

    assertThat(browser.requests("/api/notebook/run/")).hasSize(1);
  }

  @Test
  void aLinkOpensItsClientAndAHostileLabelIsDrawnAsText() throws Exception {
    signIn("#note=CREDIT001&client=100003");
    browser.awaitDrawn("CREDIT001 100003 en");

    assertThat(browser.text("#card-credit-client-decision"))
        .contains("Credit accepted for client 100003.");
    assertThat(browser.text("#card-credit-client-reasons"))
        .contains("Document 3 <script>alert('x')</script> & \"co\" was given.");
  }

  @Test
  void theNextClientRedrawsAllCardsAndGoesAlongToTheNextNote() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");

    browser.click("#card-credit-client-queue [data-credit-client='100003']");
    browser.awaitDrawn("CREDIT001 100003 en");
    assertThat(browser.text("#card-credit-client-decision"))
        .contains("Credit accepted for client 100003.");

    browser.click("#notes [data-note=CREDIT004]");
    browser.awaitDrawn("CREDIT004 100003 en");
    assertThat(browser.text("#card-credit-importance-group")).contains("client 100003");
    assertThat(browser.address()).endsWith("#note=CREDIT004&client=100003");
  }

  @Test
  void aFeatureIsChosenOnceForAllCardsAndLeadsFromTheClientToItsNote() throws Exception {
    signIn("#note=CREDIT001&client=100003");
    browser.awaitDrawn("CREDIT001 100003 en");

    browser.click("#card-credit-client-position [data-credit-feature=AGE]");
    browser.awaitDrawn("CREDIT002 100003 en");
    browser.awaitText("#card-credit-features-distribution", "Age for client 100003: 46 years.");
    assertThat(browser.text("#card-credit-features-describe"))
        .contains("days since birth / 365.25");
    assertThat(
            browser.holds(
                "document.querySelectorAll('label[data-name=feature]:not([hidden])').length === 1"))
        .isTrue();

    browser.select("#card-credit-features-distribution select[name=feature]", "EXT_SOURCE_MEAN");
    browser.awaitText("#card-credit-features-describe", "mean of EXT_SOURCE_1, 2 and 3");
    browser.click("#bar [data-language=fr]");
    browser.awaitDrawn("CREDIT002 100003 fr");

    assertThat(browser.text("#card-credit-features-distribution")).contains("Comparer");
    assertThat(browser.text("#title")).isEqualTo("Variables");
    assertThat(browser.text("#sign-out")).isEqualTo("Se déconnecter");
  }

  @Test
  void twoFeaturesAreSetAgainstEachOther() throws Exception {
    signIn("#note=CREDIT003&client=100002");
    browser.awaitDrawn("CREDIT003 100002 en");
    browser.awaitElement("#card-credit-pairs-pair svg");
    assertThat(browser.text("#card-credit-pairs-pair")).contains("0.16 across, 26 years up");

    browser.select("#card-credit-pairs-pair select[name=x]", "AGE");

    browser.awaitText("#card-credit-pairs-pair", "Choose two different features.");
  }

  @Test
  void whatIfShowsTheNewDecisionAndIsForgottenWithTheClient() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");

    browser.fill("#card-credit-client-what-if input[name='input.AMT_CREDIT']", "200000");
    browser.awaitText(
        "#card-credit-client-what-if", "Credit would be accepted instead of refused.");
    assertThat(service().bodies()).contains("{\"values\":{\"AMT_CREDIT\":200000.0}}");
    int asked = service().bodies().size();

    browser.type("#client", "100003");
    browser.click("#search button");
    browser.awaitDrawn("CREDIT001 100003 en");
    assertThat(browser.text("#card-credit-client-what-if")).contains("Change a field");
    assertThat(service().bodies()).hasSize(asked);
  }

  @Test
  void aReviewIsRecordedByItsButtonOnce() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    int before = service().bodies().size();

    browser.select("#card-credit-client-reviews select[name=verdict]", "OVERRIDDEN");
    browser.type("#card-credit-client-reviews textarea", "New employer, see file 7.");
    browser.click("#card-credit-client-reviews button[type=submit]");
    browser.awaitText("#card-credit-client-reviews", "Recorded.");
    browser.click("#bar [data-language=fr]");
    browser.awaitDrawn("CREDIT001 100002 fr");

    assertThat(service().bodies().subList(before, service().bodies().size()))
        .containsExactly(
            "{\"verdict\":\"OVERRIDDEN\",\"reason\":\"New employer, see file 7.\",\"snapshotId\":\"20261122T201500Z-3f9a\"}");
    assertThat(browser.holds("document.querySelector('textarea[name=reason]').value === ''"))
        .isTrue();
  }

  @Test
  void theSliderMovesTheCutOffInAllCards() throws Exception {
    signIn("#note=CREDIT006");
    browser.awaitDrawn("CREDIT006  en");
    browser.fill("#card-credit-portfolio-cut-off input[type=range]", "20");

    browser.awaitText("#card-credit-portfolio-cut-off", "from a probability of 4.76% (571 points)");
    browser.await(
        "[...document.querySelectorAll('#card-credit-portfolio-scores svg text')].some(t => t.textContent === 'cut-off 4.8%')");
  }

  @Test
  void aTableIsSortedSearchedAndTakenAway() throws Exception {
    browser.downloadTo(folder());
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    String card = "#card-credit-client-contributions ";

    browser.click(card + "th:nth-child(3) .credit-sort");
    browser.click(card + "th:nth-child(3) .credit-sort");
    assertThat(browser.text(card + "tbody tr:first-child")).contains("−0.12");
    browser.fill(card + ".credit-filter", "scor");
    assertThat(
            browser.number(
                "return [...document.querySelectorAll('"
                    + card
                    + "tbody tr')].filter(r => !r.hidden).length"))
        .isEqualTo(2);
    // Texts as a raw table may hold them: a spreadsheet would run the first and must read the
    // second.
    browser.number(
        "const heads = document.querySelectorAll('"
            + card
            + "tbody th'); heads[0].textContent = '-2+3'; heads[1].textContent = '-5.5'; return 0");
    browser.click(card + ".credit-csv");

    assertThat(downloaded("contributions-of-client-100002.csv"))
        .contains("\r\n\"'-2+3\",")
        .contains("\r\n\"-5.5\",")
        .startsWith("\ufeff\"Feature\",\"Value\",\"Contribution (log-odds)\",\"Points\"\r\n")
        .contains("\"External scores, mean\",\"0.162\",\"0.93\"");
  }

  @Test
  void aNoteIsExportedAsAPageThatNeedsNothing() throws Exception {
    browser.downloadTo(folder());
    signIn("#note=CREDIT001&client=100003");
    browser.awaitDrawn("CREDIT001 100003 en");
    browser.awaitElement("#card-credit-client-waterfall svg");
    browser.click("#export");

    String page = downloaded("client-100003.html");
    assertThat(page)
        .contains(
            "Credit accepted for client 100003.", "Synthetic data", "<svg", "--credit-against")
        .doesNotContain("<script", "<form", "http://localhost", "<input");
  }

  private String downloaded(String name) throws Exception {
    Path file = folder().resolve(name);
    for (int i = 0; i < 100 && !Files.exists(file); i++) {
      TimeUnit.MILLISECONDS.sleep(50);
    }
    return Files.readString(file);
  }

  @Test
  void theArrowsWalkThroughAChart() throws Exception {
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    browser.awaitElement("#card-credit-client-waterfall .credit-said");
    browser.press(
        "#card-credit-client-waterfall .credit-chart", Keys.ARROW_RIGHT, Keys.ARROW_RIGHT);

    assertThat(browser.words("#card-credit-client-waterfall .credit-said").get(0))
        .contains("External scores, mean: 0.16");
  }

  @Test
  void anUnknownClientIsFriendlyAndOffersOthers() throws Exception {
    signIn("#note=CREDIT001&client=100009");
    browser.awaitDrawn("CREDIT001 100009 en");
    assertThat(browser.text("#card-credit-client-decision"))
        .contains("Client 100009 is not in this snapshot.");

    browser.click("#card-credit-client-client [data-credit-client='100003']");
    browser.awaitDrawn("CREDIT001 100003 en");

    assertThat(browser.address()).endsWith("#note=CREDIT001&client=100003");
  }

  @Test
  void aWrongPasswordIsSaid() {
    browser.go(address());
    browser.type("#user", "analyst");
    browser.type("#password", "wrong");
    browser.click("#sign-in button[type=submit]");

    browser.awaitText("#refusal", "This user and password do not match.");
    browser.forgiveFailedRequests();
  }
}
