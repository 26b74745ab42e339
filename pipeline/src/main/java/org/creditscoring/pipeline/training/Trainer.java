package org.creditscoring.pipeline.training;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.ReferencePopulation;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;

/** Trains a cross-fitted model on past clients. */
public final class Trainer {
  static final String USE_ANOTHER =
      "An existing model can still score these clients: run without --retrain and name its directory by --models.";

  private final TrainingSettings settings;
  private final double costRatio;

  public Trainer(TrainingSettings settings, double costRatio) {
    this.settings = settings;
    this.costRatio = costRatio;
  }

  /**
   * What a model is trained from.
   *
   * @param clients past and current, best kept: they are read a dozen times; only those with an
   *     outcome are learned from
   * @param synthetic whether they were generated
   * @param fingerprint of the raw tables
   * @param absent names of the tables that are not there
   */
  public record Source(
      Dataset<ClientValues> clients,
      Catalogue catalogue,
      boolean synthetic,
      String fingerprint,
      List<String> absent) {}

  /**
   * @param modelId name of the new model
   * @throws BadDataException if there are too few defaults, or what was learned does not rank
   */
  public TrainedModel train(Source source, String modelId, Instant now, Stages.Stage stage) {
    Past past = Past.of(source.clients(), new Folds(settings.folds(), settings.salt()));
    past.requireDefaults(settings.minDefaults());
    stage.rows(past.count());
    return train(source, past, new Identity(modelId, now), stage);
  }

  private record Identity(String modelId, Instant now) {}

  private TrainedModel train(Source source, Past past, Identity identity, Stages.Stage stage) {
    Catalogue candidates = source.catalogue();
    int[] columns = FeatureChoice.columns(candidates, feature -> true);
    CrossFit fit = CrossFit.train(past, columns, candidates.features().size(), settings, stage);
    Calibrations calibrations = fit.calibrations(source.clients(), settings);
    int[] kept = fit.used();
    Catalogue catalogue = candidates.keeping(names(candidates, kept));
    float[] published = published(fit, calibrations);
    Evaluation evaluation =
        new CardFigures(settings, new CutOff(costRatio), stage)
            .of(past, candidates, catalogue, fit, calibrations);
    Figures overall = evaluation.overall();
    ModelCard card =
        new ModelCard(
            identity.modelId(),
            identity.now().toString(),
            source.synthetic(),
            catalogue.features().stream().map(Feature::name).toList(),
            costRatio,
            calibrations.folds(),
            calibrations.mean(),
            new ModelCard.Metrics(
                new ModelCard.Discrimination(
                    overall.auc(),
                    overall.gini(),
                    overall.ks(),
                    overall.brier(),
                    overall.logLoss())),
            new ModelCard.CalibrationFit(overall.slope(), overall.intercept(), overall.ece()),
            provenance(source, past, fit.plans()),
            evaluation);
    stage.say(
        String.format(
            Locale.ROOT,
            "out of fold: AUC %.4f, Brier %.4f, calibration slope %.3f, ECE %.4f",
            overall.auc(),
            overall.brier(),
            overall.slope(),
            overall.ece()));
    return new TrainedModel(
        card,
        catalogue,
        fit.over(kept),
        foldOf(fit.margins()),
        ReferencePopulation.of(published),
        PopulationStage.of(source.clients(), past.count(), candidates, catalogue));
  }

  private static Set<String> names(Catalogue catalogue, int[] kept) {
    return Arrays.stream(kept)
        .mapToObj(place -> catalogue.features().get(place).name())
        .collect(Collectors.toUnmodifiableSet());
  }

  private static float[] published(CrossFit fit, Calibrations calibrations) {
    float[] published = new float[fit.margins().size()];
    for (int i = 0; i < published.length; i++) {
      published[i] = calibrations.margin(fit.margins().get(i));
    }
    return published;
  }

  private static FoldOf foldOf(List<OutOfFold> margins) {
    byte[] folds = new byte[margins.size()];
    for (int i = 0; i < folds.length; i++) {
      folds[i] = margins.get(i).fold();
    }
    return FoldOf.of(margins.stream().mapToInt(OutOfFold::id).toArray(), folds);
  }

  private ModelCard.Provenance provenance(Source source, Past past, List<FoldPlan> plans) {
    Map<String, String> parameters = new LinkedHashMap<>(settings.named());
    parameters.put(
        "rounds",
        plans.stream().map(plan -> String.valueOf(plan.rounds())).collect(Collectors.joining(" ")));
    parameters.put("salt", String.valueOf(settings.salt()));
    return new ModelCard.Provenance(
        source.fingerprint(),
        Math.toIntExact(past.count()),
        Math.toIntExact(past.defaults()),
        settings.seed(),
        parameters,
        Versions.of(source.clients().sparkSession().version()),
        source.absent());
  }
}
