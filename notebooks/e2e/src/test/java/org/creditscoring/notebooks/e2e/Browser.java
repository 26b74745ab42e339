package org.creditscoring.notebooks.e2e;

import com.deque.html.axecore.selenium.AxeBuilder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.logging.Level;
import java.util.stream.Collectors;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;
import org.openqa.selenium.support.ui.Select;
import org.openqa.selenium.support.ui.WebDriverWait;

/** Debian's Chromium without a window; remembers every request and every complaint of the page. */
final class Browser implements AutoCloseable {
  private static final File CHROMIUM = new File("/usr/bin/chromium");
  private static final File DRIVER = new File("/usr/bin/chromedriver");
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Words of a chart that lie over other words of it, or outside its picture, by two pixels. */
  private static final String OVER_OTHERS =
      "return [...document.querySelectorAll('.credit-chart svg')].flatMap(svg => {"
          + "const frame = svg.getBoundingClientRect();"
          + "const words = [...svg.querySelectorAll('text')].filter(t => t.textContent.trim())"
          + ".map(t => [t.textContent, t.getBoundingClientRect()]);"
          + "const out = words.filter(([, b]) => b.left < frame.left - 2 || b.right > frame.right + 2"
          + " || b.top < frame.top - 2 || b.bottom > frame.bottom + 2).map(([t]) => t + ' | outside');"
          + "const over = words.flatMap(([t, b], i) => words.slice(i + 1)"
          + ".filter(([, c]) => Math.min(b.right, c.right) - Math.max(b.left, c.left) > 2"
          + " && Math.min(b.bottom, c.bottom) - Math.max(b.top, c.top) > 2).map(([u]) => t + ' | ' + u));"
          + "return out.concat(over).map(w => svg.closest('.card').id + ': ' + w); })";

  private final ChromeDriver driver;
  private final List<String> requests = new ArrayList<>();
  private boolean failedRequestsForgiven;

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  static boolean installed() {
    return CHROMIUM.canExecute() && DRIVER.canExecute();
  }

  static Browser open(int width, int height) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(CHROMIUM);
    options.addArguments(
        "--headless=new",
        // Chromium refuses its sandbox to root, which is who runs tests in a container.
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--lang=en");
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability("goog:loggingPrefs", logs);
    ChromeDriverService service =
        new ChromeDriverService.Builder().usingDriverExecutable(DRIVER).build();
    Browser browser = new Browser(new ChromeDriver(service, options));
    browser.resize(width, height);
    browser.driver.manage().timeouts().scriptTimeout(PATIENCE);
    return browser;
  }

  void resize(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
  }

  void go(String address) {
    driver.get(address);
  }

  String address() {
    return driver.getCurrentUrl();
  }

  void type(String selector, String text) {
    WebElement field = awaitElement(selector);
    wait(() -> field.isDisplayed());
    field.clear();
    field.sendKeys(text);
  }

  void click(String selector) {
    awaitElement(selector).click();
  }

  /** Sets a field as a person would leave it. */
  void fill(String selector, String text) {
    awaitElement(selector);
    driver.executeScript(
        "const e=document.querySelector(arguments[0]);e.value=arguments[1];"
            + "e.dispatchEvent(new Event('input',{bubbles:true}));e.dispatchEvent(new Event('change',{bubbles:true}))",
        selector,
        text);
  }

  /** Presses keys where the focus is put first. */
  void press(String selector, CharSequence... keys) {
    awaitElement(selector).sendKeys(keys);
  }

  /** Files that the page hands over land here. */
  void downloadTo(Path folder) {
    driver.executeCdpCommand(
        "Browser.setDownloadBehavior",
        Map.of("behavior", "allow", "downloadPath", folder.toString()));
  }

  void dark() {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", "dark"))));
  }

