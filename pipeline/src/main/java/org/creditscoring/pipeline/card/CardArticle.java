package org.creditscoring.pipeline.card;

import java.util.Map;
import java.util.stream.Collectors;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Challenger;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.GroupFigures;
import org.creditscoring.model.card.Evaluation.Justified;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.Evaluation.Optimum;
import org.creditscoring.model.card.Evaluation.Refusals;
import org.creditscoring.model.card.Evaluation.Selection;
import org.creditscoring.model.card.Evaluation.Swap;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.feature.Language;

/** The card in one language, section by section. */
final class CardArticle {
  private final ModelCard card;
  private final Evaluation evaluation;
  private final Language language;
  private final CardCharts charts;

  CardArticle(ModelCard card, Language language) {
    this.card = card;
    this.evaluation = card.evaluation();
    this.language = language;
    this.charts = new CardCharts(evaluation, language);
  }

  String html() {
    return head()
        + tiles()
        + discrimination()
        + calibration()
        + policy()
        + groups()
        + challenger()
        + features()
        + notFor()
        + provenance();
  }

  private String head() {
    String synthetic =
        card.synthetic()
            ? paragraph(
                "synthetic",
                "Trained on synthetic clients: these figures are about nobody.",
                "Entraîné sur des clients synthétiques : ces chiffres ne concernent personne.")
            : "";
    return "<h1>%s</h1>\n".formatted(Html.escaped(said("Credit model", "Modèle de crédit")))
        + "<p class=\"lead\"><code>%s</code></p>\n".formatted(Html.escaped(card.modelId()))
        + synthetic
        + paragraph(
            "",
            "It gives the probability of an early payment difficulty, among loans that were granted. It is no regulatory default, and nothing is claimed about people who were never granted one. Every figure here is out of fold: each client was scored by a model, and a calibration, that never saw the client.",
            "Il donne la probabilité d'une difficulté précoce de paiement, parmi les crédits accordés. Ce n'est pas un défaut au sens réglementaire, et rien n'est affirmé des personnes à qui aucun crédit n'a été accordé. Chaque chiffre est hors pli : chaque client a été noté par un modèle, et une calibration, qui ne l'avaient jamais vu.");
  }

  private String tiles() {
    Figures all = evaluation.overall();
    return "<ul class=\"tiles\">\n"
        + tile(
            whole(all.clients()),
            said("past clients", "anciens clients"),
            said(
                percent((double) all.defaults() / all.clients(), 2) + " had difficulties",
                percent((double) all.defaults() / all.clients(), 2) + " en difficulté"))
        + tile(
            fixed(all.auc(), 3),
            "AUC",
            said(
                "chance that a defaulted client scores riskier than one who repaid",
                "chance qu'un défaillant soit noté plus risqué qu'un client qui a remboursé"))
        + tile(
            fixed(all.slope(), 3),
            said("calibration slope", "pente de calibration"),
            said("1 is perfect", "1 est parfait"))
        + tile(
            percent(all.ece(), 2),
            said("calibration error", "erreur de calibration"),
            said(
                "mean gap of probability and default rate, over tenths",
                "écart moyen entre probabilité et taux de défaut, par dixièmes"))
        + tile(fixed(all.ks(), 3), "KS", "Gini " + fixed(all.gini(), 3))
        + tile(
            fixed(all.brier(), 4),
            "Brier",
            said("log-loss ", "perte logarithmique ") + fixed(all.logLoss(), 4))
        + "</ul>\n";
  }

  private static String tile(String value, String name, String meaning) {
    return "<li><span>%s</span><b>%s</b><small>%s</small></li>\n"
        .formatted(Html.escaped(name), Html.escaped(value), Html.escaped(meaning));
  }

