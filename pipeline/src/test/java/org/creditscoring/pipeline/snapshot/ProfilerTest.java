package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProfilerTest {
  private static final byte ACCEPTED_REPAID = Group.code("ACCEPTED", (byte) 0);
  private static final byte REFUSED_DEFAULTED = Group.code("REFUSED", (byte) 1);
  private static final byte REFUSED_UNKNOWN = Group.code("REFUSED", (byte) -1);
  private static final byte[] GROUPS = {
    ACCEPTED_REPAID, REFUSED_DEFAULTED, REFUSED_UNKNOWN, ACCEPTED_REPAID
  };

  @Test
  void aNumberIsCountedByDecisionAndOutcome() {
    FeatureProfile profile =
        new Profiler(
                5,
                0,
                List.of(
                    new FeatureChunk(5, new float[] {1, 2}, new byte[] {GROUPS[0], GROUPS[1]}),
                    new FeatureChunk(
                        5, new float[] {2, Float.NaN}, new byte[] {GROUPS[2], GROUPS[3]})))
            .profile(Profiler.Measured.ON_A_SCALE);

    assertThat(profile.feature()).isEqualTo(5);
    assertThat(profile.missingShare()).isEqualTo(0.25);
    assertThat(profile.mean()).isCloseTo(5.0 / 3, within(1e-12));
    assertThat(profile.typical()).isEqualTo(1.5);
    assertThat(profile.edges()).containsExactly(1, 2, 2);
    assertThat(counts(profile, 0)).containsExactly(1, 0, 1, 0, 0);
    assertThat(counts(profile, 1)).containsExactly(0, 2, 0, 1, 1);
    assertThat(counts(profile, 2)).containsExactly(1, 0, 1, 0, 0);
  }

  @Test
  void aCategoryHasABinEachAlsoWhenEmpty() {
    FeatureProfile profile =
        new Profiler(0, 3, List.of(new FeatureChunk(0, new float[] {2, 0, 0, 2}, GROUPS)))
            .profile(Profiler.Measured.BY_CODE);

    assertThat(profile.bins()).isEqualTo(4);
    assertThat(counts(profile, 1)).containsOnly(0);
    assertThat(counts(profile, 2)).containsExactly(2, 0, 2, 0, 0);
    assertThat(profile.mean()).isNaN();
    assertThat(profile.quantiles()).hasSize(7).containsOnly(Double.NaN);
    // Past clients have 2, 0, 2: the current one is not counted.
    assertThat(profile.typical()).isEqualTo(2);
  }

  @Test
  void whatIsNeverKnownHasTheMissingBinOnly() {
    float[] missing = {Float.NaN, Float.NaN, Float.NaN, Float.NaN};

    FeatureProfile profile =
        new Profiler(0, 0, List.of(new FeatureChunk(0, missing, GROUPS)))
            .profile(Profiler.Measured.ON_A_SCALE);

    assertThat(profile.bins()).isEqualTo(1);
    assertThat(counts(profile, 0)).containsExactly(2, 2, 2, 1, 1);
    assertThat(profile.missingShare()).isEqualTo(1);
    assertThat(profile.typical()).isNaN();
  }

  private static long[] counts(FeatureProfile profile, int bin) {
    return java.util.Arrays.stream(Group.values())
        .mapToLong(group -> profile.count(bin, group))
        .toArray();
  }

  @Test
  void aValueThatIsNoCodeIsNamed() {
    for (float odd : new float[] {2, -1, 0.5f}) {
      Profiler profiler =
          new Profiler(4, 2, List.of(new FeatureChunk(4, new float[] {0, 1, odd, 1}, GROUPS)));

      assertThatThrownBy(() -> profiler.profile(Profiler.Measured.ON_A_SCALE))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("value " + odd + " at place 4 is none of its 2 codes");
    }
  }
}
