package org.creditscoring.model.tree;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XgboostJsonTest {
  private static final String MODEL =
      """
      {"learner": {
        "gradient_booster": {"model": {"trees": [
          {"left_children": [1, -1, -1], "right_children": [2, -1, -1], "split_indices": [1, 0, 0],
           "split_conditions": [0.5, -0.25, 0.75], "default_left": [1, 0, 0], "sum_hessian": [4, 3, 1],
           "split_type": [0, 0, 0], "tree_param": {"size_leaf_vector": "1"}}]},
          "name": "gbtree"},
        "learner_model_param": {"base_score": "[2.5E-1]", "num_class": "0", "num_feature": "2", "num_target": "1"},
        "objective": {"name": "binary:logistic"}}}
      """;

  private static Ensemble read(String json) {
    try {
      return XgboostJson.read(
          new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)), "booster.json");
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void readsTreesAndBaseMargin() {
    Ensemble ensemble = read(MODEL);

    assertThat(ensemble.numFeatures()).isEqualTo(2);
    assertThat(ensemble.baseMargin()).isCloseTo(Math.log(0.25 / 0.75), within(1e-12));
    Tree tree = ensemble.trees().get(0);
    assertThat(tree.shareLeft(0)).isEqualTo(0.75);
    assertThat(tree.margin(new float[] {9, 0.49f}, 0)).isEqualTo(-0.25f);
    assertThat(tree.margin(new float[] {0, 0.5f}, 0)).isEqualTo(0.75f);
    assertThat(tree.margin(new float[] {9, Float.NaN}, 0)).isEqualTo(-0.25f);
  }

  @Test
  void readsTheBaseScoreOfOlderVersionsAndTheirBooleans() {
    Ensemble ensemble =
        read(
            MODEL
                .replace("[2.5E-1]", "5E-1")
                .replace("[1, 0, 0], \"sum", "[true, false, false], \"sum"));

    assertThat(ensemble.baseMargin()).isZero();
    assertThat(ensemble.trees().get(0).defaultLeft(0)).isTrue();
  }

  @Test
  void readsAFile(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("m.json"), MODEL);

    assertThat(XgboostJson.read(file).trees()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "binary:logistic | reg:squarederror | objective is 'reg:squarederror'; only 'binary:logistic' is read",
        "\"gbtree\" | \"dart\" | booster is 'dart'; only 'gbtree' is read",
        "\"gbtree\" | \"gblinear\" | booster is 'gblinear'; only 'gbtree' is read",
        "\"num_class\": \"0\" | \"num_class\": \"3\" | num_class is 3; only models of one output are read",
        "\"num_target\": \"1\" | \"num_target\": \"2\" | num_target is 2; only models of one output are read",
        "\"num_feature\": \"2\" | \"num_feature\": \"1\" | tree 0 compares feature 1, but rows have 1 values",
        "\"num_feature\": \"2\" | \"num_feature\": \"two\" | num_feature is 'two'; an integer is expected",
        "[2.5E-1] | [1E-1,2E-1] | base_score is '[1E-1,2E-1]'; one number is expected",
        "[2.5E-1] | [1.5E0] | base_score is '[1.5E0]'; a probability between 0 and 1 is expected",
        "\"split_type\": [0, | \"split_type\": [1, | tree 0 has a categorical split; only numeric splits are read",
        "size_leaf_vector\": \"1\" | size_leaf_vector\": \"2\" | tree 0 has leaves of 2 values; one is accepted",
        "\"sum_hessian\" | \"hessian\" | field 'sum_hessian' is absent; is it a model saved by XGBoost as JSON?",
        "\"learner\" | \"model\" | field 'learner' is absent; is it a model saved by XGBoost as JSON?",
        "[4, 3, 1] | [4, 3] | cover has 2 entries, but the tree has 3 nodes",
        "[4, 3, 1] | [4, null, 1] | tree 0, sum_hessian[1] is null; a number is expected",
        "[1, -1, -1] | [0.5, -1, -1] | tree 0, left_children[0] is 0.5; an integer is expected",
        "[1, 0, 0], \"sum | [\"yes\", 0, 0], \"sum | tree 0, default_left[0] is \"yes\"; 0 or 1 is expected",
        "[1, -1, -1] | [7, -1, -1] | node 0 has a child 7 outside 0..2",
      })
  void refusesWhatItWouldScoreWrongly(String accepted, String found, String message) {
    assertThat(MODEL).contains(accepted);
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> read(MODEL.replace(accepted, found)))
        .withMessageContaining("booster.json")
        .withMessageContaining(message);
  }

  @Test
  void namesWhereBrokenJsonBreaks() {
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> read(MODEL.substring(0, 200)))
        .withMessageStartingWith("booster.json is not JSON at line 4, column ");
    assertThatExceptionOfType(ModelFormatException.class)
        .isThrownBy(() -> read(""))
        .withMessageContaining("booster.json");
  }
}