  private String discrimination() {
    CardTable folds =
        CardTable.ofNumbers(
            said("Fold", "Pli"),
            "Clients",
            said("Defaults", "Défauts"),
            "AUC",
            "Gini",
            "KS",
            "Brier",
            said("Log-loss", "Perte log."),
            said("Slope", "Pente"),
            said("Intercept", "Ordonnée"),
            "ECE");
    evaluation.folds().forEach(fold -> folds.row(String.valueOf(fold.fold() + 1), cells(fold)));
    folds.all(said("All", "Tous"), cells(evaluation.overall()));
    return heading(
            "How well it ranks, and how honest it is", "Ce qu'il distingue, et s'il dit vrai")
        + "<div class=\"charts\">\n"
        + figure(
            charts.roc(),
            "The ROC curve over all folds, each fold thin behind it. On the dotted line nothing would be told apart.",
            "La courbe ROC sur tous les plis, chaque pli en trait fin. Sur le pointillé, rien ne serait distingué.")
        + figure(
            charts.reliability(),
            "Tenths of the clients by rising probability, with the 95 % interval of their default rate; each fold thin behind. On the dotted line a probability means what it says.",
            "Dixièmes des clients par probabilité croissante, avec l'intervalle à 95 % de leur taux de défaut ; chaque pli en trait fin. Sur le pointillé, une probabilité dit vrai.")
        + "</div>\n"
        + folds.html();
  }

  private String[] cells(Figures figures) {
    return new String[] {
      whole(figures.clients()),
      whole(figures.defaults()),
      fixed(figures.auc(), 4),
      fixed(figures.gini(), 4),
      fixed(figures.ks(), 4),
      fixed(figures.brier(), 4),
      fixed(figures.logLoss(), 4),
      fixed(figures.slope(), 3),
      fixed(figures.intercept(), 3),
      fixed(figures.ece(), 4)
    };
  }

  private String calibration() {
    Locked locked = evaluation.locked();
    String title =
        heading(
            "The mean of the fold models, for new clients",
            "La moyenne des modèles de plis, pour les nouveaux clients");
    String ofMean = fixed(card.meanCalibration().slope(), 3);
    String ofFolds =
        fixed(card.folds().stream().mapToDouble(Calibration::slope).average().orElseThrow(), 3);
    String why =
        paragraph(
            "",
            "Clients of unknown outcome are scored by the mean of the fold models, which is less spread than each of them. So the slope of its calibration is "
                + ofMean
                + ", where theirs is "
                + ofFolds
                + " on average. It is checked on one client in ten that no fold saw, in an evaluation run on the same tables with the same settings.",
            "Les clients d'issue inconnue sont notés par la moyenne des modèles de plis, moins dispersée que chacun. La pente de sa calibration est donc "
                + ofMean
                + ", quand la leur est "
                + ofFolds
                + " en moyenne. Elle est vérifiée sur un client sur dix qu'aucun pli n'a vu, par une évaluation sur les mêmes tables avec les mêmes réglages.");
    if (locked == null) {
      return title
          + why
          + paragraph(
              "under",
              "No evaluation run is known for these tables and settings: ./credit evaluate makes one, and the next refresh shows it.",
              "Aucune évaluation n'est connue pour ces tables et réglages : ./credit evaluate en fait une, que l'actualisation suivante montrera.");
    }
    return title
        + why
        + CardTable.ofNumbers(
                "Clients",
                said("Defaults", "Défauts"),
                "AUC",
                said("Slope", "Pente"),
                said("Intercept", "Ordonnée"),
                "ECE",
                said("Mean probability", "Probabilité moyenne"),
                said("Default rate", "Taux de défaut"))
            .row(
                whole(locked.clients()),
                whole(locked.defaults()),
                fixed(locked.auc(), 4),
                fixed(locked.slope(), 3),
                fixed(locked.intercept(), 3),
                fixed(locked.ece(), 4),
                percent(locked.meanProbability(), 2),
                percent(locked.defaultRate(), 2))
            .html()
        + luck(locked);
  }

  private String luck(Locked locked) {
    if (locked.slopeLow() == null || locked.slopeHigh() == null) {
      return "";
    }
    String low = fixed(locked.slopeLow(), 3);
    String high = fixed(locked.slopeHigh(), 3);
    return paragraph(
        "under",
        "The luck of these clients alone gives the slope in this table a 95 %% interval from %s to %s."
            .formatted(low, high),
        "Le hasard de ces clients donne à lui seul à la pente de ce tableau un intervalle à 95 %% de %s à %s."
            .formatted(low, high));
  }

