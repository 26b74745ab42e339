package org.creditscoring.pipeline.training;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;
import org.creditscoring.model.tree.Ensemble;
import org.junit.jupiter.api.Test;

class BoosterJsonTest {
  /** One tree: feature 1 below 0.5 goes left to a leaf; else feature 0 decides. */
  private static final String TWO_FEATURES =
      """
      {"learner":{"attributes":{},"feature_names":[],"feature_types":[],
       "gradient_booster":{"model":{"gbtree_model_param":{"num_trees":"1","num_parallel_tree":"1"},
        "tree_info":[0],"trees":[{"tree_param":{"num_nodes":"5","num_feature":"2","num_deleted":"0","size_leaf_vector":"1"},
        "id":0,"left_children":[1,-1,3,-1,-1],"right_children":[2,-1,4,-1,-1],"parents":[2147483647,0,0,2,2],
        "split_indices":[1,0,0,0,0],"split_conditions":[5E-1,-1.5E0,2.25E0,1.25E-1,7E0],"default_left":[1,0,0,0,0],
        "split_type":[0,0,0,0,0],"categories":[],"categories_nodes":[],"categories_segments":[],"categories_sizes":[],
        "base_weights":[0E0,0E0,0E0,0E0,0E0],"loss_changes":[1E0,0E0,1E0,0E0,0E0],"sum_hessian":[4E0,2E0,2E0,1E0,1E0]}]},"name":"gbtree"},
       "learner_model_param":{"base_score":"5E-1","boost_from_average":"1","num_class":"0","num_feature":"2","num_target":"1"},
       "objective":{"name":"binary:logistic","reg_loss_param":{"scale_pos_weight":"1"}}},"version":[3,2,0]}
      """;

  @Test
  void aMovedBoosterReadsItsFeaturesAtTheirNewPlaces() {
    byte[] json = TWO_FEATURES.getBytes(StandardCharsets.UTF_8);
    Ensemble before = Boosters.of(List.of(json)).ensembles().get(0);
    Ensemble after =
        Boosters.of(List.of(BoosterJson.placed(json, new int[] {1, 3}, 5))).ensembles().get(0);

    assertThat(after.numFeatures()).isEqualTo(5);
    for (float first : new float[] {1, 3, Float.NaN}) {
      for (float second : new float[] {0, 1, Float.NaN}) {
        float[] moved = {9, first, 9, second, 9};
        assertThat(after.margin(moved, 0)).isEqualTo(before.margin(new float[] {first, second}, 0));
      }
    }
    assertThat(after.margin(new float[] {0, 3, 0, 1, 0}, 0)).isEqualTo(7);
  }

  @Test
  void xgboostReadsAMovedBoosterAndAnswersTheSame() throws XGBoostError, IOException {
    byte[] json = TWO_FEATURES.getBytes(StandardCharsets.UTF_8);
    Booster moved =
        XGBoost.loadModel(new ByteArrayInputStream(BoosterJson.placed(json, new int[] {1, 3}, 5)));
    float[] rows = {0, 3, 0, 1, 0, 0, 1, 0, 1, 0, 0, 1, 0, 0, 0};

    float[][] margins = moved.predict(new DMatrix(rows, 3, 5, Float.NaN), true);

    assertThat(margins).isDeepEqualTo(new float[][] {{7}, {0.125f}, {-1.5f}});
  }
}