  /** The serious and critical findings of axe-core, one line each. */
  List<String> accessibilityFindings() {
    return new AxeBuilder()
        .analyze(driver).getViolations().stream()
            .filter(rule -> List.of("serious", "critical").contains(rule.getImpact()))
            .map(rule -> rule.getId() + ": " + rule.getNodes())
            .collect(Collectors.toList());
  }

  /** As {@code card: words | other words}. */
  List<String> wordsOverOthers() {
    return ((List<?>) driver.executeScript(OVER_OTHERS))
        .stream().map(String::valueOf).collect(Collectors.toList());
  }

  /** Waits until every chart is drawn as wide as its place. */
  void awaitCharts() {
    await(
        "[...document.querySelectorAll('.credit-chart')].every(c => c.querySelector('svg')"
            + " && Math.abs(c.querySelector('svg').getBoundingClientRect().width - c.clientWidth) < 2)");
  }

  void select(String selector, String value) {
    new Select(awaitElement(selector)).selectByValue(value);
  }

  String text(String selector) {
    return driver
        .findElement(By.cssSelector(selector))
        .getText()
        .replace('\u00a0', ' ')
        .replace('\u202f', ' ');
  }

  /** Texts of all elements that match, as in the document. */
  List<String> words(String selector) {
    return driver.findElements(By.cssSelector(selector)).stream()
        .map(element -> element.getDomProperty("textContent"))
        .collect(Collectors.toList());
  }

  boolean holds(String script) {
    return Boolean.TRUE.equals(driver.executeScript("return " + script));
  }

  void await(String script) {
    wait(() -> holds(script));
  }

  long number(String script) {
    return ((Number) driver.executeScript(script)).longValue();
  }

  /** What a script hands to the function that is its last argument, a number. */
  double later(String script, Object... arguments) {
    return ((Number) driver.executeAsyncScript(script, arguments)).doubleValue();
  }

  /** Waits until every card shows this note, client and language. */
  void awaitDrawn(String state) {
    wait(() -> state.equals(driver.executeScript("return document.body.dataset.drawn")));
  }

  void awaitText(String selector, String text) {
    wait(() -> text(selector).contains(text));
  }

  WebElement awaitElement(String selector) {
    wait(() -> !driver.findElements(By.cssSelector(selector)).isEmpty());
    return driver.findElement(By.cssSelector(selector));
  }

  private void wait(java.util.function.BooleanSupplier condition) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .until(any -> condition.getAsBoolean());
  }

  /** A refused sign-in is an HTTP error that Chromium notes in the console by itself. */
  void forgiveFailedRequests() {
    failedRequestsForgiven = true;
  }

  List<String> consoleErrors() {
    return driver.manage().logs().get(LogType.BROWSER).getAll().stream()
        .filter(entry -> entry.getLevel().intValue() >= Level.WARNING.intValue())
        .map(LogEntry::getMessage)
        .filter(message -> !(failedRequestsForgiven && message.contains("Failed to load resource")))
        .collect(Collectors.toList());
  }

  /** host:port of everything that the page asked for. */
  Set<String> requestedHosts() {
    readRequests();
    return requests.stream()
        .map(request -> URI.create(request).getAuthority())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Addresses with these words that the page has asked for since this was last called. */
  List<String> requests(String words) {
    int before = requests.size();
    readRequests();
    return requests.subList(before, requests.size()).stream()
        .filter(request -> request.contains(words))
        .collect(Collectors.toList());
  }

  /** The driver tells each of them once. */
  private void readRequests() {
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      JsonNode message = read(entry.getMessage()).path("message");
      String address = message.at("/params/request/url").asText();
      if (message.path("method").asText().equals("Network.requestWillBeSent")
          && !address.startsWith("data:")) {
        requests.add(address);
      }
    }
  }

  void screenshot(String name) {
    try {
      Path folder = Files.createDirectories(Path.of(System.getProperty("screenshots")));
      Files.write(
          folder.resolve(name.replaceAll("[^A-Za-z0-9]", "") + ".png"),
          driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static JsonNode read(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(json, e);
    }
  }
}
