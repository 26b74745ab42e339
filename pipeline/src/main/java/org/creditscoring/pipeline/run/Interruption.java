package org.creditscoring.pipeline.run;

import java.io.PrintStream;

/**
 * Tells a person in one line that a signal ended the refresh. While one of these is open, nothing
 * that the end itself brings about is told: {@link #close} never returns when the JVM is ending.
 */
public final class Interruption implements AutoCloseable {
  /** What a person is told. */
  public static final String TOLD = "interrupted; nothing that was published has changed";

  private final Thread hook;

  private Interruption(Thread hook) {
    this.hook = hook;
  }

  public static Interruption toldTo(PrintStream err) {
    return toldTo(err, () -> {});
  }

  /**
   * @param also what else is done about it, within a second or so
   */
  public static Interruption toldTo(PrintStream err, Runnable also) {
    Thread hook =
        new Thread(
            () -> {
              err.println(TOLD);
              also.run();
            },
            "interruption");
    Runtime.getRuntime().addShutdownHook(hook);
    return new Interruption(hook);
  }

  /** From now on the JVM's end is an ordinary one; waits for that end if it has begun. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException ending) {
      // What Spark throws when it is shut down under a running job is no failure to tell.
      while (true) {
        waitForTheEnd();
      }
    }
  }

  private static void waitForTheEnd() {
    try {
      Thread.currentThread().join();
    } catch (InterruptedException e) {
      // The end comes all the same, and nobody is left to handle it.
      Thread.interrupted();
    }
  }
}
