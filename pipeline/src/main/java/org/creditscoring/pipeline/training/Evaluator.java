package org.creditscoring.pipeline.training;

import java.util.Arrays;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.pipeline.evaluation.CheapestCutOff;
import org.creditscoring.pipeline.evaluation.Ranked;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.TrainingSettings;

/** Measures what a training with these settings is worth, on clients that it has not seen. */
public final class Evaluator {
  /** Into so many parts, by a hash that no split of folds uses, clients fall to be locked. */
  public static final int LOCKED_PARTS = 10;

  private static final long LOCKED_SALT = 0x10C_4ED;

  private final TrainingSettings settings;
  private final Stages.Stage stage;

  public Evaluator(TrainingSettings settings, Stages.Stage stage) {
    this.settings = settings;
    this.stage = stage;
  }

  /**
   * What is known of clients out of fold.
   *
   * @param figures of all of them
   * @param cheapest the cut-off that would have cost least on them
   */
  public record Measured(Figures figures, Optimum cheapest) {}

  /**
   * Figures out of fold, each fold's calibration fitted on the others.
   *
   * @param clients of whom those with an outcome count
   * @param columns places of the features among their values
   * @param salt of the folds
   * @param policy of whose costs the cheapest cut-off is told
   */
  public Measured outOfFold(
      Dataset<ClientValues> clients, int[] columns, long salt, CutOff policy) {
    CrossFit fit = train(past(clients, salt), columns);
    Calibrations calibrations =
        Calibrations.fit(fit.margins(), List.of(), settings.folds(), settings.minSlope());
    Ranked ranked = ranked(fit.margins(), calibrations::margin);
    return new Measured(ranked.figures(null), CheapestCutOff.of(ranked, policy, settings.seed()));
  }

  /**
   * The mean of the fold models on clients that none of them saw: one in ten is taken out before
   * the folds are made.
   *
   * @param tenth which of them, from 0 to {@value #LOCKED_PARTS} − 1
   * @return the locked clients, by calibrated margin
   */
  public Ranked locked(Dataset<ClientValues> clients, int[] columns, int tenth) {
    Past all = past(clients, settings.salt());
    Folds parts = new Folds(LOCKED_PARTS, LOCKED_SALT);
    Past open = all.part(parts, part -> part != tenth);
    Past kept = all.part(parts, part -> part == tenth);
    return byMean(train(open, columns), clients, kept.clients());
  }

  /**
   * The mean of fold models on other clients than those who were learned from.
   *
   * @param clients to learn from
   * @param others with an outcome, their values ordered alike
   * @return the others, by calibrated margin
   */
  public Ranked elsewhere(
      Dataset<ClientValues> clients, Dataset<ClientValues> others, int[] columns) {
    Past test = past(others, settings.salt());
    return byMean(train(past(clients, settings.salt()), columns), clients, test.clients());
  }

  /**
   * How well one value alone ranks clients, the higher the safer; missing ones in the middle.
   *
   * @param clients of whom those with an outcome count
   * @param place of the value
   */
  public static double aucOf(Dataset<ClientValues> clients, int place) {
    List<OutOfFold> rows = RawMargins.ofValue(Past.of(clients, new Folds(1, 0)).clients(), place);
    double middle =
        rows.stream().mapToDouble(OutOfFold::margin).filter(Double::isFinite).average().orElse(0);
    return ranked(rows, row -> (float) (Double.isNaN(row.margin()) ? middle : row.margin())).auc();
  }

  private interface Margin {
    float of(OutOfFold row);
  }

  private static Ranked ranked(List<OutOfFold> all, Margin margin) {
    float[] margins = new float[all.size()];
    byte[] outcomes = new byte[margins.length];
    for (int i = 0; i < margins.length; i++) {
      margins[i] = margin.of(all.get(i));
      outcomes[i] = all.get(i).outcome();
    }
    return Ranked.of(margins, outcomes);
  }

  private Past past(Dataset<ClientValues> clients, long salt) {
    return Past.of(clients, new Folds(settings.folds(), salt));
  }

  private CrossFit train(Past past, int[] columns) {
    past.requireDefaults(settings.minDefaults());
    int width = 1 + Arrays.stream(columns).max().orElseThrow();
    return CrossFit.train(past, columns, width, settings, stage);
  }

  /**
   * @param all of whom those without an outcome tell how much less spread the mean is, as they do
   *     where a model is trained
   * @param clients whom no fold model saw
   */
  private Ranked byMean(CrossFit fit, Dataset<ClientValues> all, Dataset<ClientValues> clients) {
    Calibration mean = fit.calibrations(all, settings).mean();
    return ranked(
        RawMargins.mean(clients, fit.boosters()), row -> (float) mean.margin(row.margin()));
  }
}