  private String policy() {
    Refusals refusals = evaluation.refusals();
    Optimum best = evaluation.cost().empiricalOptimum();
    return heading("The policy, and its price", "La politique, et son prix")
        + paragraph(
            "",
            "A missed default is taken to cost as much as %s refusals of a good client, so whoever has a probability of %s or more is refused. That is a policy, not a fitted number. On these clients the cheapest cut-off would have been %s, with a 95 %% interval from %s to %s."
                .formatted(
                    fixed(evaluation.cost().costRatio(), 0),
                    percent(evaluation.cost().policyCutOff(), 2),
                    percent(best.cutOff(), 2),
                    percent(best.low(), 2),
                    percent(best.high(), 2)),
            "Un défaut manqué est supposé coûter autant que %s refus d'un bon client ; est donc refusé qui a une probabilité de %s ou plus. C'est une politique, non un chiffre ajusté. Sur ces clients, le seuil le moins coûteux aurait été %s, avec un intervalle à 95 %% de %s à %s."
                .formatted(
                    fixed(evaluation.cost().costRatio(), 0),
                    percent(evaluation.cost().policyCutOff(), 2),
                    percent(best.cutOff(), 2),
                    percent(best.low(), 2),
                    percent(best.high(), 2)))
        + "<ul class=\"tiles\">\n"
        + tile(
            percent(refusals.refusedShare(), 1),
            said("refused", "refusés"),
            said("of all past clients", "de tous les anciens clients"))
        + tile(
            percent(refusals.refusedAmongRepaid(), 1),
            said("refused wrongly", "refusés à tort"),
            said("of those who repaid", "de ceux qui ont remboursé"))
        + tile(
            percent(refusals.acceptedAmongDefaulted(), 1),
            said("missed", "manqués"),
            said("of the defaulted are accepted", "des défaillants sont acceptés"))
        + tile(
            CardNumbers.percent(refusals.badRateAccepted(), 2, language),
            said("default rate", "taux de défaut"),
            said("among the accepted", "parmi les acceptés"))
        + "</ul>\n<div class=\"charts\">\n"
        + figure(
            charts.cost(),
            "Expected cost of a client, in refusals of a good client; each fold thin. Shaded: the interval of the cheapest cut-off.",
            "Coût attendu par client, en refus d'un bon client ; chaque pli en trait fin. En teinte : l'intervalle du seuil le moins coûteux.")
        + figure(
            charts.approval(),
            "Share accepted (full line) and defaults among the accepted (dashed).",
            "Part d'acceptés (trait plein) et défauts parmi les acceptés (tirets).")
        + "</div>\n";
  }

  private String groups() {
    if (evaluation.groups().isEmpty()) {
      return "";
    }
    CardTable table =
        CardTable.ofNumbers(
            said("Group", "Groupe"),
            "Clients",
            said("Defaults", "Défauts"),
            "AUC",
            said("Slope", "Pente"),
            said("Mean probability", "Probabilité moyenne"),
            said("Default rate", "Taux de défaut"),
            said("Refused", "Refusés"),
            said("Refused among those who repaid", "Refusés parmi ceux qui ont remboursé"));
    String kind = "";
    for (GroupFigures group : evaluation.groups()) {
      String[] cells = cells(group);
      String name = said(group.labelEn(), group.labelFr());
      if (group.by().equals(kind)) {
        table.row(name, cells);
      } else {
        table.first(name, cells);
      }
      kind = group.by();
    }
    return heading("Whom it serves how well", "Qui il sert, et comment")
        + paragraph(
            "",
            "Gender never enters the model; it is kept aside for this table alone. Where probability and default rate part, a group is misjudged; where more of those who repaid are refused, it bears more of the price.",
            "Le sexe n'entre jamais dans le modèle ; il n'est conservé que pour ce tableau. Où probabilité et taux de défaut divergent, un groupe est mal jugé ; où plus de ceux qui ont remboursé sont refusés, il porte davantage le prix.")
        + table.html();
  }

  private String[] cells(GroupFigures group) {
    return new String[] {
      whole(group.clients()),
      whole(group.defaults()),
      CardNumbers.fixed(group.auc(), 3, language),
      CardNumbers.fixed(group.slope(), 2, language),
      percent(group.meanProbability(), 2),
      percent(group.defaultRate(), 2),
      percent(group.refusedShare(), 1),
      CardNumbers.percent(group.refusedAmongRepaid(), 1, language)
    };
  }

