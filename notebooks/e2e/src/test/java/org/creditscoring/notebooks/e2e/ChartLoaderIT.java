package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A card's HTML in pages that treat scripts as Zeppelin's official interfaces do: with an AMD
 * loader or none, and each script as an element or wrapped in a function.
 */
class ChartLoaderIT {
  @TempDir static Path folder;
  private static HttpServer pages;
  private static String card;

  @BeforeAll
  static void start() throws Exception {
    assumeTrue(
        Browser.installed(), "no chromium and chromedriver on this machine: browser tests skipped");
    try (StubService service = StubService.start();
        EmbeddedZeppelin zeppelin =
            EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN)) {
      card =
          Analyst.signIn(zeppelin, "analyst")
              .run("CREDIT002", "credit-features-distribution", Map.of("client", "100002"))
              .at("/msg/0/data")
              .asText();
    }
    pages = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    pages.createContext("/", ChartLoaderIT::answer);
    pages.start();
  }

  @AfterAll
  static void stop() {
    if (pages != null) {
      pages.stop(0);
    }
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    byte[] body;
    String type = "text/html; charset=utf-8";
    if (path.equals("/assets/echarts.min.js")) {
      body = Files.readAllBytes(Path.of(System.getProperty("zeppelin.home"), "web" + path));
      type = "text/javascript";
    } else if (path.equals("/favicon.ico")) {
      body = new byte[0];
    } else if (path.equals("/card")) {
      body = card.getBytes(StandardCharsets.UTF_8);
    } else {
      body = host(path.contains("amd"), path.contains("wrapped")).getBytes(StandardCharsets.UTF_8);
    }
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(200, body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  /** Shows the card twice, as two paragraphs, without waiting for anything in between. */
  private static String host(boolean amd, boolean wrapped) {
    String loader =
        amd
            ? "window.defined=0;window.define=function(){window.defined++;};window.define.amd={mine:1};"
            : "";
    String run =
        wrapped
            ? "new Function(asleep.textContent)();"
            : "var s=document.createElement('script');s.textContent=asleep.textContent;asleep.replaceWith(s);";
    return "<!doctype html><html lang=en><body><script>"
        + loader
        + "fetch('/card').then(a=>a.text()).then(function(html){['one','two'].forEach(function(name){"
        + "var box=document.createElement('div');box.id=name;"
        + "box.innerHTML=html.replaceAll('credit-credit-features','credit-'+name);document.body.append(box);"
        + "box.querySelectorAll('script').forEach(function(asleep){"
        + run
        + "});});});</script></body></html>";
  }

  @ParameterizedTest
  @CsvSource({"amd-element", "amd-wrapped", "plain-element", "plain-wrapped"})
  void drawsInEveryPageAndLoadsTheLibraryOnce(String page) {
    try (Browser browser = Browser.open(1200, 900)) {
      browser.go("http://127.0.0.1:" + pages.getAddress().getPort() + "/" + page);
      browser.await("document.querySelectorAll('#one svg').length === 2");
      browser.await("document.querySelectorAll('#two svg').length === 2");

      assertThat(browser.number("return document.querySelectorAll('script[src]').length"))
          .isEqualTo(1);
      if (page.startsWith("amd")) {
        assertThat(browser.holds("window.define.amd.mine === 1 && window.defined === 0")).isTrue();
      }
      assertThat(browser.consoleErrors()).isEmpty();
    }
  }

  @Test
  void withoutTheLibraryTheTableIsOpened() {
    try (Browser browser = Browser.open(1200, 900)) {
      String answer = card;
      card = card.replace("/assets/echarts.min.js", "http://127.0.0.1:9/echarts.min.js");
      try {
        browser.go("http://127.0.0.1:" + pages.getAddress().getPort() + "/plain-element");
        browser.await("document.querySelector('#one details[open]') !== null");
        assertThat(browser.text("#one details")).contains("0.1 to 0.2");
      } finally {
        card = answer;
      }
    }
  }
}
