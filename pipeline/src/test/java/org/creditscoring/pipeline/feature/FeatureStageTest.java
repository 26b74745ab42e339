package org.creditscoring.pipeline.feature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.TinyRaw;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.raw.RawData;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawReader;
import org.creditscoring.pipeline.raw.SetAside;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeatureStageTest extends SparkTest {
  private static final Catalogue CATALOGUE = ApplicationCatalogue.catalogue();

  @TempDir Path directory;
  private Cache cache;

  @AfterEach
  void removeTheCache() throws IOException {
    cache.close();
  }

  @Test
  void valuesAreWorkedOutByHand() throws IOException {
    new TinyRaw(directory)
        .write(
            HomeCredit.APPLICATION_TRAIN,
            Map.of(
                "SK_ID_CURR", "100001",
                "TARGET", "1",
                "AMT_CREDIT", "300000.1",
                "AMT_INCOME_TOTAL", "120000",
                "AMT_ANNUITY", "",
                "DAYS_BIRTH", "-7305",
                "NAME_INCOME_TYPE", "Pensioner",
                "FLAG_OWN_CAR", "N",
                "CNT_CHILDREN", "1",
                "CODE_GENDER", "M"))
        .write(HomeCredit.APPLICATION_TEST, Map.of("SK_ID_CURR", "100002", "FLAG_OWN_CAR", "Y"));

    List<ClientValues> clients =
        FeatureStage.values(applications(), CATALOGUE).orderBy("id").collectAsList();

    ClientValues past = clients.get(0);
    assertThat(past.id()).isEqualTo(100_001);
    assertThat(past.outcome()).isEqualTo((byte) 1);
    assertThat(past.values()).hasSize(CATALOGUE.values().size());
    // The nearest float to 300000.1; row features start from it.
    assertThat(value(past, "AMT_CREDIT")).isEqualTo(300_000.09375f);
    assertThat(value(past, "CREDIT_TO_INCOME")).isEqualTo((float) (300_000.09375 / 120_000));
    assertThat(value(past, "AGE_YEARS")).isEqualTo(20f);
    assertThat(value(past, "INCOME_PER_DEPENDANT")).isEqualTo(60_000f);
    assertThat(value(past, "NAME_INCOME_TYPE")).isEqualTo(2f);
    assertThat(value(past, "FLAG_OWN_CAR")).isZero();
    assertThat(value(past, "CODE_GENDER")).isEqualTo(1f);
    assertThat(value(past, "AMT_ANNUITY")).isNaN();
    assertThat(value(past, "CREDIT_TERM")).isNaN();
    assertThat(value(past, "DAYS_BIRTH")).isEqualTo(-7305f);
    ClientValues current = clients.get(1);
    assertThat(current.outcome()).isEqualTo((byte) -1);
    assertThat(value(current, "FLAG_OWN_CAR")).isEqualTo(1f);
  }

  /** The same clients with every outcome turned round, and as current clients without one. */
  @Test
  void noValueReadsTheOutcome() throws IOException {
    List<float[]> values = new ArrayList<>();
    for (String outcome : List.of("0", "1")) {
      new TinyRaw(directory)
          .write(HomeCredit.APPLICATION_TRAIN, Map.of("SK_ID_CURR", "100001", "TARGET", outcome));
      values.add(FeatureStage.values(applications(), CATALOGUE).first().values());
    }
    Files.delete(directory.resolve("application_train.csv"));
    new TinyRaw(directory).write(HomeCredit.APPLICATION_TEST, Map.of("SK_ID_CURR", "100001"));
    values.add(FeatureStage.values(applications(), CATALOGUE).first().values());

    assertThat(values.get(1)).isEqualTo(values.get(0));
    assertThat(values.get(2)).isEqualTo(values.get(0));
  }

  @Test
  void selectedValuesKeepTheirNames() throws IOException {
    new TinyRaw(directory)
        .write(
            HomeCredit.APPLICATION_TRAIN,
            Map.of("SK_ID_CURR", "100001", "AMT_CREDIT", "600", "AMT_INCOME_TOTAL", "200"));
    Catalogue kept = CATALOGUE.keeping(Set.of("CREDIT_TO_INCOME", "EXT_SOURCE_1"));

    ClientValues client =
        FeatureStage.select(FeatureStage.values(applications(), CATALOGUE), CATALOGUE, kept)
            .first();

    assertThat(client.values()).hasSize(kept.values().size());
    assertThat(client.values()[kept.position("CREDIT_TO_INCOME").orElseThrow()]).isEqualTo(3);
    assertThat(client.values()[kept.position("AMT_CREDIT").orElseThrow()]).isEqualTo(600);
  }

  @Test
  void anUnknownCodeIsMissingAndCounted() throws IOException {
    new TinyRaw(directory)
        .write(
            HomeCredit.APPLICATION_TRAIN,
            Map.of("SK_ID_CURR", "1", "NAME_INCOME_TYPE", "Astronaut"),
            Map.of("SK_ID_CURR", "2", "NAME_INCOME_TYPE", "Astronaut", "FLAG_OWN_CAR", "?"),
            Map.of("SK_ID_CURR", "3", "NAME_INCOME_TYPE", ""));

    Dataset<Row> applications = applications();

    assertThat(FeatureStage.unknownCodes(applications, CATALOGUE))
        .containsExactly(
            "FLAG_OWN_CAR: 1 rows hold a code that is not in the dictionary and taken as missing: '?' (1)",
            "NAME_INCOME_TYPE: 2 rows hold a code that is not in the dictionary and taken as missing: 'Astronaut' (2)");
    assertThat(FeatureStage.values(applications, CATALOGUE).collectAsList())
        .allSatisfy(client -> assertThat(value(client, "NAME_INCOME_TYPE")).isNaN());
  }

  @Test
  void aFeatureThatCannotBeComputedIsNamed() throws IOException {
    new TinyRaw(directory).write(HomeCredit.APPLICATION_TRAIN, Map.of("SK_ID_CURR", "1"));

    Dataset<Row> applications = applications().drop("EXT_SOURCE_1");

    assertThat(FeatureStage.missing(applications, CATALOGUE)).containsExactly("EXT_SOURCE_1");
    assertThatThrownBy(() -> FeatureStage.values(applications, CATALOGUE))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("EXT_SOURCE_1");
  }

  private Dataset<Row> applications() throws IOException {
    cache = Cache.of(Caching.NOTHING, directory, line -> {});
    InputSettings inputs = SmallSettings.inputs(directory, "");
    RawReader reader =
        new RawReader(
            spark(),
            inputs,
            cache,
            SetAside.of(inputs, "20260101T000000Z-000001", System.err::println));
    return new Stages(new PrintStream(PrintStream.nullOutputStream()))
        .run("read", stage -> RawData.read(new RawDirectory(directory), reader, stage))
        .applications();
  }

  private static float value(ClientValues client, String name) {
    return client.values()[CATALOGUE.position(name).orElseThrow()];
  }
}
