package org.creditscoring.pipeline.card;

import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Challenger;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.GroupFigures;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.card.Evaluation.Refusals;
import org.creditscoring.model.card.Evaluation.Swap;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.feature.Language;

/** The sections of the card that tell how well a model does. */
final class MeasuredSections {
  private final ModelCard card;
  private final Evaluation evaluation;
  private final CardText text;
  private final CardCharts charts;

  MeasuredSections(ModelCard card, Language language) {
    this.card = card;
    this.evaluation = card.evaluation();
    this.text = new CardText(language);
    this.charts = new CardCharts(evaluation, language);
  }

  String discrimination() {
    CardTable folds =
        CardTable.ofNumbers(
            text.said("Fold", "Pli"),
            "Clients",
            text.said("Defaults", "Défauts"),
            "AUC",
            "Gini",
            "KS",
            "Brier",
            text.said("Log-loss", "Perte log."),
            text.said("Slope", "Pente"),
            text.said("Intercept", "Ordonnée"),
            "ECE");
    evaluation.folds().forEach(fold -> folds.row(String.valueOf(fold.fold() + 1), cells(fold)));
    folds.all(text.said("All", "Tous"), cells(evaluation.overall()));
    return text.heading(
            "How well it ranks, and how honest it is", "Ce qu'il distingue, et s'il dit vrai")
        + "<div class=\"charts\">\n"
        + text.figure(
            charts.roc(),
            "The ROC curve over all folds, each fold thin behind it. On the dotted line nothing would be told apart.",
            "La courbe ROC sur tous les plis, chaque pli en trait fin. Sur le pointillé, rien ne serait distingué.")
        + text.figure(
            charts.reliability(),
            "Tenths of the clients by rising probability, with the 95 % interval of their default rate; each fold thin behind. On the dotted line a probability means what it says.",
            "Dixièmes des clients par probabilité croissante, avec l'intervalle à 95 % de leur taux de défaut ; chaque pli en trait fin. Sur le pointillé, une probabilité dit vrai.")
        + "</div>\n"
        + folds.html();
  }

  private String[] cells(Figures figures) {
    return new String[] {
      text.whole(figures.clients()),
      text.whole(figures.defaults()),
      text.fixed(figures.auc(), 4),
      text.fixed(figures.gini(), 4),
      text.fixed(figures.ks(), 4),
      text.fixed(figures.brier(), 4),
      text.fixed(figures.logLoss(), 4),
      text.fixed(figures.slope(), 3),
      text.fixed(figures.intercept(), 3),
      text.fixed(figures.ece(), 4)
    };
  }

  String calibration() {
    Locked locked = evaluation.locked();
    String title =
        text.heading(
            "The mean of the fold models, for new clients",
            "La moyenne des modèles de plis, pour les nouveaux clients");
    String ofMean = text.fixed(card.meanCalibration().slope(), 3);
    String ofFolds =
        text.fixed(
            card.folds().stream().mapToDouble(Calibration::slope).average().orElseThrow(), 3);
    String why =
        text.paragraph(
            "",
            "Clients of unknown outcome are scored by the mean of the fold models, which is less spread than each of them. So the slope of its calibration is "
                + ofMean
                + ", where theirs is "
                + ofFolds
                + " on average. It is checked in an evaluation run on the same tables with the same settings, on clients each scored by such a mean that had not learned from them.",
            "Les clients d'issue inconnue sont notés par la moyenne des modèles de plis, moins dispersée que chacun. La pente de sa calibration est donc "
                + ofMean
                + ", quand la leur est "
                + ofFolds
                + " en moyenne. Elle est vérifiée par une évaluation sur les mêmes tables avec les mêmes réglages, sur des clients notés chacun par une telle moyenne qui n'avait rien appris d'eux.");
    if (locked == null) {
      return title
          + why
          + text.paragraph(
              "under",
              "No evaluation run is known for these tables and settings: ./credit evaluate makes one, and the next refresh shows it.",
              "Aucune évaluation n'est connue pour ces tables et réglages : ./credit evaluate en fait une, que l'actualisation suivante montrera.");
    }
    return title
        + why
        + CardTable.ofNumbers(
                "Clients",
                text.said("Defaults", "Défauts"),
                "AUC",
                text.said("Slope", "Pente"),
                text.said("Intercept", "Ordonnée"),
                "ECE",
                text.said("Mean probability", "Probabilité moyenne"),
                text.said("Default rate", "Taux de défaut"))
            .row(
                text.whole(locked.clients()),
                text.whole(locked.defaults()),
                text.fixed(locked.auc(), 4),
                text.fixed(locked.slope(), 3),
                text.fixed(locked.intercept(), 3),
                text.fixed(locked.ece(), 4),
                text.percent(locked.meanProbability(), 2),
                text.percent(locked.defaultRate(), 2))
            .html()
        + luck(locked);
  }

