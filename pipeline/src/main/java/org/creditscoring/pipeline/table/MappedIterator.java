package org.creditscoring.pipeline.table;

import java.util.Iterator;
import java.util.function.Function;

/** Maps the rows of a partition one by one, as they stream through. */
public final class MappedIterator<A, B> implements Iterator<B> {
  private final Iterator<A> rows;
  private final Function<A, B> each;

  public MappedIterator(Iterator<A> rows, Function<A, B> each) {
    this.rows = rows;
    this.each = each;
  }

  @Override
  public boolean hasNext() {
    return rows.hasNext();
  }

  @Override
  public B next() {
    return each.apply(rows.next());
  }
}
