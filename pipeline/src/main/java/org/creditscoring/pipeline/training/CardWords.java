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
          "Chosen for each fold on the other folds alone: a feature is left out of a fold's model if, without what it contributes, the log-loss of clients whom the models there did not see would be less by three standard errors or more. What no fold model uses is left out of the whole.",
          "Choisies pour chaque pli sur les seuls autres plis : une variable est écartée du modèle d'un pli si, sans sa contribution, la perte logarithmique de clients que les modèles n'y ont pas vus serait moindre de trois erreurs types ou plus. Ce qu'aucun modèle de pli n'utilise est écarté de l'ensemble.");

  private CardWords() {}
}
