package org.creditscoring.pipeline.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.TableRows;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.ScoreCounts;
import org.creditscoring.pipeline.drift.TrainingPopulation;
import org.creditscoring.pipeline.run.GateSettings;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.snapshot.Census;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every gate fires, and does not, on literal numbers. */
class GatesTest {
  private static final String NOW = "20261126T010000Z-000002";
  private static final String LAST = "20261125T010000Z-000001";
  private static final String MODEL = "20261101T010000Z-00000a";
  private static final GateSettings SETTINGS = settings("");
  private static final Catalogue CATALOGUE =
      new Catalogue(
          List.of(number("SCORE", "application"), number("RATIO", Feature.ROW_SOURCE)),
          List.of(),
          List.of());

  /** The parts of an evidence, each as it is on a quiet night unless said. */
  private static final class Night {
    private long clients = 10_000;
    private long before = 10_000;
    private List<TableRows> tables = List.of(new TableRows("bureau", 50_000, 0));
    private List<TableRows> tablesBefore = List.of(new TableRows("bureau", 50_000, 0));
    private long[] score = {5000, 4000, 1000};
    private long[] ratio = {5000, 4000, 1000};
    private double furthest = 1e-6;
    private Optional<String> notAddressable = Optional.empty();
    private List<Verdict> verdictsBefore = List.of();
    private String modelBefore = MODEL;
    private boolean published = true;
    private Optional<Rivals> rivals = Optional.empty();
    private float[] reference = {-3, -2, -1};
    private Counted probability = probability(5000, 5000);
    private Counted probabilityBefore = probability(5000, 5000);

    Evidence evidence() {
      List<Counted> training =
          List.of(counted("SCORE", 5000, 4000, 1000), counted("RATIO", 5000, 4000, 1000));
      Candidate candidate =
          new Candidate(
              NOW,
              Path.of("."),
              true,
              new ScoredBy(
                  MODEL,
                  CATALOGUE,
                  new TrainingPopulation(training),
                  ReferencePopulation.of(reference)),
              tables,
              new Census(
                  clients,
                  List.of(counted("SCORE", score), counted("RATIO", ratio)),
                  probability,
                  furthest,
                  1),
              notAddressable);
      Map<String, Counted> values = new TrainingPopulation(training).byName();
      return new Evidence(
          candidate,
          values,
          published
              ? Optional.of(
                  new LastSnapshot(
                      Path.of("."),
                      manifest(LAST, modelBefore, (int) before),
                      Optional.of(GateReport.of(LAST, null, tablesBefore, verdictsBefore)),
                      values,
                      Optional.of(probabilityBefore),
                      new int[] {1, 2, 3, 4}))
              : Optional.empty(),
          rivals);
    }

    Verdict judge(String gate) {
      return judge(gate, SETTINGS);
    }

    Verdict judge(String gate, GateSettings settings) {
      return GateReport.of(
              NOW,
              null,
              tables,
              GateStage.gates(settings).stream().map(each -> each.judge(evidence())).toList())
          .gate(gate)
          .orElseThrow();
    }
  }

  @Test
  void theContractIsWhatNoSettingLetsPass() {
    assertThat(Stream.of(Always.values()).map(Always::label))
        .containsExactlyInAnyOrderElementsOf(GateReport.CONTRACT);
  }

  @Test
  void aQuietNightPassesEveryGate() {
    Evidence evidence = new Night().evidence();

    assertThat(GateStage.gates(SETTINGS))
        .hasSize(16)
        .allSatisfy(
            gate -> {
              Verdict verdict = gate.judge(evidence);
              assertThat(verdict.level()).as(verdict.name() + verdict.told()).isEqualTo(Level.OK);
            });
  }

  @Test
  void nothingIsComparedOnTheFirstNight() {
    Night night = new Night();
    night.published = false;
    night.clients = 3;

    for (String gate :
        List.of(
            "fewerClients", "moreClients", "fewerRows", "psiLast", "missingLast", "scoreLast")) {
      assertThat(night.judge(gate).level()).isEqualTo(Level.OK);
      assertThat(night.judge(gate).told()).isEqualTo("no published snapshot to compare with");
      assertThat(night.judge(gate).seen()).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "fewerClients, 10000, 9901, OK",
    "fewerClients, 10000, 9900, WARN",
    "fewerClients, 10000, 9001, WARN",
    "fewerClients, 10000, 9000, STOP",
    "fewerClients, 10000, 20000, OK",
    "fewerClients, 499, 1, OK",
    "moreClients, 10000, 12499, OK",
    "moreClients, 10000, 12500, WARN",
    "moreClients, 10000, 90000, WARN"
  })
  void clientsAreCounted(String gate, long before, long now, Level level) {
    Night night = new Night();
    night.before = before;
    night.clients = now;

    assertThat(night.judge(gate).level()).isEqualTo(level);
  }

