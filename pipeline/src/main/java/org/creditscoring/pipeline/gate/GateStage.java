package org.creditscoring.pipeline.gate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.run.GateName;
import org.creditscoring.pipeline.run.GateSettings;
import org.creditscoring.pipeline.run.GateSettings.Mode;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.training.TrainedModel;

/** The stage between a snapshot's tables and its publication: every gate, one after the other. */
public final class GateStage {
  /** So many features of a gate are told one by one; gates.json holds all. */
  private static final int TOLD = 10;

  private final SparkSession spark;
  private final GateSettings settings;
  private final Optional<LastSnapshot> last;

  private GateStage(SparkSession spark, GateSettings settings, Optional<LastSnapshot> last) {
    this.spark = spark;
    this.settings = settings;
    this.last = last;
  }

  /**
   * Reads what is published, to compare the next one with.
   *
   * @param snapshots their directory
   */
  public static GateStage of(
      SparkSession spark, Path snapshots, GateSettings settings, Stages.Stage stage) {
    return new GateStage(
        spark,
        settings,
        settings.mode() == Mode.OFF ? Optional.empty() : LastSnapshot.of(spark, snapshots, stage));
  }

  /** How the features, then the inputs, of a model are counted so that they can be compared. */
  public Cuts[] cuts(TrainedModel model) {
    Catalogue catalogue = model.catalogue();
    Map<String, Counted> training = model.population().byName();
    Map<String, Counted> published = last.map(LastSnapshot::values).orElse(Map.of());
    return Stream.of(catalogue.features(), catalogue.inputs())
        .flatMap(List::stream)
        .map(feature -> cuts(feature, training, published))
        .toArray(Cuts[]::new);
  }

  private Cuts cuts(
      Feature feature, Map<String, Counted> training, Map<String, Counted> published) {
    Cuts cuts = Cuts.of(feature);
    for (Map<String, Counted> population : List.of(training, published)) {
      Counted counted = population.get(feature.name());
      cuts = counted == null || settings.mode() == Mode.OFF ? cuts : cuts.and(counted.edges());
    }
    return cuts;
  }

  /** Judges a snapshot and tells what is not as it should be. */
  public GateReport judge(Candidate candidate, Stages.Stage stage) throws IOException {
    if (settings.mode() == Mode.OFF) {
      stage.warn("no gate is judged but the contract: credit.pipeline.gates.mode is off");
      Evidence own = new Evidence(candidate, Map.of(), Optional.empty(), Optional.empty());
      GateReport report =
          GateReport.of(
              candidate.snapshotId(),
              null,
              candidate.tables(),
              Stream.of(Always.values()).map(gate -> gate.judge(own)).toList());
      tell(report, stage);
      return report;
    }
    PublishedTables own = new PublishedTables(spark, candidate.directory());
    Population population = Population.of(last, candidate, own.ids(), settings.samePopulation());
    Evidence evidence =
        new Evidence(
            candidate,
            candidate.model().population().byName(),
            population.comparable(),
            rivals(candidate, own, population.comparable()));
    List<Verdict> verdicts = new ArrayList<>();
    verdicts.add(population.verdict());
    gates(settings).forEach(gate -> verdicts.add(gate.judge(evidence)));
    GateReport report =
        GateReport.of(
            candidate.snapshotId(),
            population.comparable().map(LastSnapshot::id).orElse(null),
            candidate.tables(),
            verdicts);
    tell(report, stage);
    return report;
  }

  /** In the order in which they are told. */
  static List<Gate> gates(GateSettings settings) {
    return List.of(
        Always.ADDITIVITY,
        Always.ADDRESSABILITY,
        Always.ONE_BIN_EACH,
        new ClientCounts(new Levels(GateName.FEWER_CLIENTS, settings), Change.FEWER),
        new ClientCounts(new Levels(GateName.MORE_CLIENTS, settings), Change.MORE),
        new RowCounts(new Levels(GateName.FEWER_ROWS, settings), Change.FEWER),
        new RowCounts(new Levels(GateName.MORE_ROWS, settings), Change.MORE),
        new SetAside(new Levels(GateName.SET_ASIDE, settings)),
        missing(GateName.MISSING_TRAINING, Against.TRAINING, settings),
        missing(GateName.MISSING_LAST, Against.LAST, settings),
        psi(GateName.PSI_TRAINING, Against.TRAINING, Shifts.Subject.FEATURES, settings),
        psi(GateName.PSI_LAST, Against.LAST, Shifts.Subject.FEATURES, settings),
        psi(GateName.SCORE_TRAINING, Against.TRAINING, Shifts.Subject.SCORE, settings),
        psi(GateName.SCORE_LAST, Against.LAST, Shifts.Subject.SCORE, settings),
        new NewModel(new Levels(GateName.NEW_MODEL_AUC, settings), NewModel.Measure.AUC),
        new NewModel(
            new Levels(GateName.NEW_MODEL_CALIBRATION, settings), NewModel.Measure.CALIBRATION));
  }

  private static Gate missing(GateName name, Against against, GateSettings settings) {
    return new Shifts(
        new Levels(name, settings), against, Shifts.Subject.FEATURES, Shifts.Measure.MISSING);
  }

  private static Gate psi(
      GateName name, Against against, Shifts.Subject subject, GateSettings settings) {
    return new Shifts(new Levels(name, settings), against, subject, Shifts.Measure.PSI);
  }

  private Optional<Rivals> rivals(
      Candidate candidate, PublishedTables own, Optional<LastSnapshot> published)
      throws IOException {
    // Whoever trained it: a model whose snapshot was held is the newest one on the next night.
    if (published.isEmpty()
        || published.get().manifest().modelId().equals(candidate.model().modelId())) {
      return Optional.empty();
    }
    LastSnapshot inUse = published.get();
    return Optional.of(
        Rivals.of(
            inUse.manifest().modelId(),
            own.outOfFold(),
            new PublishedTables(spark, inUse.directory()).outOfFold()));
  }

  private static void tell(GateReport report, Stages.Stage stage) {
    for (Verdict verdict : report.gates()) {
      if (verdict.level() != Level.OK) {
        tell(verdict, stage);
      }
    }
    stage.say(
        "%d gates: %d ok, %d warn, %d stop"
            .formatted(
                report.gates().size(),
                count(report, Level.OK),
                count(report, Level.WARN),
                count(report, Level.STOP)));
  }

  private static void tell(Verdict verdict, Stages.Stage stage) {
    if (verdict.findings().isEmpty()) {
      stage.warn(GateWords.of(verdict.name(), verdict.level()) + verdict.told());
    }
    for (Finding finding : verdict.findings().stream().limit(TOLD).toList()) {
      stage.warn(GateWords.of(verdict.name(), finding.level()) + GateWords.of(finding));
    }
    if (verdict.findings().size() > TOLD) {
      stage.warn(
          "gate %s: %d more, all in gates.json"
              .formatted(verdict.name(), verdict.findings().size() - TOLD));
    }
  }

  private static long count(GateReport report, Level level) {
    return report.gates().stream().filter(verdict -> verdict.level() == level).count();
  }
}
