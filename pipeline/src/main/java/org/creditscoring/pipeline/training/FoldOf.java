package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.Arrays;
import org.creditscoring.model.snapshot.Layout;

/**
 * The clients that a model was trained on, each with its fold. Compact: it goes to every worker.
 */
public final class FoldOf implements Serializable {
  private static final long serialVersionUID = 1;

  private final int[] ids;
  private final byte[] folds;

  private FoldOf(int[] ids, byte[] folds) {
    this.ids = ids;
    this.folds = folds;
  }

  /**
   * @param ids strictly rising
   * @param folds of the same places
   * @throws IllegalArgumentException if the ids do not rise or the lengths differ
   */
  public static FoldOf of(int[] ids, byte[] folds) {
    if (ids.length != folds.length) {
      throw new IllegalArgumentException(ids.length + " ids and " + folds.length + " folds");
    }
    for (int i = 1; i < ids.length; i++) {
      if (ids[i] <= ids[i - 1]) {
        throw new IllegalArgumentException("id " + ids[i] + " follows " + ids[i - 1]);
      }
    }
    return new FoldOf(ids.clone(), folds.clone());
  }

  /** The fold of a client; {@link Layout#MEAN_FOLD} when no fold model was trained on it. */
  public int of(int id) {
    int place = Arrays.binarySearch(ids, id);
    return place < 0 ? Layout.MEAN_FOLD : folds[place];
  }

  /**
   * @throws IllegalArgumentException naming a client whose fold is not one of 0 to {@code count} −
   *     1
   */
  void requireBelow(int count) {
    for (int i = 0; i < folds.length; i++) {
      if (folds[i] < 0 || folds[i] >= count) {
        throw new IllegalArgumentException(
            "client %d is in fold %d of %d".formatted(ids[i], folds[i], count));
      }
    }
  }

  public int size() {
    return ids.length;
  }

  /** The client at a place, in rising order of ids. */
  public int id(int place) {
    return ids[place];
  }
}