  @ParameterizedTest
  @CsvSource({
    "fewerRows, 50000, 47501, OK",
    "fewerRows, 50000, 47500, WARN",
    "fewerRows, 50000, 37500, STOP",
    "fewerRows, 499, 1, OK",
    "moreRows, 50000, 74999, OK",
    "moreRows, 50000, 75000, WARN",
    "moreRows, 50000, 999999, WARN"
  })
  void rowsAreCountedTableByTable(String gate, long before, long now, Level level) {
    Night night = new Night();
    night.tablesBefore = List.of(new TableRows("bureau", before, 0));
    night.tables = List.of(new TableRows("bureau", now, 0));

    assertThat(night.judge(gate).level()).isEqualTo(level);
  }

  @Test
  void aTableThatIsGoneHasLostAllItsRows() {
    Night night = new Night();
    night.tables = List.of(new TableRows("application_train", 10_000, 0));

    Verdict verdict = night.judge("fewerRows");

    assertThat(verdict.level()).isEqualTo(Level.STOP);
    assertThat(verdict.told()).isEqualTo("bureau: 50,000 rows before, 0 now");
  }

  @ParameterizedTest
  @CsvSource({"49996, 4, OK", "49995, 5, WARN", "25000, 25000, WARN", "100, 100, OK"})
  void rowsSetAsideOnlyWarn(long rows, long setAside, Level level) {
    Night night = new Night();
    night.tables = List.of(new TableRows("bureau", rows, setAside));

    assertThat(night.judge("setAside").level()).isEqualTo(level);
  }

  /** Missing in 10 % before. */
  @ParameterizedTest
  @CsvSource({
    "4500, 4000, 1499, OK",
    "4500, 4000, 1501, WARN",
    "3250, 3249, 3501, STOP",
    "5500, 4400, 100, WARN"
  })
  void theShareOfTheMissing(long low, long high, long missing, Level level) {
    Night night = new Night();
    night.score = new long[] {low, high, missing};

    assertThat(night.judge("missingTraining").level()).isEqualTo(level);
    assertThat(night.judge("missingLast").level()).isEqualTo(level);
  }

  /** 0.5, 0.4, 0.1 against 0.34, 0.56, 0.1: 0.1156. And 0.25, 0.65, 0.1: 0.2947. */
  @ParameterizedTest
  @CsvSource({"4000, 5000, OK", "3400, 5600, WARN", "2500, 6500, STOP"})
  void theStabilityIndexOfAFeature(long low, long high, Level level) {
    Night night = new Night();
    night.score = new long[] {low, high, 1000};

    assertThat(night.judge("psiTraining").level()).isEqualTo(level);
    assertThat(night.judge("psiLast").level()).isEqualTo(level);
    assertThat(night.judge("missingLast").level()).isEqualTo(Level.OK);
  }

  @Test
  void whatComesFromATableIsNamedBeforeWhatIsMadeOfIt() {
    Night night = new Night();
    night.score = new long[] {2500, 6500, 1000};
    night.ratio = new long[] {100, 8900, 1000};

    Verdict verdict = night.judge("psiLast");

    assertThat(verdict.findings())
        .extracting(GateReport.Finding::of)
        .containsExactly("SCORE", "RATIO");
    assertThat(verdict.seen()).isEqualTo(verdict.findings().get(1).seen());
    assertThat(verdict.told()).startsWith("SCORE of past clients: PSI 0.29: mean 5 before, 5 now");
  }

  /** 110 clients of another sample: an index of 0.20 is what chance makes of so few. */
  @Test
  void fewClientsAreNotJudged() {
    Night night = new Night();
    night.score = new long[] {32, 67, 11};

    assertThat(night.judge("psiTraining").findings()).isEmpty();
    assertThat(night.judge("psiTraining", settings("least = 100")).level()).isEqualTo(Level.OK);

    night.score = new long[] {0, 99, 11};
    assertThat(night.judge("psiTraining", settings("least = 100")).level()).isEqualTo(Level.STOP);
  }

