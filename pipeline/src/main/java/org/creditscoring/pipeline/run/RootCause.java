package org.creditscoring.pipeline.run;

/**
 * What lies at the bottom of a failure, told in one line. Spark's own messages hold whole traces.
 */
public final class RootCause {
  private RootCause() {}

  /**
   * The class alone of that failure, for a log that is kept: a message may name a client, or hold
   * what stands in a raw table.
   */
  static String kind(Throwable failure) {
    return root(failure).getClass().getSimpleName();
  }

  /** The class and the first line of the message of the failure that no other one caused. */
  public static String of(Throwable failure) {
    Throwable root = root(failure);
    String name = root.getClass().getSimpleName();
    return root.getMessage() == null
        ? name
        : name + ": " + root.getMessage().lines().findFirst().orElse("");
  }

  private static Throwable root(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root;
  }
}
