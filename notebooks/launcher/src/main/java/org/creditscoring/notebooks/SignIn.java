package org.creditscoring.notebooks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The first users of an installation: generated, kept in a file that only its owner reads, hashed
 * in Zeppelin's configuration.
 */
final class SignIn {
  /** Without letters and digits that look alike. */
  private static final String ALPHABET = "abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

  private static final int LENGTH = 16;

  private final Map<String, String> passwords;

  private SignIn(Map<String, String> passwords) {
    this.passwords = passwords;
  }

  /** An analyst, who runs notes, a modeller, who also changes them, and an administrator. */
  static SignIn generate(SecureRandom random) {
    Map<String, String> passwords = new LinkedHashMap<>();
    for (String user : List.of("analyst", "modeller", "admin")) {
      passwords.put(user, password(random));
    }
    return new SignIn(passwords);
  }

  String password(String user) {
    return passwords.get(user);
  }

  Set<String> users() {
    return passwords.keySet();
  }

  /** Lines of the {@code [users]} section; each user has the role of his name. */
  String shiroUsers(SecureRandom random) {
    StringBuilder lines = new StringBuilder();
    passwords.forEach(
        (user, password) ->
            lines
                .append(user)
                .append(" = ")
                .append(ShiroPassword.hash(password, random))
                .append(", ")
                .append(user)
                .append('\n'));
    return lines.toString();
  }

  /** Creates the file readable by its owner alone before a byte is written to it. */
  void writeTo(Path file) throws IOException {
    Files.deleteIfExists(file);
    Files.createFile(
        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    StringBuilder lines =
        new StringBuilder(
            "# The first sign-in of the dashboard: user and password. Delete this file once you keep them elsewhere.\n");
    passwords.forEach(
        (user, password) -> lines.append(user).append(' ').append(password).append('\n'));
    Files.writeString(file, lines);
  }

  private static String password(SecureRandom random) {
    StringBuilder password = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      password.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
    }
    return password.toString();
  }
}
