package org.creditscoring.pipeline.snapshots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.util.Optional;
import java.util.stream.Stream;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.ClientRows;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A client of the golden snapshot, changed in one way each: fold 0, accepted, margin −2.61625,
 * probability 0.0681, 563 points.
 */
class ClientCheckTest {
  private static final int CLIENT = 131_043;

  private static ClientCheck check;
  private static ScoredClient client;

  @BeforeAll
  static void read() throws IOException {
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(Golden.LATER);
        ClientRows rows = snapshot.clients()) {
      check =
          new ClientCheck(
              snapshot.manifest(),
              Optional.of(snapshot.reference()),
              Optional.of(FoldTrees.of(snapshot, snapshot.card())));
      client = rows.next().orElseThrow();
      while (client.id() != CLIENT) {
        client = rows.next().orElseThrow();
      }
    }
  }

  @Test
  void nothingIsWrongWithAClientAsHeIs() {
    assertThat(check.problems(client)).isEmpty();
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("changes")
  void whatIsWrongIsSaid(String component, Object value, String problem) {
    assertThat(check.problems(Golden.with(client, component, value)))
        .anySatisfy(told -> assertThat(told).startsWith(problem));
  }

  static Stream<Arguments> changes() {
    return Stream.of(
        arguments("margin", -2.6f, "base value + contributions = -2.6162"),
        arguments(
            "probability",
            0.07f,
            "probability is 0.07, the logistic of margin -2.6162498 is 0.068"),
        arguments("decision", "REFUSED", "decision is REFUSED at probability 0.068"),
        arguments("points", 564, "points are 564, margin -2.6162498 gives 563"),
        arguments("percentile", 50f, "percentile is 50.0, the reference population gives 99.107"),
        arguments("percentile", 101f, "percentile is 101.0"),
        arguments("baseValue", 1.2f, "base value is 1.2, that of fold 0 is 1.055045374435307"),
        arguments("fold", (byte) 7, "fold 7 is not in the manifest"),
        arguments("fold", (byte) 1, "base value is 1.0550454, that of fold 1 is -1.370"),
        arguments("outcome", (byte) 2, "outcome is 2"),
        arguments("reasons", new int[] {7, -1, -1, -1, -1}, "reason 7 is no position of a feature"),
        arguments("reasons", new int[] {0}, "reasons has 1 elements, the manifest has 5"),
        arguments(
            "contributions", new float[6], "contributions has 6 elements, the manifest has 7"),
        arguments("values", new float[2], "values has 2 elements, the manifest has 9"),
        arguments(
            "values", values(0.05f, 2), "margin is -2.6162498, the snapshot's own trees give "));
  }

  /** Those of the client but for two of them. */
  private static float[] values(float extSource, float incomeType) {
    return new float[] {274_000.5f, 503, extSource, incomeType, 1, 25.3f, 544.7f, -9_254, 0};
  }
}
