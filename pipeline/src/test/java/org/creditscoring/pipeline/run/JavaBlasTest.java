package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.BLAS;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In a JVM of its own: in this one, Spark may have asked for the library before. */
class JavaBlasTest {
  @TempDir Path temporary;

  @Test
  void nothingNativeIsLoadedAndNothingUnpacked() throws IOException, InterruptedException {
    Process alone =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + temporary,
                "-cp",
                System.getProperty("java.class.path"),
                Alone.class.getName())
            .redirectErrorStream(true)
            .start();

    String told = new String(alone.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(alone.waitFor()).as(told).isZero();
    assertThat(told.strip()).isEqualTo("true 11.0 " + System.getProperty("os.arch"));
    assertThat(temporary).isEmptyDirectory();
  }

  static final class Alone {
    public static void main(String[] arguments) {
      boolean chosen = JavaBlas.choose();
      double product = BLAS.getInstance().ddot(2, new double[] {1, 2}, 1, new double[] {3, 4}, 1);
      System.out.println(chosen + " " + product + " " + System.getProperty("os.arch"));
      // As a killed run ends: nothing is tidied up.
      Runtime.getRuntime().halt(0);
    }
  }
}
