package org.creditscoring.pipeline.snapshot;

/** How many clients of each group something holds. */
record GroupCounts(
    long all, long accepted, long refused, long repaid, long defaulted, long unknown) {

  /**
   * @param counts of many, {@link Group#CODES} for each
   * @param place which of them
   */
  static GroupCounts of(int[] counts, int place) {
    long[] groups = new long[Group.values().length];
    for (int code = 0; code < Group.CODES; code++) {
      int count = counts[place * Group.CODES + code];
      groups[Group.decision(code).ordinal()] += count;
      groups[Group.outcome(code).ordinal()] += count;
    }
    long accepted = groups[Group.ACCEPTED.ordinal()];
    long refused = groups[Group.REFUSED.ordinal()];
    return new GroupCounts(
        accepted + refused,
        accepted,
        refused,
        groups[Group.REPAID.ordinal()],
        groups[Group.DEFAULTED.ordinal()],
        groups[Group.UNKNOWN.ordinal()]);
  }

  static GroupCounts of(DistributionRow row) {
    return new GroupCounts(
        row.all(), row.accepted(), row.refused(), row.repaid(), row.defaulted(), row.unknown());
  }

  /** For a message. */
  String words() {
    return "%d (%d accepted, %d refused; %d repaid, %d defaulted, %d unknown)"
        .formatted(all, accepted, refused, repaid, defaulted, unknown);
  }

  /** Clients whose outcome is known. */
  long past() {
    return repaid + defaulted;
  }
}
