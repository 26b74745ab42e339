package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.List;

/** What is wrong with a snapshot: the first of it in words, all of it counted. */
final class Problems {
  /** As many as a person reads; a damaged column is wrong in every row. */
  private static final int MOST = 20;

  private final List<String> told = new ArrayList<>();
  private long count;

  void add(String problem) {
    count++;
    if (told.size() < MOST) {
      told.add(problem);
    }
  }

  void addAll(List<String> problems) {
    problems.forEach(this::add);
  }

  long count() {
    return count;
  }

  /** The first, and how many there are beyond them. */
  List<String> lines() {
    List<String> lines = new ArrayList<>(told);
    if (count > told.size()) {
      lines.add("and " + Words.count(count - told.size()) + " more");
    }
    return lines;
  }
}
