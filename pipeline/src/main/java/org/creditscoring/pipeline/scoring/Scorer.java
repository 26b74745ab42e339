package org.creditscoring.pipeline.scoring;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.functions;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Reasons;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.shap.Explainer;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.table.BlockIterator;
import org.creditscoring.pipeline.table.Records;
import org.creditscoring.pipeline.training.Boosters;
import org.creditscoring.pipeline.training.FoldOf;
import org.creditscoring.pipeline.training.TrainedModel;

/**
 * Scores and explains clients with a trained model: one that it was trained on by the fold model
 * that never saw the client, any other by the mean of all. It travels to Spark's workers as bytes
 * and compiles the trees there.
 */
public final class Scorer implements Serializable {
  private static final long serialVersionUID = 1;

  /** Clients explained at once: enough to keep the trees in cache, little enough to stream. */
  private static final int BLOCK = 4096;

  private final Boosters boosters;
  private final FoldOf folds;
  private final String card;
  private final String catalogue;
  private final byte[] reference;
  private final double costRatio;
  private transient List<Explainer> explainers;

  private Scorer(TrainedModel model, CutOff cutOff) {
    boosters = model.boosters();
    folds = model.folds();
    card = Json.write(model.card());
    catalogue = Json.write(model.catalogue());
    reference = model.reference().bytes();
    costRatio = cutOff.costRatio();
  }

  public static Scorer of(TrainedModel model, CutOff cutOff) {
    return new Scorer(model, cutOff);
  }

  /**
   * The stage from values to scores; rows stream through each partition, sorted by id.
   *
   * @param partitions that the clients are spread over, whole part files each
   */
  public Dataset<ScoredClient> score(Dataset<ClientValues> clients, int partitions) {
    Broadcast<Scorer> everywhere =
        clients
            .sparkSession()
            .sparkContext()
            .broadcast(this, scala.reflect.ClassTag$.MODULE$.apply(Scorer.class));
    MapPartitionsFunction<ClientValues, ScoredClient> perPartition =
        rows -> everywhere.value().scored(rows);
    return clients
        .repartition(
            partitions,
            functions.floor(functions.col(Layout.Client.ID).divide(Layout.IDS_PER_PART)))
        .sortWithinPartitions(Layout.Client.ID)
        .mapPartitions(perPartition, Records.encoder(ScoredClient.class));
  }

  /** Calibrated base value of each fold, in fold order, then of the mean. */
  public List<Double> baseValues() {
    List<Double> values = new ArrayList<>();
    List<Calibration> calibrations = calibrations();
    List<Explainer> compiled = explainers();
    for (int i = 0; i < compiled.size(); i++) {
      values.add(calibrations.get(i).margin(compiled.get(i).bias()));
    }
    return values;
  }

  private Iterator<ScoredClient> scored(Iterator<ClientValues> clients) {
    FoldScorer.Policy policy =
        new FoldScorer.Policy(
            new CutOff(costRatio),
            ReferencePopulation.of(reference),
            Reasons.of(Json.read(catalogue, Catalogue.class)));
    List<Calibration> calibrations = calibrations();
    Map<Integer, FoldScorer> scorers = new TreeMap<>();
    return new BlockIterator<>(
        clients,
        BLOCK,
        block -> {
          Map<Integer, List<ClientValues>> byFold = new LinkedHashMap<>();
          for (ClientValues client : block) {
            byFold.computeIfAbsent(folds.of(client.id()), fold -> new ArrayList<>()).add(client);
          }
          Map<Integer, Iterator<ScoredClient>> scored = new HashMap<>();
          byFold.forEach(
              (fold, members) ->
                  scored.put(
                      fold,
                      scorers
                          .computeIfAbsent(
                              fold,
                              f ->
                                  new FoldScorer(
                                      f,
                                      explainers().get(place(f)),
                                      calibrations.get(place(f)),
                                      policy))
                          .score(members)
                          .iterator()));
          // In the order of the clients again.
          return block.stream().map(client -> scored.get(folds.of(client.id())).next()).toList();
        });
  }

  /** The mean of all stands behind the folds. */
  private int place(int fold) {
    return fold == Layout.MEAN_FOLD ? boosters.count() : fold;
  }

  private List<Calibration> calibrations() {
    ModelCard model = Json.read(card, ModelCard.class);
    List<Calibration> calibrations = new ArrayList<>(model.folds());
    calibrations.add(model.meanCalibration());
    return calibrations;
  }

  /** Compiled once in a JVM: the tasks of one executor share them. */
  private synchronized List<Explainer> explainers() {
    if (explainers == null) {
      List<Ensemble> ensembles = new ArrayList<>(boosters.ensembles());
      ensembles.add(Ensemble.mean(List.copyOf(ensembles)));
      explainers = ensembles.stream().map(Explainer::of).toList();
    }
    return explainers;
  }
}
