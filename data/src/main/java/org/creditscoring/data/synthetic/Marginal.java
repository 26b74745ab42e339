package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import java.util.Arrays;
import java.util.List;

/** How the values of one column are distributed, seen alone. */
sealed interface Marginal {

  /**
   * The value below which a share {@code u} of the values lies.
   *
   * @param u in [0, 1]
   */
  double at(double u);

  static Marginal of(Config config) {
    return config.hasPath("quantiles")
        ? new Quantiles(doubles(config, "quantiles"), config.getDouble("step"))
        : Shares.of(config.getStringList("values"), doubles(config, "shares"));
  }

  private static double[] doubles(Config config, String path) {
    return config.getDoubleList(path).stream().mapToDouble(Double::doubleValue).toArray();
  }

  /**
   * Evenly spaced quantiles, the lowest and highest value included; equal neighbours are a value
   * that many rows share. Somewhere between that value and the next quantile its rows end: halfway,
   * for want of a better guess, and not at once, which would leave every such value too few rows.
   *
   * @param step values between two quantiles are rounded to its multiples; 0 leaves them as they
   *     are
   */
  record Quantiles(double[] values, double step) implements Marginal {
    @Override
    public double at(double u) {
      double position = u * (values.length - 1);
      int below = Math.min((int) position, values.length - 2);
      double part = position - below;
      if (part < 0.5 && below > 0 && values[below - 1] == values[below]) {
        return values[below];
      }
      if (part >= 0.5 && below + 2 < values.length && values[below + 1] == values[below + 2]) {
        return values[below + 1];
      }
      double value = values[below] + part * (values[below + 1] - values[below]);
      return step == 0 ? value : Math.rint(value / step) * step;
    }
  }

  /** A few distinct values with their shares, in an order that means something. */
  record Shares(List<String> values, double[] cumulative, double[] numbers) implements Marginal {

    static Shares of(List<String> values, double[] shares) {
      double[] cumulative = new double[shares.length];
      double sum = 0;
      for (int i = 0; i < shares.length; i++) {
        sum += shares[i];
        cumulative[i] = sum;
      }
      for (int i = 0; i < shares.length; i++) {
        cumulative[i] /= sum;
      }
      return new Shares(List.copyOf(values), cumulative, numbers(values));
    }

    private static double[] numbers(List<String> values) {
      try {
        return values.stream().mapToDouble(Double::parseDouble).toArray();
      } catch (NumberFormatException texts) {
        return new double[0];
      }
    }

    int index(double u) {
      int found = Arrays.binarySearch(cumulative, u);
      int index = found < 0 ? -found - 1 : found + 1;
      return Math.min(index, cumulative.length - 1);
    }

    String text(double u) {
      return values.get(index(u));
    }

    @Override
    public double at(double u) {
      return numbers[index(u)];
    }
  }
}
