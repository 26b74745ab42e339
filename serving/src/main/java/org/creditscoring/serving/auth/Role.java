package org.creditscoring.serving.auth;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the bearer of a token may do. */
public enum Role {
  /** Look up. */
  READER,
  /** Look up, and act for the analyst whom the dashboard has signed in. */
  NOTEBOOK,
  /** Look up, and put a second look on the record. */
  ANALYST,
  /** Everything. */
  ADMIN;

  /** Whether this role may use what needs at least another one. */
  public boolean admits(Role least) {
    return switch (least) {
      case READER -> true;
      case NOTEBOOK -> this == NOTEBOOK || this == ADMIN;
      case ANALYST -> this != READER;
      case ADMIN -> this == ADMIN;
    };
  }

  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** As people write it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Every role as people write it. */
  public static String words() {
    return Arrays.stream(values()).map(Role::word).collect(Collectors.joining(", "));
  }
}
