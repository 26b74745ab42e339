package org.creditscoring.pipeline.snapshot;

import java.io.Serializable;
import java.util.Collection;
import java.util.TreeMap;

/**
 * The clients of one stratum with the least hashes of their ids: the same ones whatever the order
 * and the partitions, and from one refresh to the next.
 */
final class PointSample implements Serializable {
  private static final long serialVersionUID = 1;

  private final int quota;
  private final TreeMap<Long, Point> points = new TreeMap<>();

  /**
   * @param values of the features that have pairs, by their rank
   */
  record Point(int id, float[] values) implements Serializable {}

  PointSample(int quota) {
    this.quota = quota;
  }

  /**
   * @param values of the client, copied from only if it is taken
   * @param ranked places of the values that a point has
   */
  void add(int id, float[] values, int[] ranked) {
    long hash = hash(id);
    if (wanted(hash)) {
      float[] own = new float[ranked.length];
      for (int i = 0; i < own.length; i++) {
        own[i] = values[ranked[i]];
      }
      put(hash, new Point(id, own));
    }
  }

  /** Adds the clients of another one of the same stratum. */
  void add(PointSample other) {
    other.points.forEach(
        (hash, point) -> {
          if (wanted(hash)) {
            put(hash, point);
          }
        });
  }

  Collection<Point> points() {
    return points.values();
  }

  private boolean wanted(long hash) {
    return points.size() < quota || quota > 0 && hash < points.lastKey();
  }

  private void put(long hash, Point point) {
    points.put(hash, point);
    if (points.size() > quota) {
      points.pollLastEntry();
    }
  }

  /**
   * Finaliser of MurmurHash3 (Appleby 2011): one to one, so that no two clients have one hash;
   * other than the hash that gives a client its fold.
   */
  static long hash(int id) {
    long z = id;
    z = (z ^ (z >>> 33)) * 0xFF51AFD7ED558CCDL;
    z = (z ^ (z >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return z ^ (z >>> 33);
  }
}
