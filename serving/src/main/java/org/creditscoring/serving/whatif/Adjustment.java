package org.creditscoring.serving.whatif;

import org.creditscoring.model.feature.Text;

/**
 * A value that was changed so that it goes with those that were asked for.
 *
 * @param from NaN when it was missing
 * @param to NaN when it is missing now
 */
public record Adjustment(String name, float from, float to, Text why) {
  /**
   * Whether two values are the same to the model: both missing, or equal, whatever the sign of 0.
   */
  public static boolean none(float from, float to) {
    return from == to || Float.isNaN(from) && Float.isNaN(to);
  }
}
