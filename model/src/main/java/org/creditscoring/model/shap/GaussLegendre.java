package org.creditscoring.model.shap;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Gauss–Legendre quadrature on [0, 1]: ∫₀¹ f(t) dt = Σ weight[k]·f(node[k]), exact for a polynomial
 * f of degree below 2n. Nodes are the roots of the Legendre polynomial, found by Newton's method
 * (Abramowitz and Stegun, 25.4.29).
 */
record GaussLegendre(double[] node, double[] weight) {
  private static final int NEWTON_STEPS =
      100; // a handful are enough; the bound only guards against a cycle

  /** Rules that nearly every leaf needs, found once: searching one costs as much as using it. */
  private static final List<GaussLegendre> SMALL =
      IntStream.rangeClosed(1, 8).mapToObj(GaussLegendre::of).toList();

  /** The rule that integrates polynomials of degree ≤ {@code degree} exactly. */
  static GaussLegendre exactTo(int degree) {
    int n = degree / 2 + 1;
    return n <= SMALL.size() ? SMALL.get(n - 1) : of(n);
  }

  /** The rule of {@code n} ≥ 1 nodes, strictly inside (0, 1). */
  static GaussLegendre of(int n) {
    double[] node = new double[n];
    double[] weight = new double[n];
    for (int i = 0; i < n; i++) {
      double x = Math.cos(Math.PI * (i + 0.75) / (n + 0.5));
      double slope = 1;
      for (int step = 0; step < NEWTON_STEPS; step++) {
        double previous = 1;
        double current = x;
        for (int k = 2; k <= n; k++) {
          double next = ((2 * k - 1) * x * current - (k - 1) * previous) / k;
          previous = current;
          current = next;
        }
        slope = n * (x * current - previous) / (x * x - 1);
        double change = current / slope;
        x -= change;
        if (Math.abs(change) < 1e-16) {
          break;
        }
      }
      node[i] = 0.5 * (1 - x);
      weight[i] = 1 / ((1 - x * x) * slope * slope);
    }
    return new GaussLegendre(node, weight);
  }
}
