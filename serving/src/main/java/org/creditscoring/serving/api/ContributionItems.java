package org.creditscoring.serving.api;

import org.creditscoring.serving.json.JsonBuffer;

/** Writes the items of an explanation: what is told of each feature's contribution. */
interface ContributionItems {
  /**
   * @param position of the feature
   * @param value of the client: NaN is missing, a category is its index
   */
  void item(JsonBuffer json, int position, float value, float contribution);

  /** The last one of an explanation that leaves features out. */
  void other(JsonBuffer json, float contribution);
}