  @Test
  void whatStoodAsFarFromTheTrainingInThePublishedSnapshotOnlyWarns() {
    Night night = new Night();
    night.score = new long[] {2500, 6500, 1000};
    Verdict first = night.judge("psiTraining");
    assertThat(first.level()).isEqualTo(Level.STOP);
    night.verdictsBefore = List.of(first);

    Verdict second = night.judge("psiTraining");
    assertThat(second.level()).isEqualTo(Level.WARN);
    assertThat(second.told()).contains("so it was in what is published");
    // And for ever, until it has come back or another model scores.
    night.verdictsBefore = List.of(second);
    assertThat(night.judge("psiTraining").level()).isEqualTo(Level.WARN);
    night.modelBefore = "20261001T010000Z-00000b";
    assertThat(night.judge("psiTraining").level()).isEqualTo(Level.STOP);
  }

  /** Margins −3, −2, −1 are probabilities 0.047, 0.119, 0.269, all below a half. */
  @Test
  void theProbabilityIsComparedToo() {
    Night night = new Night();
    night.probability = probability(2500, 7500);

    assertThat(night.judge("scoreLast").level()).isEqualTo(Level.STOP);
    assertThat(night.judge("scoreLast").told()).contains("probability of past clients: PSI 0.27");
    // Three clients are no population.
    assertThat(night.judge("scoreTraining").told()).isEqualTo("too few clients to be judged");

    night.reference = new float[600];
    night.probability = probability(0, 10_000);
    assertThat(night.judge("scoreTraining").level()).isEqualTo(Level.OK);
    night.probability = probability(10_000, 0);
    assertThat(night.judge("scoreTraining").level()).isEqualTo(Level.STOP);
  }

  @Test
  void aSettingTurnsAGateDownOrOff() {
    Night night = new Night();
    night.clients = 5000;

    assertThat(night.judge("fewerClients", settings("fewerClients.mode = warn")).level())
        .isEqualTo(Level.WARN);
    assertThat(night.judge("fewerClients", settings("fewerClients.mode = off")).level())
        .isEqualTo(Level.OK);
    assertThat(night.judge("fewerClients", SETTINGS.in(GateSettings.Mode.WARN)).level())
        .isEqualTo(Level.WARN);
    assertThat(night.judge("fewerClients", settings("fewerClients.stop = 0.6")).level())
        .isEqualTo(Level.WARN);
    assertThat(night.judge("fewerClients", SETTINGS.in(GateSettings.Mode.OFF)).level())
        .isEqualTo(Level.OK);
  }

  @Test
  void aBrokenContractIsStoppedWhateverTheSettings() {
    Night night = new Night();
    night.furthest = 1.1e-4;
    night.notAddressable = Optional.of("part-00001.parquet, column values: compressed by ZSTD");
    GateSettings mild = SETTINGS.in(GateSettings.Mode.WARN);

    assertThat(night.judge("additivity", mild).level()).isEqualTo(Level.STOP);
    assertThat(night.judge("addressability", mild).level()).isEqualTo(Level.STOP);

    night.furthest = Double.NaN;
    assertThat(night.judge("additivity", mild).level()).isEqualTo(Level.STOP);
  }

  /**
   * A model that ranks, one that ranks less, and one that says the same of everybody but wrongly.
   */
  @Test
  void aNewModelIsHeldAgainstTheOneInUse() {
    Random random = new Random(3);
    int clients = 20_000;
    float[] good = new float[clients];
    float[] worse = new float[clients];
    float[] shifted = new float[clients];
    byte[] outcomes = new byte[clients];
    for (int i = 0; i < clients; i++) {
      double risk = -2 + random.nextGaussian();
      outcomes[i] = (byte) (random.nextDouble() < 1 / (1 + Math.exp(-risk)) ? 1 : 0);
      good[i] = (float) risk;
      worse[i] = (float) (risk + 0.6 * random.nextGaussian());
      shifted[i] = (float) risk + 0.5f;
    }
    Night night = new Night();
    assertThat(night.judge("newModelAuc").told())
        .isEqualTo("the model is the one in use, or there is none");

    night.rivals = Optional.of(new Rivals(MODEL, good, good, outcomes));
    assertThat(night.judge("newModelAuc").level()).isEqualTo(Level.OK);
    assertThat(night.judge("newModelCalibration").level()).isEqualTo(Level.OK);

    night.rivals = Optional.of(new Rivals(MODEL, worse, good, outcomes));
    assertThat(night.judge("newModelAuc").level()).isEqualTo(Level.STOP);
    night.rivals = Optional.of(new Rivals(MODEL, good, worse, outcomes));
    assertThat(night.judge("newModelAuc").level()).isEqualTo(Level.OK);

    night.rivals = Optional.of(new Rivals(MODEL, shifted, good, outcomes));
    assertThat(night.judge("newModelAuc").level()).isEqualTo(Level.OK);
    assertThat(night.judge("newModelCalibration").level()).isEqualTo(Level.STOP);
    assertThat(night.judge("newModelCalibration").told())
        .contains("on 20,000 clients that each scored out of fold");
  }

