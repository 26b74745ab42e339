package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigFactory;
import org.junit.jupiter.api.Test;

class LatentsTest {

  @Test
  void theFactorOfAKnownMatrix() {
    // 4 12 -16 / 12 37 -43 / -16 -43 98 is the textbook example: its factor is 2, 6 1, -8 5 3.
    double[][] factor = Latents.cholesky(new double[][] {{4}, {12, 37}, {-16, -43, 98}});
    assertThat(factor[0]).containsExactly(2);
    assertThat(factor[1]).containsExactly(6, 1);
    assertThat(factor[2]).containsExactly(-8, 5, 3);
  }

  @Test
  void correlationsThatCannotBeAreRefused() {
    assertThatThrownBy(() -> Latents.cholesky(new double[][] {{1}, {2, 1}}))
        .hasMessageContaining("row 1");
  }

  @Test
  void drawsAreUniformAndCorrelated() {
    Latents latents =
        Latents.of(
            ConfigFactory.parseString("latents = [A, B], correlations = [[1.0], [0.8, 1.0]]"));
    int n = 50_000;
    double a = 0;
    double product = 0;
    for (int i = 0; i < n; i++) {
      Latents.Draw draw = latents.draw(Draws.of(7, i));
      a += draw.u("A") / n;
      product += (draw.u("A") - 0.5) * (draw.u("B") - 0.5) * 12 / n;
    }
    assertThat(a).isCloseTo(0.5, within(0.005));
    // The rank correlation of a normal pair is 6/π asin(ρ/2).
    assertThat(product).isCloseTo(6 / Math.PI * Math.asin(0.4), within(0.01));
  }
}
