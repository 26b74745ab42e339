package org.creditscoring.pipeline.table;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Maps the rows of a partition block by block, as they stream through. */
public final class BlockIterator<A, B> implements Iterator<B> {
  private final Iterator<A> rows;
  private final int size;
  private final Function<List<A>, List<B>> each;
  private Iterator<B> ready = List.<B>of().iterator();

  /**
   * @param size most rows of a block, 1 or more
   */
  public BlockIterator(Iterator<A> rows, int size, Function<List<A>, List<B>> each) {
    this.rows = rows;
    this.size = size;
    this.each = each;
  }

  @Override
  public boolean hasNext() {
    while (!ready.hasNext() && rows.hasNext()) {
      List<A> block = new ArrayList<>();
      while (block.size() < size && rows.hasNext()) {
        block.add(rows.next());
      }
      ready = each.apply(block).iterator();
    }
    return ready.hasNext();
  }

  @Override
  public B next() {
    if (!hasNext()) {
      throw new NoSuchElementException();
    }
    return ready.next();
  }
}
