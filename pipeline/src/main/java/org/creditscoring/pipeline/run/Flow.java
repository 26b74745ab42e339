package org.creditscoring.pipeline.run;

/**
 * What Spark's tasks have moved so far.
 *
 * @param rowsRead from files
 * @param bytesRead from files, as they lie on the disk
 * @param rowsWritten to files
 * @param bytesWritten to files
 * @param bytesShuffled written between tasks
 */
record Flow(
    long rowsRead, long bytesRead, long rowsWritten, long bytesWritten, long bytesShuffled) {
  static final Flow NONE = new Flow(0, 0, 0, 0, 0);

  Flow plus(Flow other) {
    return new Flow(
        rowsRead + other.rowsRead,
        bytesRead + other.bytesRead,
        rowsWritten + other.rowsWritten,
        bytesWritten + other.bytesWritten,
        bytesShuffled + other.bytesShuffled);
  }

  Flow minus(Flow other) {
    return new Flow(
        rowsRead - other.rowsRead,
        bytesRead - other.bytesRead,
        rowsWritten - other.rowsWritten,
        bytesWritten - other.bytesWritten,
        bytesShuffled - other.bytesShuffled);
  }
}
