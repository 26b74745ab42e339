package org.creditscoring.pipeline.training;

import java.util.List;
import org.creditscoring.model.card.Evaluation.NotFor;
import org.creditscoring.model.feature.Text;

/** What every card says in words. */
final class CardWords {
  static final NotFor NOT_FOR =
      new NotFor(
          List.of(
              "To refuse somebody without a person looking at the case: a score and its reasons prepare a decision, they do not take its responsibility.",
              "To judge people whose applications were refused in the past: only granted loans were learned from, and nothing is known of the others.",
              "As a probability of default in the regulator's sense, for capital or provisions: the outcome is an early payment difficulty.",
              "To set a price, a limit or a collection strategy: it was neither trained nor measured for them.",
              "For another country, lender, product or period than those of its tables, without measuring it there first.",
              "To tell causes: a contribution says what the model used, not what would happen if the client changed it."),
          List.of(
              "Refuser quelqu'un sans qu'une personne examine le dossier : un score et ses raisons préparent une décision, ils n'en portent pas la responsabilité.",
              "Juger des personnes dont la demande a été refusée par le passé : seuls des crédits accordés ont servi à l'apprentissage, rien n'est connu des autres.",
              "Comme probabilité de défaut au sens réglementaire, pour les fonds propres ou les provisions : l'événement est une difficulté précoce de paiement.",
              "Fixer un prix, un plafond ou une stratégie de recouvrement : il n'a été ni entraîné ni mesuré pour cela.",
              "Pour un autre pays, prêteur, produit ou période que ceux de ses tables, sans l'y mesurer d'abord.",
              "Établir des causes : une contribution dit ce que le modèle a utilisé, non ce qui arriverait si le client le changeait."));

  static final Text SELECTION_RULE =
      new Text(
          "Chosen for each fold on the other folds alone. A feature is left out if no model there uses it, or if the log-loss of clients whom the models did not see would be less without what it contributes, by more than two standard errors. The model has every feature that one fold kept.",
          "Choisies pour chaque pli sur les seuls autres plis. Une variable est écartée si aucun modèle n'y recourt, ou si la perte logarithmique de clients que les modèles n'ont pas vus serait moindre sans sa contribution, de plus de deux erreurs types. Le modèle a toute variable gardée par un pli.");

  private CardWords() {}
}
