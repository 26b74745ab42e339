package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalInt;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Challenger;
import org.creditscoring.model.card.Evaluation.CostPoint;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.FoldCurves;
import org.creditscoring.model.card.Evaluation.Justified;
import org.creditscoring.model.card.Evaluation.Selection;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Sensitivity;
import org.creditscoring.pipeline.evaluation.CheapestCutOff;
import org.creditscoring.pipeline.evaluation.Curves;
import org.creditscoring.pipeline.evaluation.Groups;
import org.creditscoring.pipeline.evaluation.PastClient;
import org.creditscoring.pipeline.evaluation.Ranked;
import org.creditscoring.pipeline.evaluation.SwapSet;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;

/** Fills the card's evaluation from what a cross-fitted training left. */
final class CardFigures {
  private static final int POINTS = 200;
  private static final int POINTS_OF_A_FOLD = 60;
  private static final String GENDER = "CODE_GENDER";
  private static final String AGE = "AGE_YEARS";

  private final TrainingSettings settings;
  private final CutOff policy;
  private final Stages.Stage stage;

  CardFigures(TrainingSettings settings, CutOff policy, Stages.Stage stage) {
    this.settings = settings;
    this.policy = policy;
    this.stage = stage;
  }

  /**
   * @param candidates how the values of {@code past} are ordered
   * @param kept the model's own
   */
  Evaluation of(
      Past past, Catalogue candidates, Catalogue kept, CrossFit fit, Calibrations calibrations) {
    List<PastClient> clients = clients(past, candidates, fit.margins(), calibrations);
    Ranked ranked = Ranked.of(clients);
    List<Figures> figures = new ArrayList<>();
    List<FoldCurves> curves = new ArrayList<>();
    for (int k = 0; k < past.folds().count(); k++) {
      int fold = k;
      Ranked own = Ranked.of(clients.stream().filter(client -> client.fold() == fold).toList());
      figures.add(own.figures(fold));
      curves.add(
          new FoldCurves(
              fold,
              Curves.reliability(own),
              Curves.roc(own, POINTS_OF_A_FOLD),
              Curves.cost(own, policy, POINTS_OF_A_FOLD)));
    }
    List<CostPoint> cost = Curves.cost(ranked, policy, POINTS);
    return new Evaluation(
        figures,
        ranked.figures(null),
        Curves.reliability(ranked),
        Curves.roc(ranked, POINTS),
        new Evaluation.Cost(
            policy.costRatio(),
            policy.probability(),
            cost,
            CheapestCutOff.of(ranked, policy, settings.seed())),
        curves,
        Groups.of(clients, policy),
        Groups.refusals(clients, policy),
        challenger(past, candidates, fit.plans(), clients),
        null,
        justified(kept),
        CardWords.NOT_FOR,
        new Selection(
            candidates.features().size(), kept.features().size(), CardWords.SELECTION_RULE));
  }

  private static List<PastClient> clients(
      Past past, Catalogue candidates, List<OutOfFold> margins, Calibrations calibrations) {
    List<Traits> traits = traits(past, candidates);
    List<String> genders = genders(candidates);
    List<PastClient> clients = new ArrayList<>(margins.size());
    for (int i = 0; i < margins.size(); i++) {
      OutOfFold row = margins.get(i);
      float gender = traits.get(i).gender();
      clients.add(
          new PastClient(
              row.id(),
              row.fold(),
              row.outcome(),
              calibrations.margin(row),
              Float.isNaN(gender) ? "" : genders.get((int) gender),
              traits.get(i).age()));
    }
    return clients;
  }

  private static List<String> genders(Catalogue candidates) {
    return candidates.forbidden().stream()
        .filter(feature -> feature.name().equals(GENDER))
        .flatMap(feature -> feature.categories().stream())
        .map(category -> category.code())
        .toList();
  }

  private static List<Traits> traits(Past past, Catalogue candidates) {
    int gender = place(candidates, GENDER);
    int age = place(candidates, AGE);
    MapPartitionsFunction<ClientValues, Traits> map =
        rows ->
            new MappedIterator<>(
                rows, client -> new Traits(client.id(), value(client, gender), value(client, age)));
    List<Traits> traits =
        new ArrayList<>(
            past.clients().mapPartitions(map, Records.encoder(Traits.class)).collectAsList());
    traits.sort(Comparator.comparingInt(Traits::id));
    return traits;
  }

  private static int place(Catalogue candidates, String name) {
    OptionalInt place = candidates.position(name);
    return place.orElse(-1);
  }

  private static float value(ClientValues client, int place) {
    return place < 0 ? Float.NaN : client.values()[place];
  }

  /** The challenger's figures; null, and said, where it cannot be fitted. */
  private Challenger challenger(
      Past past, Catalogue candidates, List<FoldPlan> plans, List<PastClient> clients) {
    List<OutOfFold> margins = new LogisticChallenger(past, candidates.features()).margins(plans);
    Calibrations calibrations;
    try {
      calibrations = Calibrations.fit(margins, List.of(), settings.folds(), settings.minSlope());
    } catch (BadDataException flat) {
      stage.warn("the challenger, a logistic regression, does not rank and is left out");
      return null;
    }
    float[] published = new float[margins.size()];
    byte[] outcomes = new byte[published.length];
    for (int i = 0; i < published.length; i++) {
      published[i] = calibrations.margin(margins.get(i));
      outcomes[i] = margins.get(i).outcome();
    }
    Figures figures = Ranked.of(published, outcomes).figures(null);
    SwapSet swap = SwapSet.of(clients, published, policy);
    return new Challenger(
        "logistic regression",
        sixDigits(figures.auc()),
        sixDigits(figures.brier()),
        sixDigits(figures.logLoss()),
        sixDigits(figures.slope()),
        sixDigits(figures.ece()),
        swap.in(),
        swap.out());
  }

  /**
   * Spark adds what partitions have summed in the order in which they end, so further digits of a
   * regression differ between runs, and these seldom.
   */
  private static double sixDigits(double figure) {
    return Double.isFinite(figure) ? Math.round(figure * 1e6) / 1e6 : figure;
  }

  private static List<Justified> justified(Catalogue kept) {
    return kept.features().stream()
        .filter(feature -> feature.treatment().sensitivity() == Sensitivity.JUSTIFIED)
        .map(CardFigures::justified)
        .toList();
  }

  private static Justified justified(Feature feature) {
    return new Justified(
        feature.name(),
        feature.words().label().en(),
        feature.words().label().fr(),
        feature.treatment().reason().en(),
        feature.treatment().reason().fr());
  }
}
