package org.creditscoring.notebooks.interpreter.sentence;

import java.util.List;

/** The groups of clients that a distribution sets side by side. */
enum Groups {
  DECISION(
      new Group("accepted", "distribution.accepted", "fn:for"),
      new Group("refused", "distribution.refused", "fn:against")),
  OUTCOME(
      new Group("repaid", "distribution.repaid", "fn:for"),
      new Group("defaulted", "distribution.defaulted", "fn:against")),
  UNKNOWN(
      new Group("all", "distribution.all", "fn:other"),
      new Group("unknown", "distribution.unknown", "fn:third"));

  private final List<Group> groups;

  Groups(Group first, Group second) {
    this.groups = List.of(first, second);
  }

  /**
   * One group: the name of its count in a bin of the service's answer, its words and its colour.
   */
  static final class Group {
    private final String count;
    private final String key;
    private final String tone;

    private Group(String count, String key, String tone) {
      this.count = count;
      this.key = key;
      this.tone = tone;
    }

    String count() {
      return count;
    }

    /** Message key of its words. */
    String key() {
      return key;
    }

    String tone() {
      return tone;
    }
  }

  /**
   * @param name of a constant, as the form offered it
   */
  static Groups of(String name) {
    return valueOf(name);
  }

  List<Group> groups() {
    return groups;
  }
}
