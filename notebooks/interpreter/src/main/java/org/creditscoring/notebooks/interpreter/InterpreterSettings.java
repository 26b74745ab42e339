package org.creditscoring.notebooks.interpreter;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.creditscoring.notebooks.interpreter.api.Token;
import org.creditscoring.notebooks.interpreter.text.Language;

/** Where the service is and how to speak. */
final class InterpreterSettings {
  private final URI api;
  private final Token token;
  private final Language language;
  private final String chartsAddress;

  private InterpreterSettings(URI api, Token token, Language language, String chartsAddress) {
    this.api = api;
    this.token = token;
    this.language = language;
    this.chartsAddress = chartsAddress;
  }

  /**
   * @throws IllegalArgumentException naming the property, its value and what is allowed
   */
  static InterpreterSettings of(Properties properties, Map<String, String> environment) {
    URI api =
        address(Setting.read(properties, environment, "credit.api.url", "http://127.0.0.1:7070"));
    String tokenFile = Setting.read(properties, environment, "credit.token.file", "");
    String code = Setting.read(properties, environment, "credit.language", "en");
    Language language =
        Language.of(code)
            .orElseThrow(
                () ->
                    new IllegalArgumentException("credit.language: " + code + " is not en or fr"));
    String charts =
        Setting.read(
            properties,
            environment,
            "credit.charts.url",
            api.toString().replaceAll("/$", "") + "/assets/echarts.min.js");
    Token token = tokenFile.isEmpty() ? Token.none() : Token.in(Path.of(tokenFile));
    return new InterpreterSettings(api, token, language, charts);
  }

  URI api() {
    return api;
  }

  Token token() {
    return token;
  }

  Language language() {
    return language;
  }

  String chartsAddress() {
    return chartsAddress;
  }

  private static URI address(String text) {
    URI address = URI.create(text);
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException(
          "credit.api.url: " + text + " does not begin with http:// or https://");
    }
    return address;
  }
}
