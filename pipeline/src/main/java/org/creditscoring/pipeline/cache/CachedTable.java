package org.creditscoring.pipeline.cache;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/** A table that is kept, and its rows as they stand in its files. */
public record CachedTable(Entry entry, Dataset<Row> rows) {}
