package org.creditscoring.model.shap;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Computes a group's index for every row of a block, in loops over int columns that the compiler
 * turns into vector instructions: no branch depends on data.
 */
final class GroupIndex {
  /**
   * Rank differences are below 2^SIGN in magnitude, so bits SIGN to 31 of one all equal its sign.
   */
  private static final int SIGN = Thresholds.MAX_RANK_BITS + 1;

  private static final int QUAD = 4;

  private record SimpleBit(Condition condition, int bit) {}

  private record JoinedBit(List<Condition> conditions, int bit) {}

  private final SimpleBit[][] quads;
  private final JoinedBit[] joined;

  /** An index whose bit b says that all conditions of {@code bits.get(b)} are met. */
  GroupIndex(List<List<Condition>> bits) {
    List<SimpleBit> simple = new ArrayList<>();
    List<JoinedBit> rest = new ArrayList<>();
    for (int bit = 0; bit < bits.size(); bit++) {
      List<Condition> conditions = bits.get(bit);
      if (conditions.size() == 1) {
        simple.add(new SimpleBit(conditions.get(0), bit));
      } else {
        rest.add(new JoinedBit(conditions, bit));
      }
    }
    quads = new SimpleBit[(simple.size() + QUAD - 1) / QUAD][];
    for (int q = 0; q < quads.length; q++) {
      int end = Math.min(simple.size(), (q + 1) * QUAD);
      quads[q] = simple.subList(q * QUAD, end).toArray(SimpleBit[]::new);
    }
    joined = rest.toArray(JoinedBit[]::new);
  }

  void compute(Block block, int rows, int[] index) {
    Arrays.fill(index, 0, rows, 0);
    for (SimpleBit[] quad : quads) {
      addQuad(block, quad, rows, index);
    }
    for (JoinedBit bit : joined) {
      addJoined(block, bit, rows, index);
    }
  }

  /** Up to four bits in one pass; a quad of fewer repeats its first column with an empty mask. */
  private static void addQuad(Block block, SimpleBit[] quad, int rows, int[] index) {
    int[][] columns = new int[QUAD][];
    int[] rank = new int[QUAD];
    int[] mask = new int[QUAD];
    int inverted = 0;
    for (int i = 0; i < QUAD; i++) {
      SimpleBit simple = quad[i < quad.length ? i : 0];
      Condition condition = simple.condition();
      columns[i] = block.ranks(condition.feature(), condition.missingLow());
      rank[i] = condition.rank();
      mask[i] = i < quad.length ? 1 << (SIGN + simple.bit()) : 0;
      inverted |= condition.left() ? 0 : 1 << simple.bit();
    }
    addQuad(columns, rank, mask, inverted, rows, index);
  }

  private static void addQuad(
      int[][] columns, int[] rank, int[] mask, int inverted, int rows, int[] index) {
    int[] a = columns[0];
    int[] b = columns[1];
    int[] c = columns[2];
    int[] d = columns[3];
    int ra = rank[0];
    int rb = rank[1];
    int rc = rank[2];
    int rd = rank[3];
    int ma = mask[0];
    int mb = mask[1];
    int mc = mask[2];
    int md = mask[3];
    for (int r = 0; r < rows; r++) {
      int ab = ((a[r] - ra) & ma) | ((b[r] - rb) & mb);
      int cd = ((c[r] - rc) & mc) | ((d[r] - rd) & md);
      index[r] |= ((ab | cd) >>> SIGN) ^ inverted;
    }
  }

  private static void addJoined(Block block, JoinedBit joined, int rows, int[] index) {
    int[] met = block.scratch();
    Arrays.fill(met, 0, rows, 1 << joined.bit());
    for (Condition condition : joined.conditions()) {
      int[] column = block.ranks(condition.feature(), condition.missingLow());
      and(column, condition.rank(), condition.left() ? 0 : -1, rows, met);
    }
    for (int r = 0; r < rows; r++) {
      index[r] |= met[r];
    }
  }

  private static void and(int[] column, int rank, int inverted, int rows, int[] met) {
    for (int r = 0; r < rows; r++) {
      met[r] &= ((column[r] - rank) >> 31) ^ inverted;
    }
  }
}
