package org.creditscoring.pipeline.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.creditscoring.model.card.Evaluation;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.feature.Text;
import org.junit.jupiter.api.Test;
import org.xml.sax.InputSource;

class CardPageTest {
  private static final Evaluation.Figures FIGURES =
      new Evaluation.Figures(
          null, 12_345, 1_000, 0.7671, 0.5342, 0.4, 0.0687, 0.2453, 0.995, -0.01, 0.0035);
  private static final String PAGE = CardPage.of(card(null));

  @Test
  void needsNothingButItself() {
    assertThat(PAGE)
        .doesNotContainIgnoringCase("http:", "https:", "<script", "src=", "@import", "url(");
  }

  @Test
  void isWellFormed() throws Exception {
    // The parts that XML does not know are HTML's own: empty elements and bare attributes.
    String xml =
        PAGE.replace("<!doctype html>", "")
            .replaceAll("<(meta|input)([^>]*?)( checked)?>", "<$1$2/>");

    assertThat(
            DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new InputSource(new StringReader(xml)))
                .getElementsByTagName("svg")
                .getLength())
        .isEqualTo(8);
  }

  @Test
  void saysEverythingInBothLanguages() {
    assertThat(article("en"))
        .contains("12,345", "0.767", "What it must not be used for", "For nothing else.")
        .contains("No evaluation run is known", "Women &amp; girls", "because of age");
    assertThat(article("fr"))
        .contains("12\u202f345", "0,767", "Ce à quoi il ne doit pas servir", "Pour rien d'autre.")
        .contains("Aucune évaluation", "Femmes &amp; filles", "à cause de l'âge")
        .doesNotContain("What it");
  }

  @Test
  void theLockedClientsAreShownWhenTheyAreKnown() {
    String page =
        CardPage.of(
            card(
                new Evaluation.Locked(
                    1_647, 130, 0.7712, 1.023, 0.836, 1.21, 0.04, 0.009, 0.0811, 0.0789)));

    assertThat(page)
        .contains("<td>0.7712</td>", "<td>0,7712</td>", "8.11%")
        .contains("The luck of these clients alone", "interval from 0.836 to 1.210")
        .contains("Le hasard de ces clients", "de 0,836 à 1,210")
        .doesNotContain("No evaluation run is known");
  }

  @Test
  void anOldEvaluationHasNoIntervalOfItsSlope() {
    String page =
        CardPage.of(
            card(
                new Evaluation.Locked(
                    1_647, 130, 0.7712, 1.023, null, null, 0.04, 0.009, 0.0811, 0.0789)));

    assertThat(page).contains("<td>0.7712</td>").doesNotContain("The luck", "Le hasard");
  }

  private static String article(String language) {
    int from = PAGE.indexOf("<article lang=\"" + language);
    return PAGE.substring(from, PAGE.indexOf("</article>", from));
  }

  private static ModelCard card(Evaluation.Locked locked) {
    var bins =
        List.of(
            new Evaluation.ReliabilityBin(0.02, 0.03, 6_000, 0.02, 0.04),
            new Evaluation.ReliabilityBin(0.2, 0.19, 6_345, 0.17, 0.21));
    var roc =
        List.of(
            new Evaluation.RocPoint(0, 0),
            new Evaluation.RocPoint(0.3, 0.7),
            new Evaluation.RocPoint(1, 1));
    var cost =
        List.of(
            new Evaluation.CostPoint(0.01, 0, null, 0.9),
            new Evaluation.CostPoint(0.1, 0.7, 0.04, 0.5),
            new Evaluation.CostPoint(0.5, 1, 0.08, 0.8));
    return new ModelCard(
        "20261122T120000Z-00000a",
        "2026-11-22T12:00:00Z",
        true,
        List.of("AGE_YEARS"),
        10,
        List.of(new Calibration(1, 0), new Calibration(1, 0)),
        new Calibration(1, 0),
        new ModelCard.Metrics(new ModelCard.Discrimination(0.7671, 0.5342, 0.4, 0.0687, 0.2453)),
        new ModelCard.CalibrationFit(0.995, -0.01, 0.0035),
        new ModelCard.Provenance("f", 12_345, 1_000, 7, Map.of(), Map.of(), List.of()),
        new Evaluation(
            List.of(),
            FIGURES,
            bins,
            roc,
            new Evaluation.Cost(10, 1 / 11.0, cost, new Evaluation.Optimum(0.1, 0.08, 0.12)),
            List.of(new Evaluation.FoldCurves(0, bins, roc, cost)),
            List.of(
                new Evaluation.GroupFigures(
                    "gender",
                    "F",
                    "Women & girls",
                    "Femmes & filles",
                    9,
                    1,
                    null,
                    null,
                    null,
                    0.1,
                    0.1,
                    0.2,
                    null)),
            new Evaluation.Refusals(0.3, 0.27, 0.4, 0.05),
            new Evaluation.Challenger(
                "logistic regression",
                0.74,
                0.07,
                0.25,
                1,
                0.01,
                new Evaluation.Swap(50, 0.06),
                new Evaluation.Swap(50, 0.12)),
            locked,
            List.of(
                new Evaluation.Justified(
                    "AGE_YEARS", "Age", "Âge", "because of age", "à cause de l'âge")),
            new Evaluation.NotFor(List.of("For nothing else."), List.of("Pour rien d'autre.")),
            new Evaluation.Selection(3, 1, new Text("A rule.", "Une règle."))));
  }
}
