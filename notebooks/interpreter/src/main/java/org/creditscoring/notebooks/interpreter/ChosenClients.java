package org.creditscoring.notebooks.interpreter;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The client that each analyst last chose in each note, kept in memory only, so that in the
 * official interfaces one paragraph chooses for all. Two analysts never share an entry.
 */
final class ChosenClients {
  private final Map<String, String> chosen = new ConcurrentHashMap<>();

  String of(String user, String note) {
    return chosen.getOrDefault(key(user, note), "");
  }

  void choose(String user, String note, String client) {
    chosen.put(key(user, note), client);
  }

  private static String key(String user, String note) {
    return note + "\n" + user;
  }
}
