package org.creditscoring.model.shap;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LookUpsTest {
  private static final int ROWS = 1000;
  private static final int LARGEST = Integer.MAX_VALUE / 8;

  /** The two numbers of each entry are summed apart, as plain ints. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8})
  void addsBothNumbersOfEveryTable(int count) {
    Random random = new Random(count);
    long[][] tables = new long[count][];
    int[][] index = new int[count][];
    int[] columns = new int[count];
    int[] first = new int[ROWS];
    int[] second = new int[ROWS];
    int[] expectedFirst = new int[ROWS];
    int[] expectedSecond = new int[ROWS];
    for (int r = 0; r < ROWS; r++) {
      expectedFirst[r] = first[r] = random.nextInt(1000) - 500;
      expectedSecond[r] = second[r] = random.nextInt(1000) - 500;
    }
    for (int i = 0; i < count; i++) {
      int length = 1 << i;
      int[] firsts = random.ints(length, -LARGEST, LARGEST).toArray();
      int[] seconds = random.ints(length, -LARGEST, LARGEST).toArray();
      tables[i] = new long[length];
      for (int k = 0; k < length; k++) {
        tables[i][k] = ((long) seconds[k] << 32) + firsts[k];
      }
      columns[i] = count - 1 - i;
      index[columns[i]] = random.ints(ROWS, 0, 1 << 12).toArray();
      for (int r = 0; r < ROWS; r++) {
        expectedFirst[r] += firsts[index[columns[i]][r] % length];
        expectedSecond[r] += seconds[index[columns[i]][r] % length];
      }
    }

    LookUps.prepare(tables);
    LookUps.add(first, second, tables, index, columns, ROWS);

    int inverted = LookUps.invertsSign(count) ? 1 << 31 : 0;
    for (int r = 0; r < ROWS; r++) {
      assertThat(first[r] ^ inverted).isEqualTo(expectedFirst[r]);
      assertThat(second[r]).isEqualTo(expectedSecond[r]);
    }
  }
}
