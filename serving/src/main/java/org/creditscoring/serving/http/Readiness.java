package org.creditscoring.serving.http;

/** Whether requests should be sent here; alive it is in any case. */
final class Readiness {
  /** Where a load balancer asks. */
  static final String PATH = "/health/ready";

  private static final String READY = "";

  private volatile String obstacle = "the service is warming up";

  void ready() {
    obstacle = READY;
  }

  void stopping() {
    obstacle = "the service is stopping";
  }

  /**
   * @throws ProblemException while it is not ready
   */
  void require() {
    String now = obstacle;
    if (!now.equals(READY)) {
      throw ProblemException.unavailable(now);
    }
  }
}
