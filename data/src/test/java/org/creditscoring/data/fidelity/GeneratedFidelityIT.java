package org.creditscoring.data.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.creditscoring.data.Compression;
import org.creditscoring.data.GeneratorSettings;
import org.creditscoring.data.synthetic.Generator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generated tables beside the profile of the real ones, which lies beside the real data. */
class GeneratedFidelityIT {
  @TempDir Path raw;

  @Test
  void noColumnOfGeneratedTablesIsFarFromTheProfile() throws IOException {
    String real = System.getenv("CREDIT_REAL_DATA");
    assumeTrue(real != null, "CREDIT_REAL_DATA is not set");
    Path profile = Path.of(real).resolveSibling("facts").resolve("home-credit-profile.json");
    assumeTrue(Files.exists(profile), profile + " is not there");
    PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
    new Generator(
            new GeneratorSettings(
                12_000, GeneratorSettings.currentFor(12_000), raw, 7, 2, Compression.NONE),
            nowhere)
        .run();

    Report report = new Fidelity(Profile.read(profile), 2, nowhere).run(raw);

    assertThat(report.absent()).isEmpty();
    assertThat(report.subjects()).hasSizeGreaterThan(700);
    // What has a score of 10 would be seen at a glance: a share of a fifth that should be none.
    assertThat(report.subjects())
        .allSatisfy(finding -> assertThat(finding.score()).as(finding.toString()).isLessThan(10));
    long unnoticed = report.subjects().stream().filter(found -> found.score() <= 1).count();
    assertThat((double) unnoticed / report.subjects().size()).isGreaterThan(0.7);
  }
}
