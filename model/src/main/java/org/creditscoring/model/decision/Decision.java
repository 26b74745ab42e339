package org.creditscoring.model.decision;

/** What the policy says of a client. */
public enum Decision {
  ACCEPTED,
  REFUSED
}
