package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.col;
import static org.creditscoring.pipeline.feature.history.HistoryTable.MONTHS_AGO;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.data.Table;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.FeatureBuilder;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/**
 * The features of one table, collected line by line: a line crosses a statistic of a quantity with
 * one scope or several, and name, texts and aggregate of each follow from those of its parts.
 */
final class Declarations {
  private final Table source;
  private final String prefix;
  private final List<HistoryFeature> features = new ArrayList<>();
  private Group group;

  /**
   * @param prefix that every name begins with
   */
  Declarations(Table source, String prefix) {
    this.source = source;
    this.prefix = prefix;
  }

  /** The reason that the following features belong to. */
  Declarations group(Group reason) {
    group = reason;
    return this;
  }

  /** How many rows a scope has. */
  Declarations count(Scope... scopes) {
    for (Scope scope : scopes) {
      Text of = Wording.of(scope.noun());
      add(
          Feature.number(Wording.name(prefix, scope.code(), "COUNT"), Unit.COUNT)
              .label(Wording.fill("Number %s", "Nombre %s", of))
              .description(
                  Wording.fill(
                      "How many %s the client's file holds.",
                      "Combien le dossier du client compte %s.", pick(scope.noun(), of))),
          Wording.fill("count %s", "nombre %s", of),
          Aggregate.count(scope));
    }
    return this;
  }

  /** A statistic of a quantity over each scope. */
  Declarations each(Statistic statistic, Quantity quantity, Scope... scopes) {
    for (Scope scope : scopes) {
      Text label =
          Wording.fill(
              "%s %s for %s",
              "%s %s pour les %s", statistic.label(quantity.unit()), quantity.noun(), scope.noun());
      add(
          Feature.number(
                  Wording.name(prefix, scope.code(), quantity.code(), statistic.name()),
                  quantity.unit())
              .label(label)
              .description(Wording.fill("%s: %s.", "%s : %s.", label, quantity.meaning())),
          Wording.fill(
              "%s of %s over %s",
              "%s %s pour les %s", statistic.formula(), quantity.noun(), scope.noun()),
          statistic.of(quantity, scope));
    }
    return this;
  }

  /** Share of the rows of each whole that are in the part too. */
  Declarations share(Scope part, Scope... wholes) {
    for (Scope whole : wholes) {
      add(
          Feature.number(Wording.name(prefix, whole.code(), part.code(), "SHARE"), Unit.SHARE)
              .label(
                  Wording.fill(
                      "Share of %s among %s",
                      "Part des %s parmi les %s", part.kind(), whole.noun()))
              .description(
                  Wording.fill(
                      "Number of %s divided by the number of %s.",
                      "Nombre des %s divisé par le nombre des %s.", part.kind(), whole.noun())),
          Wording.fill(
              "count of %s / count of %s",
              "nombre des %s / nombre des %s", part.kind(), whole.noun()),
          Aggregate.count(part, whole).over(Aggregate.count(whole)));
    }
    return this;
  }

  /** The total of one quantity divided by that of another, over each scope. */
  Declarations ratio(Ratio ratio, Scope... scopes) {
    for (Scope scope : scopes) {
      add(
          Feature.number(Wording.name(prefix, scope.code(), ratio.code()), ratio.unit())
              .label(Wording.fill("%s for %s", "%s pour les %s", ratio.label(), scope.noun()))
              .description(
                  Wording.fill(
                      "Total %s divided by total %s, for %s.",
                      "Total %s divisé par le total %s, pour les %s.",
                      ratio.above().noun(),
                      ratio.below().noun(),
                      scope.noun())),
          Wording.fill(
              "sum of %s / sum of %s over %s",
              "somme %s / somme %s pour les %s",
              ratio.above().noun(),
              ratio.below().noun(),
              scope.noun()),
          Statistic.TOTAL.of(ratio.above(), scope).over(Statistic.TOTAL.of(ratio.below(), scope)));
    }
    return this;
  }

  /** How far the mean of a quantity over the last months lies above that of all before. */
  Declarations change(Quantity quantity, Scope scope, int months) {
    Text label =
        Wording.fill(
            "Change in %s for %s, last " + months + " months against before",
            "Évolution %s pour les %s, " + months + " derniers mois par rapport à avant",
            quantity.noun(),
            scope.noun());
    add(
        Feature.number(
                Wording.name(prefix, scope.code(), quantity.code(), "CHANGE", months + "M"),
                quantity.unit())
            .label(label)
            .description(
                Wording.fill(
                    "%s: positive when it has risen; %s.",
                    "%s : positif en cas de hausse ; %s.", label, quantity.meaning())),
        Wording.fill(
            "mean of %s over %s - mean over %s",
            "moyenne %s pour les %s - moyenne pour les %s",
            quantity.noun(),
            scope.last(months).noun(),
            scope.before(months).noun()),
        Statistic.MEAN
            .of(quantity, scope.last(months))
            .minus(Statistic.MEAN.of(quantity, scope.before(months))));
    return this;
  }

  /**
   * Months since the newest row of a scope.
   *
   * @param last it in words, in the singular and with the article
   */
  Declarations sinceLast(Scope scope, String last, String lastFr) {
    return since(
        "LAST", scope, new Text(last, lastFr), Unit.MONTHS, months(Statistic.LOWEST, scope));
  }

  /**
   * Years since the oldest row of a scope.
   *
   * @param first it in words, in the singular and with the article
   */
  Declarations sinceFirst(Scope scope, String first, String firstFr) {
    return since(
        "FIRST",
        scope,
        new Text(first, firstFr),
        Unit.YEARS,
        months(Statistic.HIGHEST, scope).over(12));
  }

  /** A feature that no line above can say. */
  Declarations one(FeatureBuilder declaration, Aggregate aggregate) {
    features.add(
        new HistoryFeature(declaration.group(group).source(source.name()).build(), aggregate));
    return this;
  }

  List<HistoryFeature> list() {
    return List.copyOf(features);
  }

  private Declarations since(String end, Scope scope, Text what, Unit unit, Aggregate aggregate) {
    add(
        Feature.number(Wording.name(prefix, scope.code(), "SINCE", end), unit)
            .label(Wording.fill("Time since %s", "Temps écoulé depuis %s", what))
            .description(
                Wording.fill(
                    "Time from %s to the application; missing if there is none.",
                    "Temps écoulé entre %s et la demande ; manquant s'il n'y en a pas.", what)),
        Wording.fill(
            "date of the application - date of %s", "date de la demande - date : %s", what),
        aggregate);
    return this;
  }

  private static Aggregate months(Statistic statistic, Scope scope) {
    return Aggregate.of(statistic, col(MONTHS_AGO), scope);
  }

  private void add(FeatureBuilder declaration, Text formula, Aggregate aggregate) {
    one(declaration.formula(formula.en(), formula.fr()), aggregate);
  }

  /** English of the one, French of the other. */
  private static Text pick(Text english, Text french) {
    return new Text(english.en(), french.fr());
  }
}
