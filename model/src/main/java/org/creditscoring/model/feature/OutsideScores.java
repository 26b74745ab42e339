package org.creditscoring.model.feature;

import static org.creditscoring.model.feature.Feature.number;

import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;
import org.creditscoring.model.feature.RowFeature.Formula;

/** Row features that combine the three outside scores. */
final class OutsideScores {
  private static final List<String> SCORES =
      List.of("EXT_SOURCE_1", "EXT_SOURCE_2", "EXT_SOURCE_3");

  private OutsideScores() {}

  static List<RowFeature> all() {
    return List.of(
        score(
            number("EXT_SOURCE_MEAN", Unit.NONE)
                .label("Mean of the outside scores", "Moyenne des scores externes")
                .description(
                    "Mean of those outside scores that are known.",
                    "Moyenne des scores externes connus.")
                .formula("mean of the known scores", "moyenne des scores connus"),
            row -> known(row).average().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_MIN", Unit.NONE)
                .label("Lowest outside score", "Score externe le plus bas")
                .description(
                    "The lowest of the outside scores that are known.",
                    "Le plus bas des scores externes connus.")
                .formula("least known score", "plus petit score connu"),
            row -> known(row).min().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_MAX", Unit.NONE)
                .label("Highest outside score", "Score externe le plus haut")
                .description(
                    "The highest of the outside scores that are known.",
                    "Le plus haut des scores externes connus.")
                .formula("greatest known score", "plus grand score connu"),
            row -> known(row).max().orElse(Double.NaN)),
        score(
            number("EXT_SOURCE_PRODUCT", Unit.NONE)
                .label("Product of the outside scores", "Produit des scores externes")
                .description(
                    "Product of the three outside scores, high only if all of them are; missing if one is.",
                    "Produit des trois scores externes, élevé seulement si tous le sont ; manquant si l'un manque.")
                .formula("score 1 x score 2 x score 3", "score 1 x score 2 x score 3"),
            row -> SCORES.stream().mapToDouble(row::number).reduce(1, (a, b) -> a * b)),
        score(
            number("EXT_SOURCE_SPREAD", Unit.NONE)
                .label("Disagreement of the outside scores", "Dispersion des scores externes")
                .description(
                    "Standard deviation of the known outside scores: how far they disagree.",
                    "Écart type des scores externes connus : ampleur de leur désaccord.")
                .formula(
                    "standard deviation of the known scores, two at least",
                    "écart type des scores connus, deux au moins"),
            row -> spread(known(row).toArray())),
        score(
            number("EXT_SOURCE_WEIGHTED", Unit.NONE)
                .label("Weighted outside scores", "Scores externes pondérés")
                .description(
                    "Sum of the known outside scores, weighted by how much each one tells.",
                    "Somme des scores externes connus, pondérés par leur pouvoir informatif.")
                .formula(
                    "2 x score 1 + 3 x score 2 + 4 x score 3 over the weights of those known",
                    "2 x score 1 + 3 x score 2 + 4 x score 3 sur les poids des scores connus"),
            OutsideScores::weighted),
        score(
            number("EXT_SOURCE_KNOWN", Unit.COUNT)
                .label("Outside scores known", "Scores externes connus")
                .description(
                    "How many of the three outside scores are known.",
                    "Nombre de scores externes connus, sur trois.")
                .formula("count of the known scores", "nombre de scores connus"),
            row -> known(row).count()));
  }

  private static RowFeature score(FeatureBuilder declaration, Formula formula) {
    return new RowFeature(declaration.group(Groups.EXTERNAL_SCORES).build(), SCORES, formula);
  }

  private static DoubleStream known(RawRow row) {
    return SCORES.stream().mapToDouble(row::number).filter(score -> !Double.isNaN(score));
  }

  private static double spread(double[] scores) {
    if (scores.length < 2) {
      return Double.NaN;
    }
    double mean = Arrays.stream(scores).average().orElseThrow();
    double squares = Arrays.stream(scores).map(s -> (s - mean) * (s - mean)).sum();
    return Math.sqrt(squares / scores.length);
  }

  private static double weighted(RawRow row) {
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < SCORES.size(); i++) {
      double score = row.number(SCORES.get(i));
      if (!Double.isNaN(score)) {
        sum += (i + 2) * score;
        weights += i + 2;
      }
    }
    return sum / weights;
  }
}
