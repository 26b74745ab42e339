package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PipelineSettingsTest {
  @TempDir Path directory;

  @Test
  void theDefaultsAreThoseOfReferenceConf() {
    PipelineSettings settings = PipelineSettings.load(directory.resolve("absent.conf"), Map.of());

    assertThat(settings.raw()).isEqualTo(Path.of("data/raw"));
    assertThat(settings.snapshots()).isEqualTo(Path.of("data/snapshots"));
    assertThat(settings.models()).isEqualTo(Path.of("model/trained"));
    assertThat(settings.cache()).isEqualTo(Path.of("data/cache"));
    assertThat(settings.log()).isEqualTo(Path.of("run/refresh.jsonl"));
    assertThat(settings.inputs().maxBadShare()).isEqualTo(0.001);
    assertThat(settings.inputs().missingTable()).isEqualTo(Reaction.WARN);
    assertThat(settings.inputs().newColumn()).isEqualTo(Reaction.WARN);
    assertThat(settings.inputs().cutShort()).isEqualTo(Reaction.STOP);
    assertThat(settings.inputs().hugeNumber()).isEqualTo(Reaction.WARN);
    assertThat(settings.inputs().hugeFrom()).isEqualTo(1e9);
    assertThat(settings.inputs().setAside()).isEqualTo(Path.of("run/set-aside"));
    assertThat(settings.inputs().setAsideDays()).isEqualTo(30);
    assertThat(settings.costRatio()).isEqualTo(10);
    assertThat(settings.keep()).isEqualTo(new KeepSettings(30, 0, 30));
    assertThat(settings.spark().master()).isEqualTo("auto");
    assertThat(settings.training().folds()).isEqualTo(5);
    assertThat(settings.training().workers()).isEqualTo(1);
    assertThat(settings.training().minDefaults()).isEqualTo(200);
    assertThat(settings.training().minSlope()).isEqualTo(0.1);
    assertThat(settings.gates().mode()).isEqualTo(GateSettings.Mode.STOP);
    assertThat(settings.gates().of(GateName.PSI_LAST))
        .isEqualTo(new GateSettings.Limits(GateSettings.Mode.STOP, 0.1, 0.25));
  }

  @Test
  void theEnvironmentWinsOverTheFileAndTheFileOverTheDefault() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("credit.conf"),
            "credit.pipeline { costRatio = 7, maxBadShare = 0.5 }");

    PipelineSettings settings =
        PipelineSettings.load(
            file,
            Map.of(
                "CREDIT_PIPELINE_MAX_BAD_SHARE", "0.25",
                "CREDIT_PIPELINE_TRAINING_BOOSTER_MAX_DEPTH", "3"));

    assertThat(settings.costRatio()).isEqualTo(7);
    assertThat(settings.inputs().maxBadShare()).isEqualTo(0.25);
    assertThat(settings.training().booster().maxDepth()).isEqualTo(3);
    assertThat(settings.training().booster().named()).containsEntry("max_depth", "3");
  }

  @ParameterizedTest
  @CsvSource({
    "maxBadShare,1.5,0 to 1",
    "inputs.missingTable,ignore,warn or stop",
    "inputs.newColumn,WARN,warn or stop",
    "inputs.cutShort,no,warn or stop",
    "inputs.hugeNumber,yes,warn or stop",
    "inputs.hugeFrom,0,above 0",
    "inputs.setAsideDays,0,1 or more",
    "costRatio,0,above 0",
    "keep.snapshots,-1,0 or more",
    "keep.days,-1,0 or more",
    "keep.heldDays,-1,0 or more",
    "spark.master,' ',auto",
    "spark.shufflePartitions,0,1 or more",
    "gates.mode,loud,'off, warn, stop'",
    "gates.least,0,1 or more",
    "gates.samePopulation,1.1,0 to 1",
    "gates.keepHeld,0,1 or more",
    "gates.psiLast.mode,no,'off, warn, stop'",
    "gates.fewerClients.warn,0,above 0",
    "gates.setAside.stop,0.00001,no less than warn",
    "training.folds,2,3 to 20",
    "training.workers,0,1 or more",
    "training.minDefaults,0,1 or more",
    "training.minSlope,-1,0 or more",
    "training.booster.maxDepth,13,1 to 12",
    "training.booster.eta,0,above 0",
    "training.booster.rounds,0,1 or more",
    "training.booster.subsample,1.1,at most 1",
    "training.booster.featuresByTree,0,1 or more",
    "training.booster.lambda,-1,0 or more",
    "training.booster.minChildWeight,-1,0 or more",
    "training.booster.maxBin,1,2 or more"
  })
  void aValueThatIsNotAllowedIsNamed(String setting, String value, String allowed) {
    Config config =
        ConfigFactory.parseMap(Map.of("credit.pipeline." + setting, value))
            .withFallback(ConfigFactory.defaultReference());

    String name = setting.startsWith("training.") ? setting.replaceAll(".*\\.", "") : setting;
    assertThatThrownBy(() -> PipelineSettings.of(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("setting " + name + " is")
        .hasMessageContaining(allowed);
  }

  @Test
  void aTextWhereANumberBelongsNamesFileAndLine() throws IOException {
    Path file =
        Files.writeString(directory.resolve("credit.conf"), "credit.pipeline.costRatio = ten");

    assertThatThrownBy(() -> PipelineSettings.load(file, Map.of()))
        .isInstanceOf(ConfigException.class)
        .hasMessageContaining("credit.conf: 1")
        .hasMessageContaining("costRatio");
  }

  /** A setting that is added must be added to the tests above, and so be validated. */
  @Test
  void everySettingIsTested() {
    assertThat(
            new TreeSet<>(
                ConfigFactory.defaultReference().getConfig("credit.pipeline").entrySet().stream()
                    .map(Map.Entry::getKey)
                    .toList()))
        .containsExactly(
            "cache",
            "costRatio",
            "gates.fewerClients.mode",
            "gates.fewerClients.stop",
            "gates.fewerClients.warn",
            "gates.fewerRows.mode",
            "gates.fewerRows.stop",
            "gates.fewerRows.warn",
            "gates.keepHeld",
            "gates.least",
            "gates.missingLast.mode",
            "gates.missingLast.stop",
            "gates.missingLast.warn",
            "gates.missingTraining.mode",
            "gates.missingTraining.stop",
            "gates.missingTraining.warn",
            "gates.mode",
            "gates.moreClients.mode",
            "gates.moreClients.stop",
            "gates.moreClients.warn",
            "gates.moreRows.mode",
            "gates.moreRows.stop",
            "gates.moreRows.warn",
            "gates.newModelAuc.mode",
            "gates.newModelAuc.stop",
            "gates.newModelAuc.warn",
            "gates.newModelCalibration.mode",
            "gates.newModelCalibration.stop",
            "gates.newModelCalibration.warn",
            "gates.psiLast.mode",
            "gates.psiLast.stop",
            "gates.psiLast.warn",
            "gates.psiTraining.mode",
            "gates.psiTraining.stop",
            "gates.psiTraining.warn",
            "gates.samePopulation",
            "gates.scoreLast.mode",
            "gates.scoreLast.stop",
            "gates.scoreLast.warn",
            "gates.scoreTraining.mode",
            "gates.scoreTraining.stop",
            "gates.scoreTraining.warn",
            "gates.setAside.mode",
            "gates.setAside.stop",
            "gates.setAside.warn",
            "inputs.cutShort",
            "inputs.hugeFrom",
            "inputs.hugeNumber",
            "inputs.missingTable",
            "inputs.newColumn",
            "inputs.setAside",
            "inputs.setAsideDays",
            "keep.days",
            "keep.heldDays",
            "keep.snapshots",
            "log",
            "maxBadShare",
            "models",
            "raw",
            "snapshots",
            "spark.master",
            "spark.shufflePartitions",
            "training.booster.eta",
            "training.booster.featuresByTree",
            "training.booster.lambda",
            "training.booster.maxBin",
            "training.booster.maxDepth",
            "training.booster.minChildWeight",
            "training.booster.rounds",
            "training.booster.subsample",
            "training.folds",
            "training.minDefaults",
            "training.minSlope",
            "training.salt",
            "training.seed",
            "training.workers");
  }

  @Test
  void thereAreNeverFewerSlotsThanWorkers() {
    assertThat(Sparks.master("auto", Optional.empty(), 64)).isEqualTo("local[64]");
    assertThat(Sparks.master("spark://host:7077", Optional.empty(), 64))
        .isEqualTo("spark://host:7077");
  }

  @Test
  void takesTheMasterThatSparkSubmitWasGivenUnlessTheSettingNamesOne() {
    assertThat(Sparks.master("auto", Optional.of("yarn"), 2)).isEqualTo("yarn");
    assertThat(Sparks.master("local[3]", Optional.of("yarn"), 2)).isEqualTo("local[3]");
  }

  @ParameterizedTest
  @CsvSource({"local[1],1", "local,1", "'local[2,3]',2"})
  void fewerSlotsThanWorkersAreRefused(String master, int slots) {
    Config config =
        ConfigFactory.parseMap(
                Map.of(
                    "credit.pipeline.spark.master", master, "credit.pipeline.training.workers", 3))
            .withFallback(ConfigFactory.defaultReference());

    assertThatThrownBy(() -> PipelineSettings.of(config))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "setting spark.master is " + master + ", which runs " + slots + " tasks at once")
        .hasMessageContaining("the 3 tasks of training.workers");
  }

  @Test
  void asManySlotsAsWorkersDo() {
    assertThat(Sparks.slots("local[3]")).isEqualTo(3);
    assertThat(Sparks.slots("local[*]")).isEqualTo(Runtime.getRuntime().availableProcessors());
    assertThat(Sparks.slots("spark://local:7077")).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aSettingThatThereIsNotIsNamedWithItsFile() throws IOException {
    Path file =
        Files.writeString(
            directory.resolve("credit.conf"), "\ncredit.pipeline.training.rounds = 800");

    assertThatThrownBy(() -> PipelineSettings.load(file, Map.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("credit.conf: 2: there is no setting credit.pipeline.training.rounds")
        .hasMessageContaining("there is training.booster.rounds.");
  }
}
