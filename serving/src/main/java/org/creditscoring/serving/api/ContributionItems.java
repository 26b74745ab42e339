package org.creditscoring.serving.api;

import org.creditscoring.serving.json.JsonBuffer;

/** Writes the items of an explanation: what is told of each feature's contribution. */
interface ContributionItems {
  /**
   * With commas between.
   *
   * @param positions of the features, in the order of their items
   * @param values of the client, of every feature: NaN is missing, a category is its index
   * @param contributions of every feature
   */
  void items(JsonBuffer json, int[] positions, float[] values, float[] contributions);

  /** The last one of an explanation that leaves features out. */
  void other(JsonBuffer json, float contribution);
}