  @Test
  void rivalsAreComparedOnTheClientsOfBoth() {
    Rivals rivals =
        Rivals.of(
            MODEL,
            List.of(
                new PublishedTables.PastMargin(1, (byte) 1, 0.5f),
                new PublishedTables.PastMargin(2, (byte) 0, -1)),
            List.of(
                new PublishedTables.PastMargin(2, (byte) 1, 7),
                new PublishedTables.PastMargin(3, (byte) 0, -3)));

    assertThat(rivals.fresh()).containsExactly(-1);
    assertThat(rivals.used()).containsExactly(7);
    assertThat(rivals.outcomes()).containsExactly(0);
  }

  @Test
  void anotherPopulationIsNotCompared() {
    Night night = new Night();
    Evidence evidence = night.evidence();

    Population same =
        Population.of(evidence.last(), evidence.candidate(), new int[] {2, 3, 9, 10, 11}, 0.5);
    Population other =
        Population.of(evidence.last(), evidence.candidate(), new int[] {3, 9, 10, 11, 12}, 0.5);
    Population cutShort = Population.of(evidence.last(), evidence.candidate(), new int[] {4}, 0.5);

    assertThat(same.comparable()).isPresent();
    assertThat(same.verdict().seen()).isEqualTo(0.5);
    assertThat(other.comparable()).isEmpty();
    assertThat(other.verdict().level()).isEqualTo(Level.WARN);
    assertThat(other.verdict().told())
        .isEqualTo(
            "25.0 % of the clients of the smaller of both are in this snapshot and in the published "
                + LAST
                + ": nothing is compared with it");
    assertThat(cutShort.comparable()).isPresent();
  }

  @Test
  void theReportIsWhatItWasAfterJson() {
    Night night = new Night();
    night.score = new long[] {2500, 6500, 1000};
    GateReport report =
        GateReport.of(
            NOW,
            LAST,
            night.tables,
            GateStage.gates(SETTINGS).stream().map(gate -> gate.judge(night.evidence())).toList());

    String json = Json.write(report);

    assertThat(json).contains("\"level\" : \"stop\"").contains("\"clients\" : \"past\"");
    assertThat(Json.read(json, GateReport.class)).isEqualTo(report);
    assertThat(GateWords.held(report, Path.of("snapshots/.held-" + NOW)))
        .isEqualTo(
            NOW
                + " is whole and not published, because of 2 gates: psiTraining (SCORE); psiLast (SCORE). It is kept in snapshots/.held-"
                + NOW
                + ", and what each gate saw in its gates.json; what was published before is still served. If the snapshot is right, publish it by hand: ./credit snapshots publish "
                + NOW
                + " --because \"…\"");
  }

  private static GateSettings settings(String changes) {
    return PipelineSettings.of(
            ConfigFactory.parseString("credit.pipeline.gates { " + changes + " }")
                .withFallback(ConfigFactory.defaultReference())
                .resolve())
        .gates();
  }

  private static Feature number(String name, String source) {
    return Feature.number(name, Unit.NONE)
        .group(Groups.AGE)
        .source(source)
        .label("a", "un")
        .description("a", "un")
        .build();
  }

  private static Counted counted(String name, long... past) {
    return new Counted(
        name, new double[] {0.5}, List.of(), past, new long[] {0, 0, 0}, 5, Double.NaN);
  }

  /** So many past clients of a low probability, and of one half and more. */
  private static Counted probability(long low, long high) {
    return ScoreCounts.ofRows(new double[] {0, 0.5}, new long[] {low, high}, new long[] {0, 0});
  }

  private static Manifest manifest(String id, String model, int clients) {
    return new Manifest(
        1,
        id,
        "2026-11-25T01:00:00Z",
        model,
        clients,
        true,
        1 / 11.0,
        List.of("SCORE", "RATIO"),
        List.of(),
        List.of(),
        List.of(new Manifest.Fold(-1, -2, 1, 0, clients)),
        List.of(),
        Map.of(),
        "0",
        List.of(new Manifest.FileEntry("features.parquet", 1, "0")));
  }
}
