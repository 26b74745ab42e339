package org.creditscoring.pipeline.gate;

import java.util.Locale;
import java.util.stream.IntStream;
import org.creditscoring.model.card.ModelCard.CalibrationFit;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.pipeline.evaluation.PairedAuc;
import org.creditscoring.pipeline.evaluation.Ranked;

/** A model that is to be used against the one in use, on clients that neither had seen. */
record NewModel(Levels levels, Measure measure) implements Gate {
  private static final String NONE = "the model is the one in use, or there is none";

  /** By what the two are compared. */
  enum Measure {
    AUC {
      @Override
      Verdict of(Rivals rivals, Levels levels) {
        PairedAuc auc = PairedAuc.of(rivals.fresh(), rivals.used(), rivals.outcomes());
        return levels.one(
            Math.max(0, auc.second() - auc.first()),
            ERRORS * auc.standardError(),
            told("AUC", auc.second(), auc.first(), rivals));
      }
    },
    CALIBRATION {
      @Override
      Verdict of(Rivals rivals, Levels levels) {
        CalibrationFit fresh = Ranked.of(rivals.fresh(), rivals.outcomes()).calibration();
        CalibrationFit used = Ranked.of(rivals.used(), rivals.outcomes()).calibration();
        return levels.one(
            Math.max(0, fresh.ece() - used.ece()),
            eceOfChance(rivals.outcomes()),
            told("expected calibration error", used.ece(), fresh.ece(), rivals)
                + String.format(Locale.ROOT, "; slope %.3f and %.3f", used.slope(), fresh.slope()));
      }
    };

    /** Standard errors within which two models rank alike. */
    private static final double ERRORS = 3;

    private static final int BINS = 10;

    abstract Verdict of(Rivals rivals, Levels levels);

    private static String told(String figure, double used, double fresh, Rivals rivals) {
      return String.format(
          Locale.ROOT,
          "%s %.4f of the model in use, %.4f of the new one, on %,d clients that each scored out of fold",
          figure,
          used,
          fresh,
          rivals.clients());
    }

    /**
     * Twice what the error of a perfect model comes to: the mean of |observed − expected| over bins
     * of equal count is √(2 p (1 − p) bins / (π n)).
     */
    private static double eceOfChance(byte[] outcomes) {
      double rate =
          IntStream.range(0, outcomes.length).map(i -> outcomes[i]).average().orElseThrow();
      return 2 * Math.sqrt(2 * rate * (1 - rate) * BINS / (Math.PI * outcomes.length));
    }
  }

  @Override
  public Verdict judge(Evidence evidence) {
    if (evidence.rivals().isEmpty()) {
      return levels.none(NONE);
    }
    Rivals rivals = evidence.rivals().get();
    if (rivals.clients() < levels.least()) {
      return levels.none("too few clients were scored out of fold by both models to be judged");
    }
    try {
      return measure.of(rivals, levels);
    } catch (IllegalArgumentException e) {
      return levels.none("the two models cannot be compared: " + e.getMessage());
    }
  }
}
