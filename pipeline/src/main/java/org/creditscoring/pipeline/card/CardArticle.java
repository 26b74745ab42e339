package org.creditscoring.pipeline.card;

import java.util.Map;
import java.util.stream.Collectors;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.Evaluation.Figures;
import org.creditscoring.model.card.Evaluation.Justified;
import org.creditscoring.model.card.Evaluation.Selection;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.feature.Language;

/** The card in one language, section by section. */
final class CardArticle {
  private final ModelCard card;
  private final Evaluation evaluation;
  private final Language language;
  private final CardText text;
  private final MeasuredSections measured;

  CardArticle(ModelCard card, Language language) {
    this.card = card;
    this.evaluation = card.evaluation();
    this.language = language;
    this.text = new CardText(language);
    this.measured = new MeasuredSections(card, language);
  }

  String html() {
    return head()
        + tiles()
        + measured.discrimination()
        + measured.calibration()
        + measured.policy()
        + measured.groups()
        + measured.challenger()
        + features()
        + notFor()
        + provenance();
  }

  private String head() {
    String synthetic =
        card.synthetic()
            ? text.paragraph(
                "synthetic",
                "Trained on synthetic clients: these figures are about nobody.",
                "Entraîné sur des clients synthétiques : ces chiffres ne concernent personne.")
            : "";
    return "<h1>%s</h1>\n".formatted(Html.escaped(text.said("Credit model", "Modèle de crédit")))
        + "<p class=\"lead\"><code>%s</code></p>\n".formatted(Html.escaped(card.modelId()))
        + synthetic
        + text.paragraph(
            "",
            "It gives the probability of an early payment difficulty, among loans that were granted. It is no regulatory default, and nothing is claimed about people who were never granted one. Every figure here is out of fold: each client was scored by a model, and a calibration, that never saw the client.",
            "Il donne la probabilité d'une difficulté précoce de paiement, parmi les crédits accordés. Ce n'est pas un défaut au sens réglementaire, et rien n'est affirmé des personnes à qui aucun crédit n'a été accordé. Chaque chiffre est hors pli : chaque client a été noté par un modèle, et une calibration, qui ne l'avaient jamais vu.");
  }

  private String tiles() {
    Figures all = evaluation.overall();
    return "<ul class=\"tiles\">\n"
        + CardText.tile(
            text.whole(all.clients()),
            text.said("past clients", "anciens clients"),
            text.said(
                text.percent((double) all.defaults() / all.clients(), 2) + " had difficulties",
                text.percent((double) all.defaults() / all.clients(), 2) + " en difficulté"))
        + CardText.tile(
            text.fixed(all.auc(), 3),
            "AUC",
            text.said(
                "chance that a defaulted client scores riskier than one who repaid",
                "chance qu'un défaillant soit noté plus risqué qu'un client qui a remboursé"))
        + CardText.tile(
            text.fixed(all.slope(), 3),
            text.said("calibration slope", "pente de calibration"),
            text.said("1 is perfect", "1 est parfait"))
        + CardText.tile(
            text.percent(all.ece(), 2),
            text.said("calibration error", "erreur de calibration"),
            text.said(
                "mean gap of probability and default rate, over tenths",
                "écart moyen entre probabilité et taux de défaut, par dixièmes"))
        + CardText.tile(text.fixed(all.ks(), 3), "KS", "Gini " + text.fixed(all.gini(), 3))
        + CardText.tile(
            text.fixed(all.brier(), 4),
            "Brier",
            text.said("log-loss ", "perte logarithmique ") + text.fixed(all.logLoss(), 4))
        + "</ul>\n";
  }

  private String features() {
    CardTable table =
        CardTable.ofWords(
            text.said("Feature", "Variable"), text.said("Why it is in", "Pourquoi elle y est"));
    for (Justified feature : evaluation.justified()) {
      table.row(
          text.said(feature.labelEn(), feature.labelFr()),
          text.said(feature.reasonEn(), feature.reasonFr()));
    }
    Selection selection = evaluation.selection();
    return text.heading("What it reads", "Ce qu'il lit")
        + text.paragraph(
            "",
            "%s of %s candidate features are in. "
                    .formatted(text.whole(selection.kept()), text.whole(selection.candidates()))
                + selection.rule().en(),
            "%s variables candidates sur %s sont retenues. "
                    .formatted(text.whole(selection.kept()), text.whole(selection.candidates()))
                + selection.rule().fr())
        + text.paragraph(
            "",
            "Gender, family status and what gives them away never enter. These touch a protected trait and are in for a reason:",
            "Le sexe, la situation familiale et ce qui les révèle n'entrent jamais. Celles-ci touchent un trait protégé et y sont pour une raison :")
        + table.html();
  }

  private String notFor() {
    var sentences = language == Language.FR ? evaluation.notFor().fr() : evaluation.notFor().en();
    return text.heading("What it must not be used for", "Ce à quoi il ne doit pas servir")
        + sentences.stream()
            .map(sentence -> "<li>" + Html.escaped(sentence) + "</li>\n")
            .collect(Collectors.joining("", "<ul class=\"not\">\n", "</ul>\n"));
  }

  private String provenance() {
    ModelCard.Provenance made = card.provenance();
    return text.heading("Where it comes from", "D'où il vient")
        + "<dl>\n"
        + entry(text.said("Trained", "Entraîné le"), card.trainedAt())
        + entry(
            text.said("Fingerprint of the tables", "Empreinte des tables"), made.dataFingerprint())
        + entry(
            text.said("Tables that were absent", "Tables absentes"),
            made.absentTables().isEmpty()
                ? CardNumbers.NONE
                : String.join(", ", made.absentTables()))
        + entry(text.said("Seed", "Graine"), String.valueOf(made.seed()))
        + entry(text.said("Parameters", "Paramètres"), told(made.parameters()))
        + entry("Versions", told(made.versions()))
        + "</dl>\n";
  }

  private static String entry(String name, String value) {
    return "<dt>%s</dt><dd><code>%s</code></dd>\n"
        .formatted(Html.escaped(name), Html.escaped(value));
  }

  private static String told(Map<String, String> values) {
    return values.entrySet().stream()
        .map(value -> value.getKey() + " " + value.getValue())
        .collect(Collectors.joining(" · "));
  }
}
