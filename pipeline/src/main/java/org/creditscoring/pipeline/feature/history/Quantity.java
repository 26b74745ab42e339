package org.creditscoring.pipeline.feature.history;

import org.apache.spark.sql.Column;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/**
 * A number that each row of a table has.
 *
 * @param code in the names of features
 * @param noun in English as after "average", in French as after "moyenne": with its "de"
 * @param meaning what it is, beginning in lower case
 * @param value of a row; null where it is missing. It is made {@link Aggregates#exact exact}.
 */
record Quantity(String code, Unit unit, Text noun, Text meaning, Column value) {
  Quantity {
    value = Aggregates.exact(value, unit);
  }

  static Text text(String en, String fr) {
    return new Text(en, fr);
  }
}
