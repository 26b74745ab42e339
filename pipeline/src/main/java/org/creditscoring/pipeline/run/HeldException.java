package org.creditscoring.pipeline.run;

/**
 * A gate stopped a snapshot: it is whole and kept aside, and nothing that was published before has
 * changed. The message names the gates, what they saw, and how to look and to publish by hand.
 */
public final class HeldException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final String snapshotId;

  public HeldException(String snapshotId, String message) {
    super(message);
    this.snapshotId = snapshotId;
  }

  public String snapshotId() {
    return snapshotId;
  }
}
