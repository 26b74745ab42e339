package org.creditscoring.pipeline.training;

/**
 * What is known of every column over the clients of one fold.
 *
 * @param clients all of them
 * @param known clients whose value is not missing, by column
 * @param sums of the known values, by column; of no meaning for a category
 * @param squares sums of their squares, by column
 * @param categories how often each value of a category occurs, column behind column
 */
public record ColumnSums(
    byte fold, long clients, long[] known, double[] sums, double[] squares, long[] categories) {

  static ColumnSums none(int fold, ColumnKinds kinds) {
    int columns = kinds.count();
    return new ColumnSums(
        (byte) fold,
        0,
        new long[columns],
        new double[columns],
        new double[columns],
        new long[kinds.categories()]);
  }

  /** Counts one client into the arrays. */
  ColumnSums with(float[] features, ColumnKinds kinds) {
    for (int column = 0; column < features.length; column++) {
      float value = features[column];
      if (!Float.isNaN(value)) {
        known[column]++;
        sums[column] += value;
        squares[column] += (double) value * value;
        if (kinds.categories(column) > 0) {
          categories[kinds.place(column, (int) value)]++;
        }
      }
    }
    return new ColumnSums(fold, clients + 1, known, sums, squares, categories);
  }

  ColumnSums plus(ColumnSums other) {
    for (int column = 0; column < known.length; column++) {
      known[column] += other.known[column];
      sums[column] += other.sums[column];
      squares[column] += other.squares[column];
    }
    for (int place = 0; place < categories.length; place++) {
      categories[place] += other.categories[place];
    }
    return new ColumnSums(fold, clients + other.clients, known, sums, squares, categories);
  }

  double mean(int column) {
    return sums[column] / known[column];
  }

  /** Standard deviation; 0 when nothing is known. */
  double deviation(int column) {
    double mean = mean(column);
    return known[column] == 0
        ? 0
        : Math.sqrt(Math.max(0, squares[column] / known[column] - mean * mean));
  }

  double missingShare(int column) {
    return 1 - (double) known[column] / clients;
  }
}
