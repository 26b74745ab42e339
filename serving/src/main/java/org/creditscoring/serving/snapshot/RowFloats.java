package org.creditscoring.serving.snapshot;

import java.io.Closeable;
import java.io.IOException;

/** One of the two long vectors of every row of a part; safe for use by many threads. */
sealed interface RowFloats extends Closeable permits AddressableFloats, PagedFloats {
  /**
   * @param row from 0 within the part
   * @return the vector, of the one length of the snapshot
   */
  float[] read(int row) throws IOException;
}
