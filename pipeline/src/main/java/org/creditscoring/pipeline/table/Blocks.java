package org.creditscoring.pipeline.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;

/** Hands the rows of a partition on in blocks, as they stream through. */
public final class Blocks {
  private Blocks() {}

  /**
   * @param size most rows of a block, 1 or more
   * @param each must not keep the list, which is filled again
   */
  public static <T> void each(Iterator<T> rows, int size, Consumer<List<T>> each) {
    List<T> block = new ArrayList<>(size);
    while (rows.hasNext()) {
      block.add(rows.next());
      if (block.size() == size || !rows.hasNext()) {
        each.accept(block);
        block.clear();
      }
    }
  }
}
