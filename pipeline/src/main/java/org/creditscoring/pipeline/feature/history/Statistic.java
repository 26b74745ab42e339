package org.creditscoring.pipeline.feature.history;

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
    double of(ClientRows rows, int value, int condition) {
      if (rows.count(condition) == 0) {
        return 0;
      }
      double sum = 0;
      int known = 0;
      for (int row = 0; row < rows.size(); row++) {
        double number = rows.value(row, value);
        if (rows.meets(row, condition) && !Double.isNaN(number)) {
          sum += number;
          known++;
        }
      }
      return known == 0 ? Double.NaN : sum;
    }
  },
  MEAN("mean", "moyenne") {
    @Override
    Text label(Unit unit) {
      return new Text("Average", "Moyenne");
    }

    @Override
    double of(ClientRows rows, int value, int condition) {
      double sum = 0;
      int known = 0;
      for (int row = 0; row < rows.size(); row++) {
        double number = rows.value(row, value);
        if (rows.meets(row, condition) && !Double.isNaN(number)) {
          sum += number;
          known++;
        }
      }
      return sum / known;
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
    double of(ClientRows rows, int value, int condition) {
      double found = Double.NaN;
      for (int row = 0; row < rows.size(); row++) {
        double number = rows.value(row, value);
        if (rows.meets(row, condition) && !(number <= found) && !Double.isNaN(number)) {
          found = number;
        }
      }
      return found;
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
    double of(ClientRows rows, int value, int condition) {
      double found = Double.NaN;
      for (int row = 0; row < rows.size(); row++) {
        double number = rows.value(row, value);
        if (rows.meets(row, condition) && !(number >= found) && !Double.isNaN(number)) {
          found = number;
        }
      }
      return found;
    }
  },
  /** Of the row nearest to the application; of several on one day or month, the greatest. */
  LATEST("latest value", "dernière valeur") {
    @Override
    Text label(Unit unit) {
      return new Text("Latest", "Dernière valeur");
    }

    @Override
    double of(ClientRows rows, int value, int condition) {
      double found = Double.NaN;
      double newest = Double.POSITIVE_INFINITY;
      for (int row = 0; row < rows.size(); row++) {
        double number = rows.value(row, value);
        double ago = rows.ago(row);
        if (rows.meets(row, condition)
            && !Double.isNaN(number)
            && (ago < newest || ago == newest && number > found)) {
          found = number;
          newest = ago;
        }
      }
      return found;
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

  /** The statistic of a quantity over a scope, as a feature is declared by it. */
  Aggregate of(Quantity quantity, Scope scope) {
    return Aggregate.of(this, quantity.value(), scope);
  }

  /**
   * The statistic of a client's rows that meet a condition and have the value.
   *
   * @param value its place in the rows
   * @param condition its place in the rows
   * @return NaN if there is no such row, but for {@link #TOTAL}
   */
  abstract double of(ClientRows rows, int value, int condition);
}
