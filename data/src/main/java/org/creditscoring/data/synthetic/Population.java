package org.creditscoring.data.synthetic;

import java.util.BitSet;
import java.util.SplittableRandom;

/**
 * Who the clients are: ids rise from 100001 without a gap, and the current ones are scattered among
 * the past ones, as in the published files.
 */
final class Population {
  static final int FIRST_ID = 100_001;

  private final int size;
  private final BitSet current;

  private Population(int size, BitSet current) {
    this.size = size;
    this.current = current;
  }

  /**
   * Knuth's selection sampling: exactly {@code currents} of all, each as likely as another; but the
   * first client is current and the second past where both kinds exist, as in the published files.
   */
  static Population of(int past, int currents, long seed) {
    int size = Math.addExact(past, currents);
    SplittableRandom random = new SplittableRandom(seed);
    BitSet chosen = new BitSet(size);
    int left = currents;
    int start = 0;
    if (past > 0 && currents > 0) {
      chosen.set(0);
      left--;
      start = 2;
    }
    for (int place = start; place < size; place++) {
      if (random.nextInt(size - place) < left) {
        chosen.set(place);
        left--;
      }
    }
    return new Population(size, chosen);
  }

  int size() {
    return size;
  }

  int id(int place) {
    return FIRST_ID + place;
  }

  Standing standing(int place) {
    return current.get(place) ? Standing.CURRENT : Standing.PAST;
  }
}
