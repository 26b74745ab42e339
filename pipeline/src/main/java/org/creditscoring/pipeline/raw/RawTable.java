package org.creditscoring.pipeline.raw;

import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;

/**
 * A raw table, read and checked.
 *
 * @param rows the good ones: numbers as double, texts as string, missing as null, under the names
 *     and in the order of the table
 * @param count of them
 * @param setAside rows of the file that could not be read
 * @param fingerprint of the file
 * @param key stands for the rows: the file's bytes and the code that reads them
 */
public record RawTable(
    RawFile file,
    Dataset<Row> rows,
    long count,
    long setAside,
    Fingerprint fingerprint,
    String key) {}
