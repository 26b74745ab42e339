package org.creditscoring.model.feature;

import static org.creditscoring.model.feature.Feature.number;
import static org.creditscoring.model.feature.RowFeatures.feature;

import java.util.List;
import java.util.stream.IntStream;

/** Row features of the documents supplied with the application. */
final class Paperwork {
  /** Document 3, which most clients supply, is a feature of its own. */
  private static final List<String> OTHER_DOCUMENTS =
      IntStream.rangeClosed(2, 21).filter(n -> n != 3).mapToObj(n -> "FLAG_DOCUMENT_" + n).toList();

  private Paperwork() {}

  static List<RowFeature> all() {
    return List.of(
        feature(
            number("OTHER_DOCUMENTS", Unit.COUNT)
                .group(Groups.DOCUMENTS)
                .label("Other documents supplied", "Autres pièces fournies")
                .description(
                    "How many documents were supplied besides document 3; each of them is rare.",
                    "Nombre de pièces fournies en plus de la pièce 3 ; chacune d'elles est rare.")
                .formula(
                    "count of documents 2 and 4 to 21",
                    "nombre de pièces parmi les pièces 2 et 4 à 21"),
            row -> OTHER_DOCUMENTS.stream().mapToDouble(row::number).sum(),
            OTHER_DOCUMENTS.toArray(String[]::new)));
  }
}
