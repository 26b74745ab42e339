package org.creditscoring.pipeline.training;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;

/**
 * Moves the features of a booster in XGBoost's own JSON format: what was trained on a few columns
 * reads them at their places in a longer vector. Numbers keep their digits.
 */
final class BoosterJson {
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

  private BoosterJson() {}

  /**
   * @param places new index of each of the booster's features
   * @param features length of the longer vector
   */
  static byte[] placed(byte[] json, int[] places, int features) {
    try {
      JsonNode root = MAPPER.readTree(json);
      JsonNode learner = root.get("learner");
      ((ObjectNode) learner.get("learner_model_param"))
          .put("num_feature", String.valueOf(features));
      for (JsonNode tree : learner.get("gradient_booster").get("model").get("trees")) {
        ((ObjectNode) tree.get("tree_param")).put("num_feature", String.valueOf(features));
        ArrayNode splits = (ArrayNode) tree.get("split_indices");
        for (int node = 0; node < splits.size(); node++) {
          splits.set(node, places[splits.get(node).asInt()]);
        }
      }
      return MAPPER.writeValueAsBytes(root);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
