package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;

import io.javalin.openapi.HttpMethod;
import io.javalin.openapi.OpenApi;
import io.javalin.openapi.OpenApiContent;
import io.javalin.openapi.OpenApiDescription;
import io.javalin.openapi.OpenApiNullable;
import io.javalin.openapi.OpenApiParam;
import io.javalin.openapi.OpenApiResponse;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.creditscoring.model.decision.CutOff;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.decision.Points;
import org.creditscoring.serving.http.ProblemException;
import org.creditscoring.serving.http.Request;
import org.creditscoring.serving.snapshot.CutOffTable;
import org.creditscoring.serving.snapshot.PolicyCounts;
import org.creditscoring.serving.snapshot.Snapshot;

/** What another cut-off would do: whom it would refuse, and at what price. */
final class CutOffRoutes {
  private static final double LEAST_RATIO = 0.001;
  private static final double MOST_RATIO = 10_000;
  private static final double LEAST_CUT_OFF = 0.0001;
  private static final double MOST_CUT_OFF = 0.999;

  /** Enough to say 10 and not 9.999999999999998 of a cut-off of 1/11. */
  private static final double RATIO_DIGITS = 1e9;

  private CutOffRoutes() {}

  public record CutOffAnswer(
      @OpenApiDescription("Refusals of a good client that one missed default costs.")
          double costRatio,
      @OpenApiDescription("1 / (1 + costRatio): the probability from which is refused.")
          double cutOff,
      int cutOffPoints,
      PolicyItem policy,
      PastItem past,
      CurrentItem current,
      @OpenApiDescription(
              "By rising cut-off, up to 200 points, closest where most clients are; over past"
                  + " clients.")
          List<CurvePoint> curve,
      @OpenApiDescription(
              "Clients by probability: 50 intervals of one percentage point, and one from 0.5 on.")
          List<ScoreBin> scores,
      @OpenApiNullable OptimumItem empiricalOptimum,
      @OpenApiDescription("Whether the raw tables were generated.") boolean synthetic,
      String snapshotId) {}

  @OpenApiDescription("What is in force.")
  public record PolicyItem(double costRatio, double cutOff) {}

  @OpenApiDescription("Past clients, whose loans were all granted, by their out-of-fold scores.")
  public record PastItem(
      int clients,
      @OpenApiNullable @OpenApiDescription("0 to 1.") Double approvalRate,
      @OpenApiNullable @OpenApiDescription("Defaults among the accepted, 0 to 1.") Double badRate,
      @OpenApiNullable @OpenApiDescription("0 to 1.") Double refusedAmongRepaid,
      @OpenApiNullable @OpenApiDescription("0 to 1.") Double acceptedAmongDefaulted,
      @OpenApiNullable
          @OpenApiDescription(
              "Of a client, in refusals of a good client: (costRatio x defaults accepted + good"
                  + " refused) / clients.")
          Double expectedCost) {}

  @OpenApiDescription("Clients without an outcome.")
  public record CurrentItem(
      int clients, @OpenApiNullable @OpenApiDescription("0 to 1.") Double approvalRate) {}

  @OpenApiDescription("The cut-off of least cost on past clients, with its 95 % interval.")
  public record OptimumItem(double cutOff, double low, double high) {}

  public record CurvePoint(
      double cutOff,
      @OpenApiDescription("0 to 1.") double approvalRate,
      @OpenApiNullable @OpenApiDescription("Null where nobody is accepted.") Double badRate,
      double expectedCost) {}

  public record ScoreBin(
      @OpenApiDescription("Probability, included.") double lower,
      @OpenApiDescription("Probability, excluded.") double upper,
      int current,
      int repaid,
      int defaulted) {}

  @OpenApi(
      path = "/v1/model/cut-off",
      methods = HttpMethod.GET,
      operationId = "cutOff",
      tags = "model",
      summary = "What a cut-off does: approval, bad rate, who is refused, expected cost",
      description =
          "At the policy's cut-off unless one of the two parameters says another. Nothing is"
              + " changed by asking.",
      queryParams = {
        @OpenApiParam(
            name = "costRatio",
            type = Double.class,
            description = "Refusals that one missed default costs, 0.001 to 10000.",
            example = "10"),
        @OpenApiParam(
            name = "cutOff",
            type = Double.class,
            description = "Probability from which is refused, 0.0001 to 0.999.")
      },
      responses =
          @OpenApiResponse(status = "200", content = @OpenApiContent(from = CutOffAnswer.class)))
  static CutOffAnswer cutOff(Request request, Snapshot snapshot) {
    double policy = snapshot.manifest().cutOff();
    double cutOff = asked(request, policy);
    double costRatio = ratio(cutOff);
    CutOffTable table =
        snapshot
            .cutOffs()
            .orElseThrow(
                () ->
                    ProblemException.notFound(
                        "snapshot "
                            + snapshot.id()
                            + " does not count clients by probability; the next refresh does"));
    PolicyCounts counts = snapshot.clients().at(cutOff);
    return new CutOffAnswer(
        costRatio,
        cutOff,
        Points.of(Logistic.inverse(cutOff)),
        new PolicyItem(ratio(policy), policy),
        past(counts, costRatio),
        new CurrentItem(
            counts.current().all(), share(counts.current().accepted(), counts.current().all())),
        CutOffCurves.curve(table, costRatio),
        CutOffCurves.scores(table),
        optimum(snapshot),
        snapshot.manifest().synthetic(),
        snapshot.id());
  }

  private static double asked(Request request, double policy) {
    OptionalDouble ratio = request.number("costRatio", LEAST_RATIO, MOST_RATIO);
    OptionalDouble cutOff = request.number("cutOff", LEAST_CUT_OFF, MOST_CUT_OFF);
    if (ratio.isPresent() && cutOff.isPresent()) {
      throw badRequest("parameters costRatio and cutOff say the same; give one of them");
    }
    return ratio.isPresent()
        ? new CutOff(ratio.getAsDouble()).probability()
        : cutOff.orElse(policy);
  }

  /** Of the policy's cost ratio, as the model card has it; null where it has none. */
  private static OptimumItem optimum(Snapshot snapshot) {
    return snapshot.wholeCard().get("evaluation") instanceof Map<?, ?> evaluation
            && evaluation.get("cost") instanceof Map<?, ?> cost
            && cost.get("empiricalOptimum") instanceof Map<?, ?> optimum
            && optimum.get("cutOff") instanceof Number cutOff
            && optimum.get("low") instanceof Number low
            && optimum.get("high") instanceof Number high
        ? new OptimumItem(cutOff.doubleValue(), low.doubleValue(), high.doubleValue())
        : null;
  }

  private static double ratio(double cutOff) {
    return Math.round((1 / cutOff - 1) * RATIO_DIGITS) / RATIO_DIGITS;
  }

  private static PastItem past(PolicyCounts counts, double costRatio) {
    PolicyCounts.Sides repaid = counts.repaid();
    PolicyCounts.Sides defaulted = counts.defaulted();
    int clients = repaid.all() + defaulted.all();
    int accepted = repaid.accepted() + defaulted.accepted();
    return new PastItem(
        clients,
        share(accepted, clients),
        share(defaulted.accepted(), accepted),
        share(repaid.refused(), repaid.all()),
        share(defaulted.accepted(), defaulted.all()),
        share(costRatio * defaulted.accepted() + repaid.refused(), clients));
  }

  /** Null where there is nobody to take a share of. */
  static Double share(double part, int whole) {
    return whole == 0 ? null : part / whole;
  }
}
