package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.pipeline.evaluation.LogisticLine;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * The calibration of each fold model and of their mean.
 *
 * @param folds a fold's map is fitted on the other folds' margins, so that the published
 *     calibration can fail
 * @param mean fitted on all of them, and made steeper by {@link MeanCalibration}
 */
record Calibrations(List<Calibration> folds, Calibration mean) {
  Calibrations {
    folds = List.copyOf(folds);
  }

  /**
   * @param margins of past clients, raw and out of fold
   * @param unseen clients whom no fold model saw, by rising id, by which the mean is told from one
   *     model; none where it scores nobody
   * @param minSlope at or below which a model does not rank
   * @throws BadDataException if a slope is that flat, or there is no best line
   */
  static Calibrations fit(
      List<OutOfFold> margins, List<FoldMargins> unseen, int folds, double minSlope) {
    List<Calibration> fitted = new ArrayList<>();
    for (int fold = 0; fold < folds; fold++) {
      int left = fold;
      fitted.add(fit(margins, row -> row.fold() != left, minSlope));
    }
    Calibration single = fit(margins, row -> true, minSlope);
    return new Calibrations(fitted, MeanCalibration.of(single, unseen));
  }

  /** The published margin of a past client. */
  float margin(OutOfFold row) {
    return (float) folds.get(row.fold()).margin(row.margin());
  }

  private static Calibration fit(
      List<OutOfFold> margins, Predicate<OutOfFold> on, double minSlope) {
    List<OutOfFold> rows = margins.stream().filter(on).toList();
    byte[] outcomes = new byte[rows.size()];
    for (int i = 0; i < outcomes.length; i++) {
      outcomes[i] = rows.get(i).outcome();
    }
    LogisticLine line = line(rows.stream().mapToDouble(OutOfFold::margin).toArray(), outcomes);
    if (!(line.slope() > minSlope)) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "training refused: the calibration slope is %.3f, at or below %.3f: what was learned does not rank clients that it has not seen. %s",
              line.slope(),
              minSlope,
              Trainer.USE_ANOTHER));
    }
    return new Calibration(line.slope(), line.intercept());
  }

  private static LogisticLine line(double[] margins, byte[] outcomes) {
    try {
      return LogisticLine.fit(margins, outcomes);
    } catch (IllegalArgumentException e) {
      throw new BadDataException(
          "training refused: the scores cannot be calibrated: "
              + e.getMessage()
              + ". "
              + Trainer.USE_ANOTHER,
          e);
    }
  }
}
