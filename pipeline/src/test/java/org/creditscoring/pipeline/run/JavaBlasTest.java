package org.creditscoring.pipeline.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ludovic.netlib.blas.BLAS;
import java.io.File;
import org.junit.jupiter.api.Test;

class JavaBlasTest {
  @Test
  void nothingNativeIsLoadedAndNothingUnpacked() {
    String architecture = System.getProperty("os.arch");

    assertThat(JavaBlas.choose()).isTrue();

    assertThat(BLAS.getInstance().ddot(2, new double[] {1, 2}, 1, new double[] {3, 4}, 1))
        .isEqualTo(11);
    assertThat(System.getProperty("os.arch")).isEqualTo(architecture);
    assertThat(new File(System.getProperty("java.io.tmpdir")).list((folder, name) -> isOurs(name)))
        .isEmpty();
  }

  /** Files of other processes may stand there too: those are older. */
  private static boolean isOurs(String name) {
    return name.startsWith("libnetlibblasjni.so")
        && new File(System.getProperty("java.io.tmpdir"), name).lastModified()
            >= ProcessHandle.current().info().startInstant().orElseThrow().toEpochMilli();
  }
}
