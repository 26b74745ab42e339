package org.creditscoring.serving.cli;

import java.nio.file.Path;
import org.creditscoring.serving.review.ReviewDatabase;

/**
 * Where second looks are put on record.
 *
 * @param place a directory, a JDBC URL of PostgreSQL, or empty
 * @param user of PostgreSQL; empty for the one of the URL
 * @param password likewise
 */
record Records(String place, String user, String password) {
  /** The directory where it lies beside the operator's token file. */
  private static final String BESIDE = "reviews";

  private static final String JDBC = "jdbc:";

  Records {
    if (place.startsWith(JDBC) && !place.startsWith(ReviewDatabase.POSTGRESQL)) {
      throw new IllegalArgumentException(
          ServingSettings.BLOCK
              + ".reviews must be a directory or begin with "
              + ReviewDatabase.POSTGRESQL
              + ", is "
              + place.replaceFirst("[?;].*", ""));
    }
  }

  ReviewDatabase database(Path tokenFile, Path home) {
    if (place.startsWith(JDBC)) {
      return new ReviewDatabase.Server(place, user, password);
    }
    return new ReviewDatabase.Embedded(
        place.isEmpty() ? tokenFile.resolveSibling(BESIDE) : home.resolve(place));
  }
}
