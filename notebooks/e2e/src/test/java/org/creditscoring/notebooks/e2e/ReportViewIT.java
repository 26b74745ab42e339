package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

class ReportViewIT {
  @TempDir static Path folder;
  private static StubService service;
  private static EmbeddedZeppelin zeppelin;
  private Browser browser;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Browser.installed(), "no chromium and chromedriver on this machine: browser tests skipped");
    service = StubService.start();
    zeppelin = EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
  }

  @AfterAll
  static void stop() {
    if (zeppelin != null) {
      zeppelin.close();
      service.close();
    }
  }

  @BeforeEach
  void open() {
    browser = Browser.open(1440, 1000);
  }

  /** Whatever a test does, the page neither fails nor talks to anybody else. */
  @AfterEach
  void closeCleanly(TestInfo test) {
    try {
      browser.screenshot(test.getDisplayName());
      assertThat(browser.consoleErrors()).isEmpty();
      assertThat(browser.requestedHosts()).containsOnly("localhost:" + zeppelin.port());
    } finally {
      browser.close();
    }
  }

  private void signIn(String fragment) throws Exception {
    browser.go(zeppelin.address() + "/" + fragment);
    browser.type("#user", "analyst");
    browser.type("#password", zeppelin.signIns().get("analyst"));
    browser.click("#sign-in button[type=submit]");
  }

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
        .contains("+0.93", "27.4%", "cut-off 9.1%");
    browser.awaitElement("#card-credit-client-distribution svg");
    assertThat(browser.words("#card-credit-client-distribution svg text"))
        .contains("This client: 0.16", "accepted", "refused");
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
  void anotherFeatureAnotherLanguage() throws Exception {
    signIn("#note=CREDIT001&client=100003");
    browser.awaitDrawn("CREDIT001 100003 en");

    browser.select("#card-credit-client-distribution select[name=feature]", "AGE");
    browser.awaitText("#card-credit-client-distribution", "Age for client 100003: 46 years.");
    browser.click("#bar [data-language=fr]");
    browser.awaitDrawn("CREDIT001 100003 fr");

    assertThat(browser.text("#card-credit-client-decision"))
        .contains("Décision")
        .contains("Crédit accordé au client 100003.");
    assertThat(browser.text("#card-credit-client-distribution"))
        .contains("Age, client 100003 : 46 years.")
        .contains("Comparer");
    assertThat(browser.text("#sign-out")).isEqualTo("Se déconnecter");
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
    browser.go(zeppelin.address() + "/");
    browser.type("#user", "analyst");
    browser.type("#password", "wrong");
    browser.click("#sign-in button[type=submit]");

    browser.awaitText("#refusal", "This user and password do not match.");
    browser.forgiveFailedRequests();
  }

  @Test
  void aPhoneShowsTheSameWithoutScrollingSideways() throws Exception {
    browser.resize(360, 800);
    signIn("#note=CREDIT001&client=100002");
    browser.awaitDrawn("CREDIT001 100002 en");
    browser.awaitElement("#card-credit-client-distribution svg");

    assertThat(
            browser.number(
                "return document.documentElement.scrollWidth - document.documentElement.clientWidth"))
        .isZero();
  }
}
