package org.creditscoring.data.synthetic;

/**
 * Unique credit numbers without a shared counter: each client owns a fixed number of slots, which a
 * bijection scatters over the range, so that a number says nothing about its client.
 */
final class Ids {
  private final int first;
  private final int slots;
  private final long range;
  private final long step;

  Ids(int first, int clients, int slots) {
    this.first = first;
    this.slots = slots;
    this.range = (long) clients * slots;
    this.step = coprime((long) (range * 0.6180339887498949), range);
  }

  private static long coprime(long start, long range) {
    long step = Math.max(1, start);
    while (gcd(step, range) != 1) {
      step++;
    }
    return step;
  }

  private static long gcd(long a, long b) {
    return b == 0 ? a : gcd(b, a % b);
  }

  /**
   * @param slot from 0, below the number of slots
   */
  int of(Client client, int slot) {
    if (slot >= slots) {
      throw new IllegalArgumentException("A client has " + slots + " slots, not " + (slot + 1));
    }
    return first + (int) (((long) client.place() * slots + slot) * step % range);
  }

  int slots() {
    return slots;
  }
}
