package org.creditscoring.pipeline.feature.history;

import org.creditscoring.model.feature.Text;
import org.creditscoring.model.feature.Unit;

/**
 * One quantity against another.
 *
 * @param code in the names of features
 * @param label its words, beginning with a capital
 */
record Ratio(String code, Unit unit, Text label, Quantity above, Quantity below) {}
