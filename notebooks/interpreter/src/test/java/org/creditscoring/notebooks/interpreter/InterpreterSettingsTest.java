package org.creditscoring.notebooks.interpreter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.util.Map;
import java.util.Properties;
import org.creditscoring.notebooks.interpreter.text.Language;
import org.junit.jupiter.api.Test;

class InterpreterSettingsTest {
  private static final Map<String, String> ENVIRONMENT =
      Map.of("CREDIT_API_URL", "http://10.0.0.7:7070/", "CREDIT_LANGUAGE", "fr");

  @Test
  void everySettingHasADefault() {
    InterpreterSettings settings = InterpreterSettings.of(new Properties(), Map.of());

    assertThat(settings.api()).isEqualTo(URI.create("http://127.0.0.1:7070"));
    assertThat(settings.language()).isEqualTo(Language.EN);
    assertThat(settings.chartsAddress()).isEqualTo("http://127.0.0.1:7070/assets/echarts.min.js");
  }

  @Test
  void theEnvironmentStandsInForAPropertyThatIsEmpty() {
    Properties properties = new Properties();
    properties.put("credit.api.url", "");

    InterpreterSettings settings = InterpreterSettings.of(properties, ENVIRONMENT);

    assertThat(settings.api()).isEqualTo(URI.create("http://10.0.0.7:7070/"));
    assertThat(settings.language()).isEqualTo(Language.FR);
    assertThat(settings.chartsAddress()).isEqualTo("http://10.0.0.7:7070/assets/echarts.min.js");
  }

  @Test
  void aPropertyComesBeforeTheEnvironment() {
    Properties properties = new Properties();
    properties.put("credit.api.url", "https://score.bank.example");

    assertThat(InterpreterSettings.of(properties, ENVIRONMENT).api())
        .isEqualTo(URI.create("https://score.bank.example"));
  }

  @Test
  void aWrongSettingIsNamedWithItsValue() {
    Properties file = new Properties();
    file.put("credit.api.url", "file:///etc/passwd");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterpreterSettings.of(file, Map.of()))
        .withMessageContaining("credit.api.url: file:///etc/passwd");

    Properties german = new Properties();
    german.put("credit.language", "de");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> InterpreterSettings.of(german, Map.of()))
        .withMessage("credit.language: de is not en or fr");
  }
}
