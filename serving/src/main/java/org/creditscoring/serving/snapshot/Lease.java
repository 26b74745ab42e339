package org.creditscoring.serving.snapshot;

/**
 * Keeps one snapshot open until it is closed: everything of one answer is read through one lease.
 */
public final class Lease implements AutoCloseable {
  private final SharedSnapshot shared;

  Lease(SharedSnapshot shared) {
    this.shared = shared;
  }

  public Snapshot snapshot() {
    return shared.snapshot();
  }

  @Override
  public void close() {
    shared.release();
  }
}
