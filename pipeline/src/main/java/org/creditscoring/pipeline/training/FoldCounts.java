package org.creditscoring.pipeline.training;

import java.util.stream.IntStream;

/**
 * How many clients there are in each fold.
 *
 * @param clients by fold
 * @param defaults among them, by fold
 */
public record FoldCounts(long[] clients, long[] defaults) {
  static FoldCounts none(int folds) {
    return new FoldCounts(new long[folds], new long[folds]);
  }

  void add(byte fold, byte outcome) {
    clients[fold]++;
    defaults[fold] += outcome;
  }

  void add(FoldCounts other) {
    for (int fold = 0; fold < clients.length; fold++) {
      clients[fold] += other.clients[fold];
      defaults[fold] += other.defaults[fold];
    }
  }

  long clientsIn(Past.FoldFilter filter) {
    return sum(clients, filter);
  }

  long defaultsIn(Past.FoldFilter filter) {
    return sum(defaults, filter);
  }

  private static long sum(long[] counts, Past.FoldFilter filter) {
    return IntStream.range(0, counts.length)
        .filter(fold -> filter.takes((byte) fold))
        .mapToLong(fold -> counts[fold])
        .sum();
  }
}
