package org.creditscoring.pipeline.cache;

import java.util.List;

/**
 * What the cache says of a table that it keeps: the document {@code entry.json} beside the table's
 * files.
 *
 * @param name of the table; its directory is {@code name-key}
 * @param key fingerprint of all that the table was made from
 * @param schema of the rows, in Spark's JSON
 * @param rows of the table
 * @param setAside rows of its source that could not be read and are not in it
 * @param notes what was told about the table when it was made, to be told again
 * @param files in the order of their names
 */
public record Entry(
    String name,
    String key,
    String schema,
    long rows,
    long setAside,
    List<Note> notes,
    List<Part> files) {
  private static final String ROWS = ".parquet";

  /**
   * What there was to tell about a table.
   *
   * @param kind a word for machines
   * @param text for people
   */
  public record Note(String kind, String text) {}

  /** A file of the table, by its name, size and SHA-256. */
  public record Part(String file, long bytes, String sha256) {
    boolean holdsRows() {
      return Entry.holdsRows(file);
    }
  }

  static boolean holdsRows(String file) {
    return file.endsWith(ROWS);
  }

  public Entry {
    notes = List.copyOf(notes);
    files = List.copyOf(files);
  }

  long bytes() {
    return files.stream().mapToLong(Part::bytes).sum();
  }
}
