package org.creditscoring.model.tree;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a booster from XGBoost's own JSON model (format of XGBoost 1.0 to 3.x): booster {@code
 * gbtree}, objective {@code binary:logistic}, numeric splits. Anything else would be scored
 * wrongly, so it is refused by name.
 */
public final class XgboostJson {
  private static final String OBJECTIVE = "binary:logistic";
  private static final String BOOSTER = "gbtree";
  private static final ObjectMapper MAPPER =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private final String source;

  private XgboostJson(String source) {
    this.source = source;
  }

  /**
   * Reads a model file.
   *
   * @throws ModelFormatException if it is not such a model; the message names the file and what was
   *     found
   * @throws IOException if it cannot be read
   */
  public static Ensemble read(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return read(in, file.toString());
    }
  }

  /**
   * Reads a model from a stream, which stays open.
   *
   * @param source name of the model in messages
   * @throws ModelFormatException as {@link #read(Path)}
   * @throws IOException if the stream fails
   */
  public static Ensemble read(InputStream in, String source) throws IOException {
    JsonNode root;
    try {
      root = MAPPER.readTree(in.readAllBytes());
    } catch (JsonProcessingException e) {
      String where =
          e.getLocation() == null
              ? ""
              : " at line "
                  + e.getLocation().getLineNr()
                  + ", column "
                  + e.getLocation().getColumnNr();
      throw new ModelFormatException(
          source + " is not JSON" + where + ": " + e.getOriginalMessage(), e);
    }
    return new XgboostJson(source).ensemble(root);
  }

  private Ensemble ensemble(JsonNode root) {
    JsonNode learner = child(root, "learner");
    require("objective", text(learner, "objective", "name"), OBJECTIVE);
    require("booster", text(learner, "gradient_booster", "name"), BOOSTER);
    JsonNode parameters = child(learner, "learner_model_param");
    int classes = number("num_class", parameters.path("num_class").asText("0"));
    if (classes > 1) {
      throw refused("num_class is " + classes + "; only models of one output are read");
    }
    int targets = number("num_target", parameters.path("num_target").asText("1"));
    if (targets > 1) {
      throw refused("num_target is " + targets + "; only models of one output are read");
    }
    int features = number("num_feature", text(parameters, "num_feature"));
    double baseMargin = baseMargin(text(parameters, "base_score"));
    JsonNode list = child(child(child(learner, "gradient_booster"), "model"), "trees");
    List<Tree> trees = new ArrayList<>();
    for (JsonNode tree : list) {
      trees.add(tree(tree, trees.size()));
    }
    try {
      return new Ensemble(trees, baseMargin, features);
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(source + ": " + e.getMessage(), e);
    }
  }

  private Tree tree(JsonNode json, int index) {
    String leafSize = json.path("tree_param").path("size_leaf_vector").asText("1");
    if (number("size_leaf_vector", leafSize) > 1) {
      throw refused("tree " + index + " has leaves of " + leafSize + " values; one is accepted");
    }
    for (JsonNode type : json.path("split_type")) {
      if (type.asInt() != 0) {
        throw refused("tree " + index + " has a categorical split; only numeric splits are read");
      }
    }
    try {
      return Tree.of(
          new Nodes(
              ints(json, index, "left_children"),
              ints(json, index, "right_children"),
              ints(json, index, "split_indices"),
              floats(json, index, "split_conditions"),
              flags(json, index, "default_left"),
              floats(json, index, "sum_hessian")));
    } catch (IllegalArgumentException e) {
      throw new ModelFormatException(source + ", tree " + index + ": " + e.getMessage(), e);
    }
  }

  /** The base score is a probability, from XGBoost 3.1 on in brackets: {@code [5E-1]}. */
  private double baseMargin(String text) {
    String bare =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    double probability;
    try {
      probability = Float.parseFloat(bare);
    } catch (NumberFormatException e) {
      throw refused("base_score is '" + text + "'; one number is expected");
    }
    if (!(probability > 0 && probability < 1)) {
      throw refused("base_score is '" + text + "'; a probability between 0 and 1 is expected");
    }
    return Math.log(probability / (1 - probability));
  }

  private int[] ints(JsonNode tree, int index, String name) {
    JsonNode array = child(tree, name);
    int[] result = new int[array.size()];
    for (int i = 0; i < result.length; i++) {
      if (!isInt(array.get(i))) {
        throw refused(misfit(index, name, i, array.get(i), "an integer"));
      }
      result[i] = array.get(i).intValue();
    }
    return result;
  }

  private float[] floats(JsonNode tree, int index, String name) {
    JsonNode array = child(tree, name);
    float[] result = new float[array.size()];
    for (int i = 0; i < result.length; i++) {
      if (!array.get(i).isNumber()) {
        throw refused(misfit(index, name, i, array.get(i), "a number"));
      }
      result[i] = array.get(i).floatValue();
    }
    return result;
  }

  /** XGBoost writes 0 and 1; versions before 1.6 wrote false and true. */
  private boolean[] flags(JsonNode tree, int index, String name) {
    JsonNode array = child(tree, name);
    boolean[] result = new boolean[array.size()];
    for (int i = 0; i < result.length; i++) {
      JsonNode flag = array.get(i);
      if (!flag.isBoolean() && !isInt(flag)) {
        throw refused(misfit(index, name, i, flag, "0 or 1"));
      }
      result[i] = flag.asBoolean();
    }
    return result;
  }

  private static boolean isInt(JsonNode node) {
    return node.isIntegralNumber() && node.canConvertToInt();
  }

  private static String misfit(int tree, String name, int node, JsonNode found, String expected) {
    return "tree "
        + tree
        + ", "
        + name
        + "["
        + node
        + "] is "
        + found
        + "; "
        + expected
        + " is expected";
  }

  private void require(String name, String found, String accepted) {
    if (!found.equals(accepted)) {
      throw refused(name + " is '" + found + "'; only '" + accepted + "' is read");
    }
  }

  private int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw refused(name + " is '" + text + "'; an integer is expected");
    }
  }

  private String text(JsonNode node, String... path) {
    JsonNode found = node;
    for (String name : path) {
      found = child(found, name);
    }
    return found.asText();
  }

  private JsonNode child(JsonNode node, String name) {
    JsonNode found = node.get(name);
    if (found == null) {
      throw refused("field '" + name + "' is absent; is it a model saved by XGBoost as JSON?");
    }
    return found;
  }

  private ModelFormatException refused(String what) {
    return new ModelFormatException(source + ": " + what);
  }
}
