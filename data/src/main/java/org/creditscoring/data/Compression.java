package org.creditscoring.data;

/** How generated files are stored. */
public enum Compression {
  NONE(""),
  GZIP(".gz");

  private final String extension;

  Compression(String extension) {
    this.extension = extension;
  }

  /** What follows the table's file name. */
  public String extension() {
    return extension;
  }
}
