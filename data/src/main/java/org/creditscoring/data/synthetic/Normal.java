package org.creditscoring.data.synthetic;

/** The standard normal distribution function. */
final class Normal {
  private Normal() {}

  /**
   * Φ(z), by Hart's rational approximation as given by G. West, "Better approximations to
   * cumulative normal functions", Wilmott (2005); error below 1e-14.
   */
  static double cdf(double z) {
    double x = Math.abs(z);
    if (x > 37) {
      return z > 0 ? 1 : 0;
    }
    double density = Math.exp(-x * x / 2);
    double tail;
    if (x < 7.07106781186547) {
      double upper = 3.52624965998911e-02 * x + 0.700383064443688;
      upper = upper * x + 6.37396220353165;
      upper = upper * x + 33.912866078383;
      upper = upper * x + 112.079291497871;
      upper = upper * x + 221.213596169931;
      upper = upper * x + 220.206867912376;
      double lower = 8.83883476483184e-02 * x + 1.75566716318264;
      lower = lower * x + 16.064177579207;
      lower = lower * x + 86.7807322029461;
      lower = lower * x + 296.564248779674;
      lower = lower * x + 637.333633378831;
      lower = lower * x + 793.826512519948;
      lower = lower * x + 440.413735824752;
      tail = density * upper / lower;
    } else {
      double fraction = x + 0.65;
      for (int k = 4; k >= 1; k--) {
        fraction = x + k / fraction;
      }
      tail = density / fraction / 2.506628274631;
    }
    return z > 0 ? 1 - tail : tail;
  }
}
