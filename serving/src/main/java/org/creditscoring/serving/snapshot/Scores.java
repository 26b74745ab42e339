package org.creditscoring.serving.snapshot;

import java.util.Arrays;
import org.creditscoring.model.snapshot.Layout;

/** What is small of every client, in arrays: about 40 bytes a client. Rows are by rising id. */
final class Scores {
  final int[] ids;
  final byte[] folds;
  final byte[] outcomes;
  final float[] margins;
  final float[] baseValues;
  final float[] probabilities;
  final short[] points;
  final float[] percentiles;
  final boolean[] refused;
  final short[] reasons;

  Scores(int clients) {
    ids = new int[clients];
    folds = new byte[clients];
    outcomes = new byte[clients];
    margins = new float[clients];
    baseValues = new float[clients];
    probabilities = new float[clients];
    points = new short[clients];
    percentiles = new float[clients];
    refused = new boolean[clients];
    reasons = new short[clients * Layout.REASONS];
  }

  int size() {
    return ids.length;
  }

  /**
   * The row of an id; negative when there is none. Ids rise strictly, so a row is at most as far
   * from either end as its id is: where ids have few gaps, as those of a lender do, that leaves a
   * row or two to look at.
   */
  int row(int id) {
    int size = ids.length;
    if (size == 0 || id < ids[0] || id > ids[size - 1]) {
      return -1;
    }
    long from = Math.max(0, size - 1 - ((long) ids[size - 1] - id));
    long to = Math.min(size, (long) id - ids[0] + 1);
    return Arrays.binarySearch(ids, (int) from, (int) to, id);
  }

  int[] reasonsOf(int row) {
    int[] positions = new int[Layout.REASONS];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = reasons[row * Layout.REASONS + i];
    }
    return positions;
  }
}
