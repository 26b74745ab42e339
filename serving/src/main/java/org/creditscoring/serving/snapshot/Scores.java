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

  /** The row of an id; negative when there is none. */
  int row(int id) {
    return Arrays.binarySearch(ids, id);
  }

  int[] reasonsOf(int row) {
    int[] positions = new int[Layout.REASONS];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = reasons[row * Layout.REASONS + i];
    }
    return positions;
  }
}
