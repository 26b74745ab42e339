package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import java.util.Arrays;

/**
 * Which values a feature takes, and how many clients have each: exact while there are at most
 * {@value #MOST} distinct ones, else on the finest grid of floats (the leading bits of a float, so
 * that cells grow with the value) on which there are.
 *
 * <p>What it holds depends on nothing but the clients: not on their order, nor on how they were
 * spread over partitions, because the grid is the finest one that suffices for all of them,
 * whatever was merged first. At most some 130 kB, however many the clients.
 */
final class ValueSketch implements Serializable {
  private static final long serialVersionUID = 1;

  /** Most cells: at a million clients the fullest cell of a smooth feature holds some 0.1 %. */
  static final int MOST = 4096;

  private static final int START = 16;

  /** A slot holds its key and three counts side by side, which are fetched from memory at once. */
  private static final int WIDTH = 4;

  private static final int ACCEPTED = 1;
  private static final int REFUSED = 2;
  private static final int PAST = 3;

  /** Bits that the grid leaves out of a float's 32. */
  private int shift;

  private int cells;
  private int[] slots = new int[START * WIDTH];
  private float least = Float.POSITIVE_INFINITY;
  private float greatest = Float.NEGATIVE_INFINITY;
  private boolean whole = true;

  /** Counts a client's value, which is known and finite. */
  void add(float value, byte group) {
    // One zero, whatever its sign.
    float number = value + 0.0f;
    least = Math.min(least, number);
    greatest = Math.max(greatest, number);
    whole &= number == Math.rint(number);
    int refused = Group.decision(group) == Group.REFUSED ? 1 : 0;
    add(ordered(number) >> shift, 1 - refused, refused, Group.past(group) ? 1 : 0);
  }

  /** Adds the clients of another one. */
  void add(ValueSketch other) {
    least = Math.min(least, other.least);
    greatest = Math.max(greatest, other.greatest);
    whole &= other.whole;
    if (other.shift > shift) {
      coarsen(other.shift);
    }
    int[] others = other.slots;
    for (int slot = 0; slot < others.length; slot += WIDTH) {
      if (used(others, slot)) {
        // The grid may become coarser on the way.
        add(
            others[slot] >> (shift - other.shift),
            others[slot + ACCEPTED],
            others[slot + REFUSED],
            others[slot + PAST]);
      }
    }
  }

  /** Its cells by rising value. */
  SortedValues sorted() {
    long[] order = new long[cells];
    int found = 0;
    for (int slot = 0; slot < slots.length; slot += WIDTH) {
      if (used(slots, slot)) {
        order[found++] = ((long) slots[slot] << Integer.SIZE) | slot;
      }
    }
    Arrays.sort(order);
    float[] lower = new float[cells];
    float[] upper = new float[cells];
    int[][] sorted = new int[WIDTH][cells];
    for (int cell = 0; cell < cells; cell++) {
      int slot = (int) order[cell];
      lower[cell] = Math.max(least, value(slots[slot] << shift));
      upper[cell] = Math.min(greatest, value((slots[slot] << shift) + (1 << shift) - 1));
      for (int count = ACCEPTED; count <= PAST; count++) {
        sorted[count][cell] = slots[slot + count];
      }
    }
    return new SortedValues(lower, upper, sorted[ACCEPTED], sorted[REFUSED], sorted[PAST], whole);
  }

  private void add(int key, int accepted, int refused, int past) {
    place(key, accepted, refused, past);
    while (cells > MOST) {
      coarsen(shift + 1);
    }
    if (2 * cells * WIDTH > slots.length) {
      rebuild(2 * slots.length, 0);
    }
  }

  private void place(int key, int accepted, int refused, int past) {
    int slot = slot(key);
    if (!used(slots, slot)) {
      slots[slot] = key;
      cells++;
    }
    slots[slot + ACCEPTED] += accepted;
    slots[slot + REFUSED] += refused;
    slots[slot + PAST] += past;
  }

  private static boolean used(int[] slots, int slot) {
    return slots[slot + ACCEPTED] + slots[slot + REFUSED] > 0;
  }

  /** Where a key is, or would be: the first free place from its hash on. */
  private int slot(int key) {
    int mask = slots.length / WIDTH - 1;
    // The leading bits of the product: the trailing ones of whole numbers as floats are all 0.
    int slot = WIDTH * (key * 0x9E3779B9 >>> Integer.numberOfLeadingZeros(mask));
    while (used(slots, slot) && slots[slot] != key) {
      slot = (slot + WIDTH) & (slots.length - 1);
    }
    return slot;
  }

  private void coarsen(int wanted) {
    int bits = wanted - shift;
    shift = wanted;
    rebuild(slots.length, bits);
  }

  private void rebuild(int length, int bits) {
    int[] old = slots;
    slots = new int[length];
    cells = 0;
    for (int slot = 0; slot < old.length; slot += WIDTH) {
      if (used(old, slot)) {
        place(old[slot] >> bits, old[slot + ACCEPTED], old[slot + REFUSED], old[slot + PAST]);
      }
    }
  }

  /** The bits of a float as an int of the same order. */
  private static int ordered(float value) {
    int bits = Float.floatToIntBits(value);
    return bits ^ ((bits >> (Integer.SIZE - 1)) & Integer.MAX_VALUE);
  }

  private static float value(int ordered) {
    return Float.intBitsToFloat(ordered ^ ((ordered >> (Integer.SIZE - 1)) & Integer.MAX_VALUE));
  }
}
