package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.model.tree.XgboostJson;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Against XGBoost's own {@code pred_contribs} and {@code output_margin}; generate.py beside the
 * files made them.
 */
class GoldenTest {
  private static final String FOLDER = "xgboost-3.2.0/";
  private static final double TOLERANCE = 1e-5;

  @ParameterizedTest
  @CsvSource({
    "depth6, 536870912, 0",
    "depth6, 0, 40",
    "single-leaves, 536870912, 0",
    "single-leaves, 0, 7",
    "depth12, 536870912, 0",
    "depth12, 0, 3"
  })
  void equalsXgboost(String name, long tableBytes, int walkedTrees) throws IOException {
    Explainer explainer = Explainer.of(model(name), tableBytes);
    assertThat(explainer.walkedTrees()).isEqualTo(walkedTrees);
    JsonNode expected = expected(name);
    int rows = expected.get("rows").size();
    int features = explainer.features();
    float[] values = new float[rows * features];
    for (int i = 0; i < values.length; i++) {
      JsonNode value = expected.get("rows").get(i / features).get(i % features);
      values[i] = value.isNull() ? Float.NaN : value.floatValue();
    }
    float[] contributions = new float[values.length];
    double[] margins = new double[rows];

    explainer.explain(values, contributions, margins, explainer.workspace());

    assertThat(rows).isEqualTo(60);
    for (int r = 0; r < rows; r++) {
      JsonNode xgboost = expected.get("contributions").get(r);
      for (int f = 0; f < features; f++) {
        assertThat((double) contributions[r * features + f])
            .as("row %d, feature %d", r, f)
            .isCloseTo(xgboost.get(f).doubleValue(), within(TOLERANCE));
      }
      assertThat(explainer.bias())
          .isCloseTo(xgboost.get(features).doubleValue(), within(TOLERANCE));
      assertThat(margins[r])
          .as("margin of row %d", r)
          .isCloseTo(expected.get("margins").get(r).doubleValue(), within(TOLERANCE));
    }
  }

  private static Ensemble model(String name) throws IOException {
    String file = FOLDER + name + ".model.json";
    try (InputStream in = GoldenTest.class.getResourceAsStream(file)) {
      return XgboostJson.read(in, file);
    }
  }

  private static JsonNode expected(String name) throws IOException {
    try (InputStream in = GoldenTest.class.getResourceAsStream(FOLDER + name + ".expected.json")) {
      return new ObjectMapper().readTree(in);
    }
  }
}
