package org.creditscoring.model.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@link SlowWords} is the oracle; {@code -Dwords.numbers=} asks for more than a build does. */
class FastWordsTest {
  private static final int NUMBERS = Integer.getInteger("words.numbers", 60_000);

  private final SlowWords slow = new SlowWords();
  private final Random random = new Random(3);

  @ParameterizedTest
  @EnumSource
  void everyUnit(Unit unit) {
    Feature feature = Feature.number("X", unit).group(Groups.AGE).label("X", "X").build();
    for (int i = 0; i < NUMBERS; i++) {
      float value = value();
      Language language = Language.values()[i & 1];
      String said = ValueFormat.words(feature, value, language);
      String expected = slow.number(unit, value, language);
      if (!said.equals(expected)) {
        assertThat(said).as("%s of %s", value, unit).isEqualTo(expected);
      }
    }
  }

  /** Every thousandth and its neighbours, where rounding turns. */
  @ParameterizedTest
  @EnumSource
  void halves(Unit unit) {
    Feature feature = Feature.number("X", unit).group(Groups.AGE).label("X", "X").build();
    for (int i = -12_000; i <= 12_000; i++) {
      float middle = i / 2_000f;
      for (float value : new float[] {Math.nextDown(middle), middle, Math.nextUp(middle)}) {
        assertThat(ValueFormat.words(feature, value, Language.EN))
            .isEqualTo(slow.number(unit, value, Language.EN));
      }
    }
  }

  @Test
  void decimals() {
    for (int i = 0; i < NUMBERS; i++) {
      double value =
          switch (i % 4) {
            case 0 -> random.nextGaussian() * Math.pow(10, random.nextInt(18) - 5);
            case 1 -> (random.nextInt(200_001) - 100_000) / 1_000.0;
            case 2 -> (random.nextLong() >> 20) / 16.0;
            default -> (random.nextInt(2_001) - 1_000) / 16.0;
          };
      int most = random.nextInt(5);
      int least = random.nextBoolean() ? most : 0;
      Language language = Language.values()[i & 1];
      String said =
          least == most
              ? NumberWords.exactly(value, most, language)
              : NumberWords.upTo(value, most, language);
      assertThat(said)
          .as("%s to %d decimals", value, most)
          .isEqualTo(slow.format(value, least, most, language));
    }
  }

  /** What values are like, and any bits. */
  private float value() {
    return switch (random.nextInt(8)) {
      case 0 -> random.nextInt(3_000_000) - 1_000_000;
      case 1 -> random.nextInt(200_001) / 100f;
      case 2 -> random.nextInt(20_001) / 64f - 100;
      case 3 -> random.nextFloat();
      case 4 -> (float) Math.pow(10, random.nextInt(20) - 10);
      case 5 -> finite(Float.intBitsToFloat(random.nextInt()));
      default -> (float) (random.nextGaussian() * Math.pow(10, random.nextInt(16) - 8));
    };
  }

  private static float finite(float value) {
    return Float.isFinite(value) ? value : 0;
  }
}
