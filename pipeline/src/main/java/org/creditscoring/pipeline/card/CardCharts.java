package org.creditscoring.pipeline.card;

import java.util.List;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.CostPoint;
import org.creditscoring.model.card.Evaluation.FoldCurves;
import org.creditscoring.model.card.Evaluation.ReliabilityBin;
import org.creditscoring.model.card.Evaluation.RocPoint;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.pipeline.card.Plot.Axis;
import org.creditscoring.pipeline.card.Plot.Point;
import org.creditscoring.pipeline.card.Plot.Unit;

/** The card's pictures, in one language. */
final class CardCharts {
  /** Cut-offs beyond refuse next to nobody. */
  private static final double MOST_CUT_OFF = 0.4;

  private final Evaluation evaluation;
  private final Language language;

  CardCharts(Evaluation evaluation, Language language) {
    this.evaluation = evaluation;
    this.language = language;
  }

  String roc() {
    Plot plot =
        new Plot(
            share("Refused among those who repaid", "Refusés parmi ceux qui ont remboursé", 1),
            share("Refused among the defaulted", "Refusés parmi les défaillants", 1),
            language);
    plot.line("chance", List.of(new Point(0, 0), new Point(1, 1)));
    evaluation.curves().forEach(fold -> plot.line("fold", roc(fold.roc())));
    return plot.line("main", roc(evaluation.roc()))
        .svg(
            id("roc"),
            said(
                    "ROC curve, all folds and each one: area %s",
                    "Courbe ROC, tous les plis et chacun : aire %s")
                .formatted(CardNumbers.fixed(evaluation.overall().auc(), 3, language)));
  }

  private static List<Point> roc(List<RocPoint> curve) {
    return curve.stream()
        .map(point -> new Point(point.falsePositiveRate(), point.truePositiveRate()))
        .toList();
  }

  String reliability() {
    double highest =
        evaluation.reliability().stream()
            .mapToDouble(bin -> Math.max(bin.high(), bin.meanProbability()))
            .max()
            .orElse(1);
    double to = Math.min(1, Math.ceil(highest * 20) / 20);
    Plot plot =
        new Plot(
            share("Probability given", "Probabilité annoncée", to),
            share("Default rate seen", "Taux de défaut constaté", to),
            language);
    plot.line("chance", List.of(new Point(0, 0), new Point(to, to)));
    for (FoldCurves fold : evaluation.curves()) {
      plot.line(
          "fold",
          fold.reliability().stream()
              .map(
                  bin ->
                      new Point(
                          Math.min(to, bin.meanProbability()), Math.min(to, bin.defaultRate())))
              .toList());
    }
    for (ReliabilityBin bin : evaluation.reliability()) {
      plot.point(
          "main", new Point(bin.meanProbability(), bin.defaultRate()), bin.low(), bin.high());
    }
    return plot.svg(
        id("reliability"),
        said(
            "Default rate seen against probability given, ten tenths of the clients with 95 % intervals",
            "Taux de défaut constaté selon la probabilité annoncée, dix dixièmes des clients avec intervalles à 95 %"));
  }

  String cost() {
    double to = cutOffs();
    double highest =
        evaluation.cost().curve().stream()
            .filter(point -> point.cutOff() <= to)
            .mapToDouble(CostPoint::expectedCost)
            .max()
            .orElse(1);
    Plot plot =
        new Plot(
            share("Cut-off", "Seuil de refus", to),
            new Axis(said("Cost of a client", "Coût par client"), highest * 1.05, Unit.NUMBER),
            language);
    plot.band(
        "interval",
        evaluation.cost().empiricalOptimum().low(),
        evaluation.cost().empiricalOptimum().high());
    for (FoldCurves fold : evaluation.curves()) {
      plot.line("fold", cost(fold.cost(), to));
    }
    plot.line("main", cost(evaluation.cost().curve(), to));
    plot.at(
        "policy",
        evaluation.cost().policyCutOff(),
        said("policy ", "politique ")
            + CardNumbers.percent(evaluation.cost().policyCutOff(), 1, language),
        12);
    return plot.svg(
        id("cost"),
        said(
            "Expected cost by cut-off, the policy's cut-off and the interval of the cheapest",
            "Coût attendu selon le seuil, seuil de la politique et intervalle du moins coûteux"));
  }

  private static List<Point> cost(List<CostPoint> curve, double to) {
    return curve.stream()
        .filter(point -> point.cutOff() <= to)
        .map(point -> new Point(point.cutOff(), point.expectedCost()))
        .toList();
  }

  String approval() {
    double to = cutOffs();
    Plot plot =
        new Plot(
            share("Cut-off", "Seuil de refus", to),
            share("Share of clients", "Part des clients", 1),
            language);
    plot.line(
        "main",
        evaluation.cost().curve().stream()
            .filter(point -> point.cutOff() <= to)
            .map(point -> new Point(point.cutOff(), point.approvalRate()))
            .toList());
    plot.line(
        "second",
        evaluation.cost().curve().stream()
            .filter(point -> point.cutOff() <= to && point.badRate() != null)
            .map(point -> new Point(point.cutOff(), point.badRate()))
            .toList());
    plot.at(
        "policy",
        evaluation.cost().policyCutOff(),
        said("policy ", "politique ")
            + CardNumbers.percent(evaluation.cost().policyCutOff(), 1, language),
        150);
    return plot.svg(
        id("approval"),
        said(
            "Share accepted and defaults among the accepted, by cut-off",
            "Part d'acceptés et défauts parmi les acceptés, selon le seuil"));
  }

  private double cutOffs() {
    double last = evaluation.cost().curve().stream().mapToDouble(CostPoint::cutOff).max().orElse(1);
    return Math.min(MOST_CUT_OFF, Math.ceil(last * 20) / 20);
  }

  private Axis share(String en, String fr, double to) {
    return new Axis(said(en, fr), to, Unit.SHARE);
  }

  private String said(String en, String fr) {
    return new Text(en, fr).in(language);
  }

  private String id(String chart) {
    return chart + "-" + language.locale().getLanguage();
  }
}
