package org.creditscoring.pipeline.run;

import dev.ludovic.netlib.blas.JavaBLAS;
import dev.ludovic.netlib.blas.NativeBLAS;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Linear algebra in Java alone. The library that Spark takes would first unpack a native one into
 * the directory of temporary files that the JVM was started with, where a killed run leaves it; and
 * whether that one can be loaded depends on the machine, on which figures would then depend too.
 */
final class JavaBlas {
  private static final String ARCHITECTURE = "os.arch";

  /** Held, since a logger that nobody holds forgets its level. */
  private static final Logger TOLD = Logger.getLogger("dev.ludovic.netlib.blas.InstanceBuilder");

  private JavaBlas() {}

  /**
   * To be called before Spark starts, and before another thread could ask for the architecture: for
   * an unknown one the library unpacks nothing, and it asks only once.
   *
   * @return whether there is no native one now
   */
  static synchronized boolean choose() {
    TOLD.setLevel(Level.OFF);
    String architecture = System.getProperty(ARCHITECTURE);
    System.setProperty(ARCHITECTURE, "");
    try {
      JavaBLAS.getInstance();
    } finally {
      System.setProperty(ARCHITECTURE, architecture);
    }
    try {
      NativeBLAS.getInstance();
      return false;
    } catch (RuntimeException none) {
      return true;
    }
  }
}
