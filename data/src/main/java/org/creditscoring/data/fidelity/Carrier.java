package org.creditscoring.data.fidelity;

import java.util.List;

/**
 * Takes numbers of rows in the order of the file, one block of rows after another, by one thread.
 *
 * @param most how many rows are wanted, counted from the first; a few more may come
 */
record Carrier(List<Quantity.OfNumber> quantities, long most, Taker taker) {

  /** Takes the numbers of some neighbouring rows. */
  @FunctionalInterface
  interface Taker {
    /**
     * @param numbers an array for each quantity, NaN where missing
     */
    void take(double[][] numbers, int rows);
  }

  static Carrier ofAll(List<Quantity.OfNumber> quantities, Taker taker) {
    return new Carrier(quantities, Long.MAX_VALUE, taker);
  }
}
