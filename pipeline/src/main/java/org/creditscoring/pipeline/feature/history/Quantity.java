package org.creditscoring.pipeline.feature.history;

import static org.apache.spark.sql.functions.rint;

import org.apache.spark.sql.Column;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/**
 * A number that each row of a table has.
 *
 * @param code in the names of features
 * @param noun in English as after "average", in French as after "moyenne": with its "de"
 * @param meaning what it is, beginning in lower case
 * @param value of a row; null where it is missing. It is put on a grid of whole binary fractions
 *     (1/128 of a currency unit, a millionth of anything else), on which sums of doubles are exact:
 *     so they do not depend on the order in which Spark adds, and two runs agree to the bit.
 */
record Quantity(String code, Unit unit, Text noun, Text meaning, Column value) {
  Quantity {
    double steps = steps(unit);
    value = rint(value.multiply(steps)).divide(steps);
  }

  static Text text(String en, String fr) {
    return new Text(en, fr);
  }

  /** Steps of the grid in one unit. */
  static double steps(Unit unit) {
    return unit == Unit.CURRENCY ? 1 << 7 : 1 << 20;
  }
}
