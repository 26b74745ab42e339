package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.avg;
import static org.apache.spark.sql.functions.max;
import static org.apache.spark.sql.functions.min;
import static org.apache.spark.sql.functions.sum;
import static org.apache.spark.sql.functions.when;

import org.apache.spark.sql.Column;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/** How a client's rows become one number. */
enum Statistic {
  /** The sum; 0 if the client has no row in the scope. */
  TOTAL("sum", "somme") {
    @Override
    Text label(Unit unit) {
      return new Text("Total", "Total");
    }

    @Override
    Column of(Quantity quantity, Scope scope) {
      return when(Aggregates.count(scope).equalTo(0), 0.0)
          .otherwise(sum(when(scope.condition(), quantity.value())));
    }
  },
  MEAN("mean", "moyenne") {
    @Override
    Text label(Unit unit) {
      return new Text("Average", "Moyenne");
    }

    @Override
    Column of(Quantity quantity, Scope scope) {
      return avg(when(scope.condition(), quantity.value()));
    }
  },
  HIGHEST("maximum", "maximum") {
    @Override
    Text label(Unit unit) {
      return new Text(
          switch (unit) {
            case YEARS, MONTHS -> "Longest";
            case DAYS -> "Most";
            default -> "Highest";
          },
          "Maximum");
    }

    @Override
    Column of(Quantity quantity, Scope scope) {
      return max(when(scope.condition(), quantity.value()));
    }
  },
  LOWEST("minimum", "minimum") {
    @Override
    Text label(Unit unit) {
      return new Text(
          switch (unit) {
            case YEARS, MONTHS -> "Shortest";
            case DAYS -> "Fewest";
            default -> "Lowest";
          },
          "Minimum");
    }

    @Override
    Column of(Quantity quantity, Scope scope) {
      return min(when(scope.condition(), quantity.value()));
    }
  },
  /** Of the row nearest to the application; of several on one day or month, the greatest. */
  LATEST("latest value", "dernière valeur") {
    @Override
    Text label(Unit unit) {
      return new Text("Latest", "Dernière valeur");
    }

    @Override
    Column of(Quantity quantity, Scope scope) {
      return Aggregates.latest(quantity.value(), quantity.unit(), scope.condition());
    }
  };

  private final Text formula;

  Statistic(String en, String fr) {
    this.formula = new Text(en, fr);
  }

  /** As a label begins, before a quantity in such a unit: "Average" before "days late". */
  abstract Text label(Unit unit);

  /** As a formula names it. */
  Text formula() {
    return formula;
  }

  /** Missing if no row of the scope has the quantity, but for {@link #TOTAL}. */
  abstract Column of(Quantity quantity, Scope scope);
}
