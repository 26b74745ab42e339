package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class InterruptionTest {
  private static final int KILLED_BY_SIGTERM = 128 + 15;

  @Test
  void aSignalIsToldInOneLineAndWhatItBringsAboutIsNot() throws IOException, InterruptedException {
    Process refresh =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Interrupted.class.getName())
            .start();
    assertThat(refresh.getInputStream().read()).isEqualTo('.');

    // Process.destroy would close the streams too.
    refresh.toHandle().destroy();

    assertThat(new String(refresh.getErrorStream().readAllBytes(), StandardCharsets.UTF_8).lines())
        .containsExactly("interrupted; nothing that was published has changed");
    assertThat(refresh.waitFor()).isEqualTo(KILLED_BY_SIGTERM);
  }

  /** As a run that Spark's own end makes fail. */
  static final class Interrupted {
    public static void main(String[] args) throws InterruptedException {
      PrintStream err = System.err;
      Thread run = Thread.currentThread();
      Runtime.getRuntime().addShutdownHook(new Thread(run::interrupt));
      try (Interruption interruption = Interruption.toldTo(err)) {
        System.out.write('.');
        System.out.flush();
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        err.println("failed: " + e);
      }
    }
  }
}
