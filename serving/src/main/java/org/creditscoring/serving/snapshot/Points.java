package org.creditscoring.serving.snapshot;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.creditscoring.model.decision.Decision;

/**
 * {@code points.parquet}: one sample of clients for every scatter, some of each decision and
 * outcome, each standing for a number of clients like it.
 *
 * @param features whose values each point has, the most important first
 * @param points by rising id
 */
public record Points(List<String> features, List<Point> points) {
  /** The weights are doubles that stand for whole clients. */
  private static final double WEIGHT_TOLERANCE = 1e-6;

  public Points {
    features = List.copyOf(features);
    points = List.copyOf(points);
  }

  /**
   * One client of the sample.
   *
   * @param outcome 1 payment difficulties, 0 repaid, −1 unknown
   * @param weight how many clients it stands for
   * @param values of {@link Points#features}; NaN is missing, a category is its index
   */
  public record Point(int id, int outcome, Decision decision, double weight, float[] values) {
    /** The value of the feature in a place of {@link Points#features}. */
    public float value(int place) {
      return values[place];
    }
  }

  /**
   * @param features by the rank of their importance
   * @throws IllegalArgumentException if a point is no client of the snapshot, or the weights are
   *     not all clients
   */
  static Points read(Path file, List<String> features, Clients clients) throws IOException {
    FlatTable table = FlatTable.open(file);
    int[] ids = table.wholes("id");
    int[] outcomes = table.wholes("outcome");
    String[] decisions = table.texts("decision");
    double[] weights = table.numbers("weight");
    float[][] values = table.vectors("values", features.size());
    List<Point> points = new ArrayList<>();
    double sum = 0;
    for (int row = 0; row < ids.length; row++) {
      if (row > 0 && ids[row] <= ids[row - 1]) {
        throw new IllegalArgumentException(
            "its ids do not rise strictly: " + ids[row] + " after " + ids[row - 1]);
      }
      Point point =
          new Point(
              ids[row], outcomes[row], Decision.valueOf(decisions[row]), weights[row], values[row]);
      requireClient(point, clients);
      sum += point.weight();
      points.add(point);
    }
    if (!(Math.abs(sum - clients.size()) <= WEIGHT_TOLERANCE * clients.size())) {
      throw new IllegalArgumentException(
          "its weights add up to %.1f where there are %d clients".formatted(sum, clients.size()));
    }
    return new Points(features, points);
  }

  /** Where a feature stands in the values of each point. */
  public OptionalInt place(String feature) {
    int place = features.indexOf(feature);
    return place < 0 ? OptionalInt.empty() : OptionalInt.of(place);
  }

  private static void requireClient(Point point, Clients clients) {
    ClientRecord client =
        clients
            .find(point.id())
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "its client " + point.id() + " is not in the snapshot"));
    if (client.outcome() != point.outcome() || client.decision() != point.decision()) {
      throw new IllegalArgumentException(
          "client %d is %s with outcome %d in it, and %s with outcome %d in the snapshot"
              .formatted(
                  point.id(),
                  point.decision(),
                  point.outcome(),
                  client.decision(),
                  client.outcome()));
    }
    if (!(point.weight() >= 1)) {
      throw new IllegalArgumentException(
          "client " + point.id() + " stands for " + point.weight() + " clients");
    }
  }
}
