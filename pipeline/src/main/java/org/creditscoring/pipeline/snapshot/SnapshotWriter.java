package org.creditscoring.pipeline.snapshot;

import static org.apache.spark.sql.functions.col;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.card.CardPage;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.creditscoring.pipeline.training.Boosters;
import org.creditscoring.pipeline.training.ModelStore;
import org.creditscoring.pipeline.training.TrainedModel;

/** Writes the tables, the model and the manifest of one snapshot into its staging directory. */
public final class SnapshotWriter {
  private final SparkSession spark;
  private final Path root;
  private final TrainedModel model;
  private final ParquetFiles files;

  public SnapshotWriter(SparkSession spark, Path staging, TrainedModel model) {
    this.spark = spark;
    this.root = staging;
    this.model = model;
    this.files = new ParquetFiles(staging);
  }

  /**
   * What a manifest says beside what was written.
   *
   * @param baseValues of the folds in order, then of the mean
   * @param setAside rows that could not be read, by the table's name
   */
  public record Facts(
      String snapshotId,
      Instant createdAt,
      boolean synthetic,
      CutOff cutOff,
      List<Double> baseValues,
      List<String> absentTables,
      Map<String, Long> setAside,
      String dataFingerprint) {}

  /**
   * Writes the clients and reads their ids back.
   *
   * @return the clients as they stand in the files
   */
  public Dataset<ScoredClient> clients(Dataset<ScoredClient> scored, long expected)
      throws IOException {
    List<Path> parts = files.writeClients(scored);
    ClientsCheck.verify(spark, parts, root, expected);
    return spark
        .read()
        .parquet(parts.stream().map(ParquetFiles::uri).toArray(String[]::new))
        .as(Records.encoder(ScoredClient.class));
  }

  /**
   * Writes every table that tells of the clients together, once they agree with each other.
   *
   * @param cuts of the features and inputs, by which they are compared with other populations
   */
  public Census aggregates(Dataset<ScoredClient> clients, long expected, CutOff cutOff, Cuts[] cuts)
      throws IOException {
    Aggregates aggregates =
        new AggregateStage(model.catalogue()).aggregates(clients, cutOff.probability(), cuts);
    AggregatesCheck.verify(aggregates, expected, cutOff.probability());
    files.write(aggregates);
    return aggregates.census().orElseThrow();
  }

  /** Why a look-up could not read a client at its offset; empty if it can. */
  public Optional<String> notAddressable() throws IOException {
    Catalogue catalogue = model.catalogue();
    return AddressableCheck.wrong(
        files.parts(), catalogue.values().size(), catalogue.features().size());
  }

  /** Writes what the gates saw. */
  public void gates(GateReport report) throws IOException {
    Files.writeString(root.resolve(Layout.GATES), Json.write(report));
  }

  /** Writes the model and, last, the manifest; then reads every file back. */
  public Manifest finish(Dataset<ScoredClient> clients, Facts facts) throws IOException {
    Path directory = Files.createDirectory(root.resolve(Layout.MODEL));
    Files.writeString(directory.resolve(ModelStore.CARD), Json.write(model.card()));
    if (model.card().evaluation() != null) {
      Files.writeString(directory.resolve(CardPage.FILE), CardPage.of(model.card()));
    }
    Files.write(directory.resolve(ModelStore.REFERENCE), model.reference().bytes());
    for (int fold = 0; fold < model.boosters().count(); fold++) {
      Files.write(directory.resolve(Boosters.file(fold)), model.boosters().json(fold));
    }
    Map<Integer, Integer> perFold = perFold(clients);
    Catalogue catalogue = model.catalogue();
    Manifest manifest =
        new Manifest(
            Layout.FORMAT_VERSION,
            facts.snapshotId(),
            facts.createdAt().toString(),
            model.card().modelId(),
            perFold.values().stream().mapToInt(Integer::intValue).sum(),
            facts.synthetic(),
            facts.cutOff().probability(),
            names(catalogue.features()),
            names(catalogue.inputs()),
            names(catalogue.forbidden()),
            folds(facts.baseValues(), perFold),
            facts.absentTables(),
            facts.setAside(),
            facts.dataFingerprint(),
            SnapshotFiles.list(root));
    Files.writeString(root.resolve(Layout.MANIFEST), Json.write(manifest));
    SnapshotFiles.verify(
        root, Json.read(Files.readString(root.resolve(Layout.MANIFEST)), Manifest.class));
    return manifest;
  }

  private List<Manifest.Fold> folds(List<Double> baseValues, Map<Integer, Integer> clients) {
    List<Calibration> calibrations = new ArrayList<>(model.card().folds());
    calibrations.add(model.card().meanCalibration());
    List<Manifest.Fold> folds = new ArrayList<>();
    for (int i = 0; i < calibrations.size(); i++) {
      int fold = i < model.boosters().count() ? i : Layout.MEAN_FOLD;
      Calibration calibration = calibrations.get(i);
      folds.add(
          new Manifest.Fold(
              fold,
              baseValues.get(i),
              calibration.slope(),
              calibration.intercept(),
              clients.getOrDefault(fold, 0)));
    }
    return folds;
  }

  private static Map<Integer, Integer> perFold(Dataset<ScoredClient> clients) {
    Map<Integer, Integer> counts = new HashMap<>();
    for (Row row : clients.groupBy(col(Layout.Client.FOLD)).count().collectAsList()) {
      counts.put((int) row.getByte(0), Math.toIntExact(row.getLong(1)));
    }
    return counts;
  }

  private static List<String> names(List<Feature> features) {
    return features.stream().map(Feature::name).toList();
  }
}
