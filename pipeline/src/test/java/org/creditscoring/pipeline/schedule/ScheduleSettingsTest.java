package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import java.util.TreeSet;
import org.creditscoring.pipeline.run.WrongSettingException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScheduleSettingsTest {
  @TempDir Path home;

  @Test
  void theDefaultsAreThoseOfReferenceConf() {
    ScheduleSettings settings = ScheduleSettings.load(environment());

    assertThat(settings.scheduled()).isFalse();
    assertThat(settings.zone()).isEqualTo(ZoneId.systemDefault());
    assertThat(settings.directory()).isEqualTo(home.resolve("run"));
    assertThat(settings.refresh().command()).containsExactly("./credit", "refresh");
    assertThat(settings.refresh().home()).isEqualTo(home);
    assertThat(settings.refresh().timeout()).isEqualTo(Duration.ofHours(12));
    assertThat(settings.refresh().keepReports()).isEqualTo(400);
    assertThat(settings.policy())
        .isEqualTo(
            new ScheduleSettings.Policy(
                ScheduleSettings.Missed.RUN_ONCE,
                ScheduleSettings.Overrun.SKIP,
                Duration.ofMinutes(1)));
    assertThat(settings.hooks().onSuccess()).isEmpty();
    assertThat(settings.hooks().onFailure()).isEmpty();
    assertThat(settings.hooks().timeout()).isEqualTo(Duration.ofMinutes(1));
  }

  @Test
  void theEnvironmentWinsOverTheFile() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(
        home.resolve("conf/credit.conf"),
        "credit.schedule { cron = \"0 30 2 * * *\", zone = Europe/Paris, overrun = run-after }");

    ScheduleSettings settings =
        ScheduleSettings.load(
            Map.of(
                "CREDIT_HOME", home.toString(),
                "CREDIT_SCHEDULE_CRON", "0 0 3 * * *",
                "CREDIT_SCHEDULE_ON_FAILURE", "./tell \tops"));

    assertThat(settings.schedule()).hasToString("0 0 3 * * * Europe/Paris");
    assertThat(settings.policy().overrun()).isEqualTo(ScheduleSettings.Overrun.RUN_AFTER);
    assertThat(settings.hooks().onFailure()).containsExactly("./tell", "ops");
  }

  @ParameterizedTest
  @CsvSource({
    "zone,Europe/Lutetia,IANA",
    "missed,perhaps,run-once or skip",
    "overrun,twice,skip or run-after",
    "tolerance,0s,1s or more",
    "timeout,-1s,0s for none",
    "hookTimeout,0s,1s or more",
    "keepReports,0,1 or more",
    "command,' ',a program"
  })
  void aValueThatIsNotAllowedIsNamed(String setting, String value, String allowed) {
    assertThatThrownBy(
            () ->
                ScheduleSettings.of(
                    ConfigFactory.parseMap(Map.of("credit.schedule." + setting, value))
                        .withFallback(ConfigFactory.defaultReference()),
                    home))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("setting " + setting + " is")
        .hasMessageContaining(allowed);
  }

  @Test
  void aSettingThatThereIsNotIsNamed() throws IOException {
    Files.createDirectories(home.resolve("conf"));
    Files.writeString(home.resolve("conf/credit.conf"), "credit.schedule.crno = \"0 0 3 * * *\"");

    assertThatThrownBy(() -> ScheduleSettings.load(environment()))
        .isInstanceOf(WrongSettingException.class)
        .hasMessageContaining("credit.schedule.crno");
  }

  /** A setting that is added must be added to the tests above, and so be validated. */
  @Test
  void everySettingIsTested() {
    assertThat(
            new TreeSet<>(
                ConfigFactory.defaultReference().getConfig("credit.schedule").entrySet().stream()
                    .map(Map.Entry::getKey)
                    .toList()))
        .containsExactly(
            "command",
            "cron",
            "directory",
            "hookTimeout",
            "keepReports",
            "missed",
            "onFailure",
            "onSuccess",
            "overrun",
            "timeout",
            "tolerance",
            "zone");
  }

  private Map<String, String> environment() {
    return Map.of("CREDIT_HOME", home.toString());
  }
}
