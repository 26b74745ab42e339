package org.creditscoring.data;

import java.nio.file.Files;
import java.nio.file.Path;

/** How synthetic raw tables are told from real ones. */
public final class Synthetic {
  /** The file that stands beside generated tables and says so. */
  public static final String MARKER = "SYNTHETIC.txt";

  private Synthetic() {}

  /** Whether the tables of a directory were generated. */
  public static boolean isMarked(Path raw) {
    return Files.exists(raw.resolve(MARKER));
  }
}