  private String luck(Locked locked) {
    if (locked.slopeLow() == null || locked.slopeHigh() == null) {
      return "";
    }
    String low = text.fixed(locked.slopeLow(), 3);
    String high = text.fixed(locked.slopeHigh(), 3);
    return text.paragraph(
        "under",
        "The luck of these clients alone gives the slope in this table a 95 %% interval from %s to %s."
            .formatted(low, high),
        "Le hasard de ces clients donne à lui seul à la pente de ce tableau un intervalle à 95 %% de %s à %s."
            .formatted(low, high));
  }

  String policy() {
    Refusals refusals = evaluation.refusals();
    Optimum best = evaluation.cost().empiricalOptimum();
    return text.heading("The policy, and its price", "La politique, et son prix")
        + text.paragraph(
            "",
            "A missed default is taken to cost as much as %s refusals of a good client, so whoever has a probability of %s or more is refused. That is a policy, not a fitted number. On these clients the cheapest cut-off would have been %s, with a 95 %% interval from %s to %s."
                .formatted(
                    text.fixed(evaluation.cost().costRatio(), 0),
                    text.percent(evaluation.cost().policyCutOff(), 2),
                    text.percent(best.cutOff(), 2),
                    text.percent(best.low(), 2),
                    text.percent(best.high(), 2)),
            "Un défaut manqué est supposé coûter autant que %s refus d'un bon client ; est donc refusé qui a une probabilité de %s ou plus. C'est une politique, non un chiffre ajusté. Sur ces clients, le seuil le moins coûteux aurait été %s, avec un intervalle à 95 %% de %s à %s."
                .formatted(
                    text.fixed(evaluation.cost().costRatio(), 0),
                    text.percent(evaluation.cost().policyCutOff(), 2),
                    text.percent(best.cutOff(), 2),
                    text.percent(best.low(), 2),
                    text.percent(best.high(), 2)))
        + "<ul class=\"tiles\">\n"
        + CardText.tile(
            text.percent(refusals.refusedShare(), 1),
            text.said("refused", "refusés"),
            text.said("of all past clients", "de tous les anciens clients"))
        + CardText.tile(
            text.percent(refusals.refusedAmongRepaid(), 1),
            text.said("refused wrongly", "refusés à tort"),
            text.said("of those who repaid", "de ceux qui ont remboursé"))
        + CardText.tile(
            text.percent(refusals.acceptedAmongDefaulted(), 1),
            text.said("missed", "manqués"),
            text.said("of the defaulted are accepted", "des défaillants sont acceptés"))
        + CardText.tile(
            text.percent(refusals.badRateAccepted(), 2),
            text.said("default rate", "taux de défaut"),
            text.said("among the accepted", "parmi les acceptés"))
        + "</ul>\n<div class=\"charts\">\n"
        + text.figure(
            charts.cost(),
            "Expected cost of a client, in refusals of a good client; each fold thin. Shaded: the interval of the cheapest cut-off.",
            "Coût attendu par client, en refus d'un bon client ; chaque pli en trait fin. En teinte : l'intervalle du seuil le moins coûteux.")
        + text.figure(
            charts.approval(),
            "Share accepted (full line) and defaults among the accepted (dashed).",
            "Part d'acceptés (trait plein) et défauts parmi les acceptés (tirets).")
        + "</div>\n";
  }

