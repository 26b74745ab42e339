package org.creditscoring.pipeline.run;

/**
 * What lies at the bottom of a failure, told in one line. Spark's own messages hold whole traces.
 */
public final class RootCause {
  private RootCause() {}

  /** The class and the first line of the message of the failure that no other one caused. */
  public static String of(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    String name = root.getClass().getSimpleName();
    return root.getMessage() == null
        ? name
        : name + ": " + root.getMessage().lines().findFirst().orElse("");
  }
}
