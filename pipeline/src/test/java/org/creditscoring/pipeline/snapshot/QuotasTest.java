package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class QuotasTest {
  @Test
  void everybodyIsTakenIfTheyAreFew() {
    assertThat(Quotas.of(new long[] {0, 7, 1500, 493}, 2000)).containsExactly(0, 7, 1500, 493);
    assertThat(Quotas.of(new long[6], 2000)).containsOnly(0);
  }

  /**
   * 40, 100 and 100 first leave 1,760 of 2,000; 900 and 9,900 are left of the larger two: 1,760 ·
   * 900 / 10,800 = 146.67 and 1,613.33, and the largest remainder takes the last one.
   */
  @Test
  void rareOnesAreSeenAndTheRestIsInProportion() {
    assertThat(Quotas.of(new long[] {40, 1000, 10_000}, 2000)).containsExactly(40, 247, 1713);
  }

  @Test
  void ofEqualRemaindersTheFirstIsTaken() {
    assertThat(Quotas.of(new long[] {1000, 1000, 1000}, 2000)).containsExactly(667, 667, 666);
  }

  @Test
  void neverMoreThanThereAreAndAlwaysAsManyAsWanted() {
    Random random = new Random(4);
    for (int trial = 0; trial < 200; trial++) {
      long[] strata =
          random.longs(6, 0, 1L << (1 + random.nextInt(40))).map(size -> size / 3).toArray();
      int[] quotas = Quotas.of(strata, 2000);
      long all = Arrays.stream(strata).sum();
      assertThat(Arrays.stream(quotas).sum()).isEqualTo((int) Math.min(all, 2000));
      for (int i = 0; i < quotas.length; i++) {
        assertThat((long) quotas[i]).isBetween(Math.min(100, strata[i]), strata[i]);
      }
    }
  }
}
