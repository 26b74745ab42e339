package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import org.creditscoring.notebooks.interpreter.stub.StubService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * A browser before the report view, over the literal service. All classes of such tests share one
 * dashboard, which takes seconds to start.
 */
@ExtendWith(ReportView.Shared.class)
abstract class ReportView {
  private Dashboard dashboard;
  Browser browser;

  /** Zeppelin and the service behind it, until the last test has run. */
  static final class Dashboard implements AutoCloseable {
    final Path folder;
    final StubService service;
    final EmbeddedZeppelin zeppelin;

    private Dashboard() {
      try {
        folder = Files.createTempDirectory("report-view");
        service = StubService.start();
        SnapshotFolder.copyGolden(folder.resolve("snapshots"));
        zeppelin = EmbeddedZeppelin.start(folder, service.address(), StubService.TOKEN);
      } catch (IOException | InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }

    @Override
    public void close() throws IOException {
      zeppelin.close();
      service.close();
      try (var files = Files.walk(folder)) {
        files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
      }
    }
  }

  /** Hands the one dashboard to whoever asks for it. */
  static final class Shared implements ParameterResolver {
    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
      return parameter.getParameter().getType() == Dashboard.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
      return context
          .getRoot()
          .getStore(Namespace.create(ReportView.class))
          .getOrComputeIfAbsent(Dashboard.class, any -> new Dashboard(), Dashboard.class);
    }
  }

  @BeforeAll
  static void wantsABrowser() {
    assumeTrue(
        Browser.installed(), "no chromium and chromedriver on this machine: browser tests skipped");
  }

  @BeforeEach
  void open(Dashboard shared) {
    dashboard = shared;
    browser = Browser.open(1440, 1000);
  }

  /** Whatever a test does, the page neither fails nor talks to anybody else. */
  @AfterEach
  void closeCleanly(TestInfo test) {
    try {
      browser.screenshot(test.getDisplayName());
      assertThat(browser.consoleErrors()).isEmpty();
      assertThat(browser.requestedHosts()).containsOnly("localhost:" + dashboard.zeppelin.port());
    } finally {
      browser.close();
    }
  }

  String address() {
    return dashboard.zeppelin.address() + "/";
  }

  StubService service() {
    return dashboard.service;
  }

  Path folder() {
    return dashboard.folder;
  }

  void signIn(String fragment) throws IOException {
    signIn(fragment, "analyst");
  }

  void signIn(String fragment, String user) throws IOException {
    browser.go(address() + fragment);
    browser.type("#user", user);
    browser.type("#password", dashboard.zeppelin.signIns().get(user));
    browser.click("#sign-in button[type=submit]");
  }
}
