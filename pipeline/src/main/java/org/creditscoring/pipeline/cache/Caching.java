package org.creditscoring.pipeline.cache;

/** What is taken from the refresh before, and kept for the next. */
public enum Caching {
  /** Raw tables, and features of the history, whose files have not changed. */
  UNCHANGED_TABLES,
  NOTHING
}