  String groups() {
    if (evaluation.groups().isEmpty()) {
      return "";
    }
    CardTable table =
        CardTable.ofNumbers(
            text.said("Group", "Groupe"),
            "Clients",
            text.said("Defaults", "Défauts"),
            "AUC",
            text.said("Slope", "Pente"),
            text.said("Mean probability", "Probabilité moyenne"),
            text.said("Default rate", "Taux de défaut"),
            text.said("Refused", "Refusés"),
            text.said("Refused among those who repaid", "Refusés parmi ceux qui ont remboursé"));
    String kind = "";
    for (GroupFigures group : evaluation.groups()) {
      String[] cells = cells(group);
      String name = text.said(group.labelEn(), group.labelFr());
      if (group.by().equals(kind)) {
        table.row(name, cells);
      } else {
        table.first(name, cells);
      }
      kind = group.by();
    }
    return text.heading("Whom it serves how well", "Qui il sert, et comment")
        + text.paragraph(
            "",
            "Gender never enters the model; it is kept aside for this table alone. Where probability and default rate part, a group is misjudged; where more of those who repaid are refused, it bears more of the price.",
            "Le sexe n'entre jamais dans le modèle ; il n'est conservé que pour ce tableau. Où probabilité et taux de défaut divergent, un groupe est mal jugé ; où plus de ceux qui ont remboursé sont refusés, il porte davantage le prix.")
        + table.html();
  }

  private String[] cells(GroupFigures group) {
    return new String[] {
      text.whole(group.clients()),
      text.whole(group.defaults()),
      text.fixed(group.auc(), 3),
      text.fixed(group.slope(), 2),
      text.percent(group.meanProbability(), 2),
      text.percent(group.defaultRate(), 2),
      text.percent(group.refusedShare(), 1),
      text.percent(group.refusedAmongRepaid(), 1)
    };
  }

  String challenger() {
    Challenger other = evaluation.challenger();
    if (other == null) {
      return "";
    }
    Figures ours = evaluation.overall();
    return text.heading("Against a simpler model", "Face à un modèle plus simple")
        + text.paragraph(
            "",
            "A plain logistic regression on the same folds and features: what the trees must beat to be worth their complexity.",
            "Une régression logistique ordinaire sur les mêmes plis et variables : ce que les arbres doivent dépasser pour valoir leur complexité.")
        + CardTable.ofNumbers(
                text.said("Model", "Modèle"),
                "AUC",
                "Brier",
                text.said("Log-loss", "Perte log."),
                text.said("Slope", "Pente"),
                "ECE")
            .all(
                text.said("Gradient-boosted trees", "Arbres boostés"),
                text.fixed(ours.auc(), 4),
                text.fixed(ours.brier(), 4),
                text.fixed(ours.logLoss(), 4),
                text.fixed(ours.slope(), 3),
                text.fixed(ours.ece(), 4))
            .row(
                text.said("Logistic regression", "Régression logistique"),
                text.fixed(other.auc(), 4),
                text.fixed(other.brier(), 4),
                text.fixed(other.logLoss(), 4),
                text.fixed(other.slope(), 3),
                text.fixed(other.ece(), 4))
            .html()
        + text.paragraph(
            "",
            "If both accepted equally many, %s clients would be accepted by this model and refused by the other, of whom %s defaulted; %s the other way round, of whom %s defaulted."
                .formatted(swapped(other)),
            "Si les deux en acceptaient autant, %s clients seraient acceptés par ce modèle et refusés par l'autre, dont %s défaillants ; %s dans l'autre sens, dont %s défaillants."
                .formatted(swapped(other)));
  }

  private Object[] swapped(Challenger other) {
    Swap in = other.swapIn();
    Swap out = other.swapOut();
    return new Object[] {
      text.whole(in.clients()),
      text.percent(in.defaultRate(), 1),
      text.whole(out.clients()),
      text.percent(out.defaultRate(), 1)
    };
  }
}
