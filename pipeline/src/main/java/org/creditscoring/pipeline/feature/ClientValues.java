package org.creditscoring.pipeline.feature;

/**
 * What the catalogue says of one client.
 *
 * @param id SK_ID_CURR
 * @param outcome 1 payment difficulties, 0 repaid, −1 unknown
 * @param values in the catalogue's order, NaN when missing
 */
public record ClientValues(int id, byte outcome, float[] values) {
  /** The same client with the values at these places, in their order. */
  ClientValues at(int[] places) {
    float[] chosen = new float[places.length];
    for (int i = 0; i < places.length; i++) {
      chosen[i] = values[places[i]];
    }
    return new ClientValues(id, outcome, chosen);
  }
}
