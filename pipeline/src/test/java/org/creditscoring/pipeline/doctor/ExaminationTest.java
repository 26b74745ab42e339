package org.creditscoring.pipeline.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.TinyRaw;
import org.creditscoring.pipeline.doctor.Finding.Level;
import org.creditscoring.pipeline.feature.ApplicationCatalogue;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the doctor finds in directories that are right, and wrong, in one way each. */
class ExaminationTest {
  private static final Path GOLDEN =
      Path.of("../serving/src/test/resources/golden/format-1/20260102T030405Z-00901d");
  private static final String ID = "20260102T030405Z-00901d";
  private static final Instant NOW = Instant.parse("2026-01-02T05:00:00Z");
  private static final long GB = 1L << 30;

  @TempDir Path home;
  private PipelineSettings settings;

  @BeforeEach
  void make() throws IOException {
    settings = SmallSettings.in(home);
    Files.createDirectory(settings.raw());
  }

  private List<Finding> findings(String what) {
    return new Examination(settings, "-Xmx64m", NOW)
        .findings().stream().filter(finding -> finding.what().equals(what)).toList();
  }

  private Finding only(String what) {
    List<Finding> findings = findings(what);
    assertThat(findings).hasSize(1);
    return findings.get(0);
  }

  private Path copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.getParent());
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(from.relativize(file).toString()));
      }
    }
    return to;
  }

  private Path publish() throws IOException {
    Path snapshot = copy(GOLDEN, settings.snapshots().resolve(ID));
    Files.writeString(settings.snapshots().resolve("CURRENT"), ID + "\n");
    return snapshot;
  }

  @Test
  void whereNothingIsMadeYetNothingIsBadAndNothingIsMade() throws IOException {
    Files.delete(settings.raw());

    List<Finding> findings = new Examination(settings, "-Xmx64m", NOW).findings();

    assertThat(findings)
        .extracting(Finding::what)
        .contains("xgboost", "memory", "rights", "raw tables", "disk", "model", "snapshot");
    assertThat(findings).noneMatch(finding -> finding.level() == Level.BAD);
    assertThat(only("raw tables").found()).contains("holds no raw tables");
    assertThat(only("model").found()).contains("there is none in");
    assertThat(only("snapshot").mend()).contains("./credit refresh");
    assertThat(only("xgboost").level()).isEqualTo(Level.OK);
    assertThat(home).isEmptyDirectory();
  }

  @Test
  void namesTheTablesThatAreAbsent() throws IOException {
    new TinyRaw(settings.raw()).population(3, 0, 1);

    Finding finding = only("raw tables");

    assertThat(finding.level()).isEqualTo(Level.WARN);
    assertThat(finding.found())
        .startsWith("1 of 8 tables, ")
        .contains("real")
        .contains("absent: application_test, bureau, bureau_balance");
  }

  @Test
  void namesWhatIsWrongWithAHeader() throws IOException {
    new TinyRaw(settings.raw())
        .population(3, 0, 1)
        .lines("bureau.csv", List.of("SK_ID_CURR,SK_ID_BUREAU,CREDIT_ACTIV", "1,2,Closed"));

    assertThat(findings("raw tables"))
        .anySatisfy(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.BAD);
              assertThat(finding.found())
                  .contains("bureau.csv line 1")
                  .contains("CREDIT_ACTIVE is missing");
            });
  }

  @Test
  void aTableThatIsThereTwiceIsBad() throws IOException {
    TinyRaw raw = new TinyRaw(settings.raw());
    raw.population(3, 0, 1).compress(HomeCredit.APPLICATION_TRAIN);
    raw.population(3, 0, 1);

    assertThat(only("raw tables"))
        .satisfies(
            finding -> {
              assertThat(finding.level()).isEqualTo(Level.BAD);
              assertThat(finding.found()).contains("twice, plain and as .gz");
            });
  }

  @Test
  void aDirectoryThatCannotBeWrittenIsNamed() throws IOException {
    Path file = Files.createFile(home.resolve("file"));
    settings = settings.caching(file.resolve("cache"));

    Finding finding = only("rights");

    assertThat(finding.level()).isEqualTo(Level.BAD);
    assertThat(finding.found())
        .isEqualTo(file + " is no directory, so kept tables and temporary files cannot be written");
  }

  @Test
  void theNewestModelOfTheSameKindScores() throws IOException {
    model();
    assertThat(only("model"))
        .isEqualTo(Finding.ok("model", ID + ", trained on synthetic clients, is the newest"));

    // The raw tables are not marked as synthetic.
    new TinyRaw(settings.raw()).population(3, 0, 1);
    Finding other = only("model");
    assertThat(other.level()).isEqualTo(Level.WARN);
    assertThat(other.found()).contains("was trained on real clients");

    Files.writeString(settings.models().resolve(ID).resolve("model.json"), "{");
    assertThat(only("model").level()).isEqualTo(Level.BAD);
  }

  /** As a training leaves it, with the trees of the golden snapshot. */
  private void model() throws IOException {
    Path model = copy(GOLDEN.resolve("model"), settings.models().resolve(ID));
    List<String> names =
        List.of(
            "AMT_CREDIT",
            "AMT_ANNUITY",
            "EXT_SOURCE_2",
            "NAME_INCOME_TYPE",
            "FLAG_OWN_CAR",
            "AGE_YEARS",
            "CREDIT_TERM");
    Catalogue all = ApplicationCatalogue.catalogue();
    Files.writeString(
        model.resolve("features.json"),
        Json.write(
            new Catalogue(
                all.features().stream().filter(feature -> names.contains(feature.name())).toList(),
                all.inputs().stream().filter(input -> input.name().equals("DAYS_BIRTH")).toList(),
                all.forbidden())));
    Files.writeString(
        model.resolve("folds.csv"),
        IntStream.range(0, 56)
            .mapToObj(i -> (131_040 + i) + "," + i % 2)
            .collect(Collectors.joining("\n", "id,fold\n", "\n")));
  }

  @Test
  void theCurrentSnapshotIsWholeAndOfToday() throws IOException {
    publish();

    assertThat(only("snapshot"))
        .isEqualTo(
            Finding.ok(
                "snapshot", ID + " of 64 synthetic clients is current and whole, made 1 hour ago"));
  }

  @Test
  void anOldSnapshotAndOneThatAGateHoldsAreTold() throws IOException {
    publish();
    Files.createDirectory(settings.snapshots().resolve(".held-20260103T000000Z-00000a"));

    List<Finding> findings =
        new PublishedState(settings.snapshots(), Instant.parse("2026-01-05T03:04:05Z")).findings();

    assertThat(findings).extracting(Finding::level).containsExactly(Level.WARN, Level.WARN);
    assertThat(findings.get(0).found()).endsWith("made 3 days ago");
    assertThat(findings.get(1).found()).contains("a gate holds 20260103T000000Z-00000a");
    assertThat(findings.get(1).mend()).contains("snapshots publish 20260103T000000Z-00000a");
  }

  @Test
  void aDamagedSnapshotIsBad() throws IOException {
    Path snapshot = publish();
    Files.writeString(snapshot.resolve("model/fold-0.json"), "{}");

    Finding finding = only("snapshot");

    assertThat(finding.level()).isEqualTo(Level.BAD);
    assertThat(finding.found()).contains("file model/fold-0.json has 2 bytes");
    assertThat(finding.mend()).contains("./credit snapshots rollback");
  }

  @ParameterizedTest
  @CsvSource({
    "-Xmx8g,16,12,OK,'16.0 GB, 12.0 GB of it available; a refresh may take a heap of 8.0 GB',''",
    "-Xmx8g,4,4,BAD,4.0 GB,CREDIT_PIPELINE_JVM=-Xmx3g",
    "-Xmx8g,9,9,WARN,leaves too little beside the heap,CREDIT_PIPELINE_JVM=-Xmx7g",
    "-Xmx8g,16,6,WARN,6.0 GB of it available,end other programs",
    "-Xms1g -Xmx16g -Xmx2048m,16,12,OK,a heap of 2.0 GB,''",
    "-XX:+UseZGC,16,12,OK,the JVM's own share,''"
  })
  void theHeapIsHeldAgainstTheMemory(
      String jvm, long total, long available, Level level, String found, String mend) {
    List<Finding> findings = Memory.findings(jvm, new Memory(total * GB, available * GB));

    assertThat(findings).hasSize(1);
    assertThat(findings.get(0).level()).isEqualTo(level);
    assertThat(findings.get(0).found()).contains(found);
    assertThat(findings.get(0).mend()).contains(mend);
  }

  @ParameterizedTest
  @CsvSource({
    "5000000000,2000000000,OK",
    "3000000000,2000000000,WARN",
    "1000000000,2000000000,BAD",
    "900000000,0,BAD",
    "2500000000,0,OK"
  })
  void theRoomIsHeldAgainstWhatARefreshNeeds(long free, long need, Level level) {
    Finding finding = DiskSpace.finding("/dev/sda1", free, List.of("snapshots", "logs"), need);

    assertThat(finding.level()).isEqualTo(level);
    assertThat(finding.found()).contains("/dev/sda1").contains("snapshots, logs");
    assertThat(finding.mend().isEmpty()).isEqualTo(level == Level.OK);
  }

  /** A tab or a line feed within a field would be another field for the launcher. */
  @Test
  void aLineHasFourFields() {
    assertThat(Finding.bad("a\tb", "c\n  d", "").line()).isEqualTo("bad\ta b\tc d\t");
  }
}
