package org.creditscoring.model.card;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.creditscoring.model.feature.Text;

/**
 * How a model did on clients that it had not seen: every figure is out of fold, over past clients,
 * each scored by the fold model and the calibration that never saw it. Probabilities and shares are
 * 0 to 1. A list is empty, and a nullable field is null, where the clients do not allow it.
 *
 * @param folds one for each fold, in fold order
 * @param overall the same over all folds
 * @param reliability ten bins of equal count, rising
 * @param roc rising, from (0, 0) to (1, 1)
 * @param cost of every cut-off, at the cost ratio of the policy
 * @param curves the same three for each fold
 * @param groups by gender, by age band, by both
 * @param refusals at the cut-off of the policy
 * @param challenger nullable
 * @param locked nullable; of an evaluation run on the same tables with the same settings
 * @param justified features that touch a protected trait, and why they are in
 * @param notFor what the model must not be used for
 * @param selection nullable; how its features were chosen
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Evaluation(
    List<Figures> folds,
    Figures overall,
    List<ReliabilityBin> reliability,
    List<RocPoint> roc,
    Cost cost,
    List<FoldCurves> curves,
    List<GroupFigures> groups,
    Refusals refusals,
    Challenger challenger,
    Locked locked,
    List<Justified> justified,
    NotFor notFor,
    Selection selection) {

  public Evaluation {
    folds = copy(folds);
    reliability = copy(reliability);
    roc = copy(roc);
    curves = copy(curves);
    groups = copy(groups);
    justified = copy(justified);
  }

  /** The same with the result of an evaluation run. */
  public Evaluation with(Locked result) {
    return new Evaluation(
        folds,
        overall,
        reliability,
        roc,
        cost,
        curves,
        groups,
        refusals,
        challenger,
        result,
        justified,
        notFor,
        selection);
  }

  /**
   * @param fold null over all folds
   * @param auc area under the ROC curve
   * @param gini 2 auc − 1
   * @param ks greatest distance of the two outcomes' distributions
   * @param brier mean squared error of the probability
   * @param logLoss mean negative log-likelihood, natural logarithm
   * @param slope of the outcome on the published log-odds; 1 is perfect
   * @param intercept in log-odds; 0 is perfect
   * @param ece expected calibration error over ten bins of equal count
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Figures(
      @JsonInclude(JsonInclude.Include.NON_NULL) Integer fold,
      long clients,
      long defaults,
      double auc,
      double gini,
      double ks,
      double brier,
      double logLoss,
      double slope,
      double intercept,
      double ece) {}

  /**
   * @param low of the default rate's 95 % interval (Wilson 1927)
   * @param high of the same
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record ReliabilityBin(
      double meanProbability, double defaultRate, long clients, double low, double high) {}

  /**
   * @param falsePositiveRate share of those who repaid that would be refused
   * @param truePositiveRate share of the defaulted that would be refused
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record RocPoint(double falsePositiveRate, double truePositiveRate) {}

  /**
   * @param costRatio refusals of a good client that one missed default costs
   * @param policyCutOff 1 / (1 + costRatio)
   * @param curve by rising cut-off
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Cost(
      double costRatio, double policyCutOff, List<CostPoint> curve, Optimum empiricalOptimum) {
    public Cost {
      curve = copy(curve);
    }
  }

  /**
   * @param cutOff probability from which is refused
   * @param badRate defaults among the accepted, null when nobody is
   * @param expectedCost of a client, in refusals of a good client: (cost ratio × defaults accepted
   *     + good refused) / clients
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record CostPoint(
      double cutOff, double approvalRate, Double badRate, double expectedCost) {}

  /**
   * The cut-off of least cost on these clients.
   *
   * @param low of its 95 % bootstrap interval
   * @param high of the same
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Optimum(double cutOff, double low, double high) {}

  /** The curves of one fold. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record FoldCurves(
      int fold, List<ReliabilityBin> reliability, List<RocPoint> roc, List<CostPoint> cost) {
    public FoldCurves {
      reliability = copy(reliability);
      roc = copy(roc);
      cost = copy(cost);
    }
  }

  /**
   * @param by {@code gender}, {@code age} or {@code gender×age}
   * @param group a name within {@code by} that does not change with the language
   * @param auc null where the group has too few of an outcome, as slope and intercept
   * @param refusedShare of the group
   * @param refusedAmongRepaid share refused of those who repaid, null when nobody did
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record GroupFigures(
      String by,
      String group,
      String labelEn,
      String labelFr,
      long clients,
      long defaults,
      Double auc,
      Double slope,
      Double intercept,
      double meanProbability,
      double defaultRate,
      double refusedShare,
      Double refusedAmongRepaid) {}

  /**
   * The price of the policy among past clients, whose loans were all granted.
   *
   * @param badRateAccepted defaults among the accepted, null when nobody is
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Refusals(
      double refusedShare,
      double refusedAmongRepaid,
      double acceptedAmongDefaulted,
      Double badRateAccepted) {}

  /**
   * A simpler model on the same folds.
   *
   * @param swapIn clients that the model accepts and the challenger refuses, when both accept
   *     equally many
   * @param swapOut clients that the challenger accepts and the model refuses
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Challenger(
      String kind,
      double auc,
      double brier,
      double logLoss,
      double slope,
      double ece,
      Swap swapIn,
      Swap swapOut) {}

  /**
   * @param defaultRate null when there is no such client
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Swap(long clients, Double defaultRate) {}

  /**
   * The mean of the fold models on clients that none of them saw; where several tenths were locked
   * one after another, each tenth by the models of the other nine.
   *
   * @param slopeLow of the slope's 95 % interval, by the luck of these clients; null of an
   *     evaluation run that did not tell it yet
   * @param slopeHigh of the same
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Locked(
      long clients,
      long defaults,
      double auc,
      double slope,
      Double slopeLow,
      Double slopeHigh,
      double intercept,
      double ece,
      double meanProbability,
      double defaultRate) {}

  /** A feature that touches a protected trait. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Justified(
      String feature, String labelEn, String labelFr, String reasonEn, String reasonFr) {}

  /** Sentences, the same in both languages. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record NotFor(List<String> en, List<String> fr) {
    public NotFor {
      en = copy(en);
      fr = copy(fr);
    }
  }

  /**
   * @param candidates features that were offered to the training
   * @param kept features that at least one fold model was given
   * @param rule by which each fold chose
   */
  @JsonIgnoreProperties(ignoreUnknown = true)
  public record Selection(int candidates, int kept, Text rule) {}

  private static <T> List<T> copy(List<T> list) {
    return list == null ? List.of() : List.copyOf(list);
  }
}
