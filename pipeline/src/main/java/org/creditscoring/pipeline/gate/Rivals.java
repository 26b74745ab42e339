package org.creditscoring.pipeline.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.creditscoring.pipeline.gate.PublishedTables.PastMargin;

/**
 * A new model and the one in use on the same clients, whom each scored by a fold model that never
 * saw them.
 *
 * @param inUse id of the model in use
 * @param fresh margins by the new model
 * @param used margins of the same clients by the one in use
 * @param outcomes of them, 0 or 1
 */
record Rivals(String inUse, float[] fresh, float[] used, byte[] outcomes) {
  static Rivals of(String inUse, List<PastMargin> fresh, List<PastMargin> used) {
    Map<Integer, Float> before = new HashMap<>();
    used.forEach(client -> before.put(client.id(), client.margin()));
    List<PastMargin> both =
        new ArrayList<>(fresh.stream().filter(client -> before.containsKey(client.id())).toList());
    float[] first = new float[both.size()];
    float[] second = new float[first.length];
    byte[] outcomes = new byte[first.length];
    for (int i = 0; i < first.length; i++) {
      first[i] = both.get(i).margin();
      second[i] = before.get(both.get(i).id());
      outcomes[i] = both.get(i).outcome();
    }
    return new Rivals(inUse, first, second, outcomes);
  }

  int clients() {
    return outcomes.length;
  }
}