  private String challenger() {
    Challenger other = evaluation.challenger();
    if (other == null) {
      return "";
    }
    Figures ours = evaluation.overall();
    return heading("Against a simpler model", "Face à un modèle plus simple")
        + paragraph(
            "",
            "A plain logistic regression on the same folds and features: what the trees must beat to be worth their complexity.",
            "Une régression logistique ordinaire sur les mêmes plis et variables : ce que les arbres doivent dépasser pour valoir leur complexité.")
        + CardTable.ofNumbers(
                said("Model", "Modèle"),
                "AUC",
                "Brier",
                said("Log-loss", "Perte log."),
                said("Slope", "Pente"),
                "ECE")
            .all(
                said("Gradient-boosted trees", "Arbres boostés"),
                fixed(ours.auc(), 4),
                fixed(ours.brier(), 4),
                fixed(ours.logLoss(), 4),
                fixed(ours.slope(), 3),
                fixed(ours.ece(), 4))
            .row(
                said("Logistic regression", "Régression logistique"),
                fixed(other.auc(), 4),
                fixed(other.brier(), 4),
                fixed(other.logLoss(), 4),
                fixed(other.slope(), 3),
                fixed(other.ece(), 4))
            .html()
        + paragraph(
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
      whole(in.clients()),
      CardNumbers.percent(in.defaultRate(), 1, language),
      whole(out.clients()),
      CardNumbers.percent(out.defaultRate(), 1, language)
    };
  }

  private String features() {
    CardTable table =
        CardTable.ofWords(said("Feature", "Variable"), said("Why it is in", "Pourquoi elle y est"));
    for (Justified feature : evaluation.justified()) {
      table.row(
          said(feature.labelEn(), feature.labelFr()), said(feature.reasonEn(), feature.reasonFr()));
    }
    Selection selection = evaluation.selection();
    return heading("What it reads", "Ce qu'il lit")
        + paragraph(
            "",
            "%s of %s candidate features are in. "
                    .formatted(whole(selection.kept()), whole(selection.candidates()))
                + selection.rule().en(),
            "%s variables candidates sur %s sont retenues. "
                    .formatted(whole(selection.kept()), whole(selection.candidates()))
                + selection.rule().fr())
        + paragraph(
            "",
            "Gender, family status and what gives them away never enter. These touch a protected trait and are in for a reason:",
            "Le sexe, la situation familiale et ce qui les révèle n'entrent jamais. Celles-ci touchent un trait protégé et y sont pour une raison :")
        + table.html();
  }

  private String notFor() {
    var sentences = language == Language.FR ? evaluation.notFor().fr() : evaluation.notFor().en();
    return heading("What it must not be used for", "Ce à quoi il ne doit pas servir")
        + sentences.stream()
            .map(sentence -> "<li>" + Html.escaped(sentence) + "</li>\n")
            .collect(Collectors.joining("", "<ul class=\"not\">\n", "</ul>\n"));
  }

  private String provenance() {
    ModelCard.Provenance made = card.provenance();
    return heading("Where it comes from", "D'où il vient")
        + "<dl>\n"
        + entry(said("Trained", "Entraîné le"), card.trainedAt())
        + entry(said("Fingerprint of the tables", "Empreinte des tables"), made.dataFingerprint())
        + entry(
            said("Tables that were absent", "Tables absentes"),
            made.absentTables().isEmpty()
                ? CardNumbers.NONE
                : String.join(", ", made.absentTables()))
        + entry(said("Seed", "Graine"), String.valueOf(made.seed()))
        + entry(said("Parameters", "Paramètres"), told(made.parameters()))
        + entry("Versions", told(made.versions()))
        + "</dl>\n";
  }

  private static String told(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(" · "));
  }

  private static String entry(String name, String value) {
    return "<dt>%s</dt><dd><code>%s</code></dd>\n"
        .formatted(Html.escaped(name), Html.escaped(value));
  }

  private String heading(String en, String fr) {
    return "<h2>" + Html.escaped(said(en, fr)) + "</h2>\n";
  }

  private String paragraph(String style, String en, String fr) {
    String attribute = style.isEmpty() ? "" : " class=\"" + style + "\"";
    return "<p" + attribute + ">" + Html.escaped(said(en, fr)) + "</p>\n";
  }

  private String figure(String svg, String en, String fr) {
    return "<figure>%s<figcaption>%s</figcaption></figure>\n"
        .formatted(svg, Html.escaped(said(en, fr)));
  }

  private String said(String en, String fr) {
    return language == Language.FR ? fr : en;
  }

  private String fixed(double value, int decimals) {
    return CardNumbers.fixed(value, decimals, language);
  }

  private String percent(double share, int decimals) {
    return CardNumbers.percent(share, decimals, language);
  }

  private String whole(long count) {
    return CardNumbers.whole(count, language);
  }
}
