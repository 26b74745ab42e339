package org.creditscoring.data.synthetic;

/** Which of the two application files a client belongs to. */
enum Standing {
  /** The outcome is known. */
  PAST,
  /** The outcome is still to come. */
  CURRENT
}
