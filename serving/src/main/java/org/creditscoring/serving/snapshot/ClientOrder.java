package org.creditscoring.serving.snapshot;

/** What clients are sorted by; ties by id, in the same sense. */
public enum ClientOrder {
  ID,
  PROBABILITY,
  POINTS,
  /** Distance of the probability from the cut-off. */
  DISTANCE
}
