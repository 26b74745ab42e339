package org.creditscoring.pipeline.feature.history;

import java.io.Serializable;

/** An {@link Aggregate} that knows where a row holds its inputs; it travels to Spark's workers. */
sealed interface Computed extends Serializable {
  /**
   * @return NaN where it is missing
   */
  double of(ClientRows rows);

  record Over(Statistic statistic, int value, int condition) implements Computed {
    @Override
    public double of(ClientRows rows) {
      return statistic.of(rows, value, condition);
    }
  }

  record Count(int condition) implements Computed {
    @Override
    public double of(ClientRows rows) {
      return rows.count(condition);
    }
  }

  record CountOfBoth(int condition, int other) implements Computed {
    @Override
    public double of(ClientRows rows) {
      int count = 0;
      for (int row = 0; row < rows.size(); row++) {
        if (rows.meets(row, condition) && rows.meets(row, other)) {
          count++;
        }
      }
      return count;
    }
  }

  record Ratio(Computed above, Computed below) implements Computed {
    @Override
    public double of(ClientRows rows) {
      double divisor = below.of(rows);
      return divisor == 0 ? Double.NaN : above.of(rows) / divisor;
    }
  }

  record Difference(Computed left, Computed right) implements Computed {
    @Override
    public double of(ClientRows rows) {
      return left.of(rows) - right.of(rows);
    }
  }

  record Constant(double value) implements Computed {
    @Override
    public double of(ClientRows rows) {
      return value;
    }
  }
}
