package org.creditscoring.notebooks.interpreter.sql;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.zeppelin.user.AuthenticationInfo;

/** Who may use {@code %credit.sql}. */
final class Modellers {
  private final Set<String> allowed;
  private final Path users;

  /**
   * @param allowed user names and roles, separated by commas
   * @param users Zeppelin's shiro.ini, which may not exist
   */
  Modellers(String allowed, Path users) {
    this.allowed =
        Arrays.stream(allowed.split(","))
            .map(String::trim)
            .filter(name -> !name.isEmpty())
            .collect(Collectors.toSet());
    this.users = users;
  }

  /** Whether the user or a role of his is named. */
  boolean include(AuthenticationInfo user) {
    if (user == null || user.getUser() == null) {
      return false;
    }
    Set<String> names = new HashSet<>(Set.of(user.getUser()));
    if (user.getRoles() != null) {
      names.addAll(user.getRoles());
    }
    // Zeppelin's REST calls pass the name without its roles.
    names.addAll(rolesOf(user.getUser()));
    names.retainAll(allowed);
    return !names.isEmpty();
  }

  /** Lines of [users]: name = password, role, role… */
  private Set<String> rolesOf(String user) {
    List<String> lines;
    try {
      lines = Files.readAllLines(users);
    } catch (IOException noUsersThere) {
      return Set.of();
    }
    boolean inUsers = false;
    for (String line : lines) {
      String trimmed = line.trim();
      if (trimmed.startsWith("[")) {
        inUsers = trimmed.equals("[users]");
      } else if (inUsers && !trimmed.startsWith("#") && trimmed.contains("=")) {
        String[] parts = trimmed.split("=", 2);
        if (parts[0].trim().equals(user)) {
          return Arrays.stream(parts[1].split(","))
              .skip(1)
              .map(String::trim)
              .collect(Collectors.toSet());
        }
      }
    }
    return Set.of();
  }
}
