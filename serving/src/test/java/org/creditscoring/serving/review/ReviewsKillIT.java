package org.creditscoring.serving.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.serving.fixture.ReviewWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills a writing process three times over one database: what it said is on record, is. */
class ReviewsKillIT {
  private static final String SAID = "on record: ";

  @TempDir Path directory;

  @Test
  void whatWasAnsweredSurvivesAKill() throws Exception {
    Path database = directory.resolve("reviews");
    List<String> said = new ArrayList<>();
    for (int round = 1; round <= 3; round++) {
      said.addAll(killedAfter(40 * round, database));
      try (Reviews reviews = Reviews.open(new ReviewDatabase.Embedded(database))) {
        assertThat(reviews.of(5, 100_000))
            .extracting(recorded -> recorded.review().reason())
            .containsAll(said);
      }
    }
    assertThat(said).hasSizeGreaterThanOrEqualTo(240);
  }

  private static List<String> killedAfter(int lines, Path database)
      throws IOException, InterruptedException {
    Process writer =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                ReviewWriter.class.getName(),
                database.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    List<String> said = new ArrayList<>();
    try (BufferedReader out = writer.inputReader()) {
      for (String line; (line = out.readLine()) != null; ) {
        if (line.startsWith(SAID)) {
          said.add(line.substring(SAID.length()));
        }
        if (said.size() == lines) {
          // SIGKILL; by its handle, so that what it said until then is still read.
          writer.toHandle().destroyForcibly();
        }
      }
    }
    writer.waitFor();
    return said;
  }
}
