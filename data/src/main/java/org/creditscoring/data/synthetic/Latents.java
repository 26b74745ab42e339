package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigList;
import com.typesafe.config.ConfigValue;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A Gaussian copula: correlated standard normal variables, one behind each column, whose
 * distribution function turns them into the uniform draws that a marginal distribution takes.
 */
final class Latents {
  private final Map<String, Integer> places = new HashMap<>();
  private final double[][] factor;

  private Latents(List<String> names, double[][] factor) {
    for (int i = 0; i < names.size(); i++) {
      places.put(names.get(i), i);
    }
    this.factor = factor;
  }

  /** Reads {@code latents} (names) and {@code correlations} (lower triangle, row by row). */
  static Latents of(Config config) {
    ConfigList rows = config.getList("correlations");
    double[][] lower = new double[rows.size()][];
    for (int i = 0; i < lower.length; i++) {
      ConfigValue row = rows.get(i);
      lower[i] =
          row.atKey("row").getDoubleList("row").stream().mapToDouble(Double::doubleValue).toArray();
    }
    return new Latents(config.getStringList("latents"), cholesky(lower));
  }

  /**
   * @throws IllegalArgumentException if the matrix is not positive definite
   */
  static double[][] cholesky(double[][] lower) {
    double[][] factor = new double[lower.length][];
    for (int i = 0; i < lower.length; i++) {
      factor[i] = new double[i + 1];
      for (int j = 0; j <= i; j++) {
        double rest = lower[i][j];
        for (int k = 0; k < j; k++) {
          rest -= factor[i][k] * factor[j][k];
        }
        if (i == j && rest <= 0) {
          throw new IllegalArgumentException(
              "The correlations are not positive definite: row " + i);
        }
        factor[i][j] = i == j ? Math.sqrt(rest) : rest / factor[j][j];
      }
    }
    return factor;
  }

  Draw draw(Draws draws) {
    double[] noise = new double[factor.length];
    double[] normal = new double[factor.length];
    double[] uniform = new double[factor.length];
    for (int i = 0; i < noise.length; i++) {
      noise[i] = draws.normal();
      double z = 0;
      for (int j = 0; j <= i; j++) {
        z += factor[i][j] * noise[j];
      }
      normal[i] = z;
      uniform[i] = Math.min(Normal.cdf(z), Math.nextDown(1.0));
    }
    return new Draw(normal, uniform);
  }

  /** One client's draw of all variables. */
  final class Draw {
    private final double[] normal;
    private final double[] uniform;

    private Draw(double[] normal, double[] uniform) {
      this.normal = normal;
      this.uniform = uniform;
    }

    /** The variable itself, standard normal. */
    double z(String name) {
      return normal[places.get(name)];
    }

    /** The variable's value of the uniform scale, in [0, 1). */
    double u(String name) {
      return uniform[places.get(name)];
    }
  }
}
