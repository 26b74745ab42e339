package org.creditscoring.notebooks.interpreter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What each analyst last chose, kept in memory only, so that in the official interfaces one
 * paragraph chooses for all notes. Two analysts never share an entry.
 */
final class Choices {
  private static final Choice NOTHING = new Choice("", null);
  private final Map<String, Choice> chosen = new ConcurrentHashMap<>();

  Choice of(String user) {
    return chosen.getOrDefault(user, NOTHING);
  }

  void choose(String user, Choice choice) {
    chosen.put(user, choice);
  }
}
