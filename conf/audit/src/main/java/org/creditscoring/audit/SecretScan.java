package org.creditscoring.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Looks through files for what looks like a secret. */
final class SecretScan {
  /** A file with a zero byte this near its begin is no text. */
  private static final int LOOKED_AT = 8000;

  private SecretScan() {}

  /**
   * What was found, as {@code file:line: kind}; never the secret itself.
   *
   * @param root from which the files' names count
   */
  static List<String> of(Path root, List<String> files) throws IOException {
    List<String> found = new ArrayList<>();
    for (String name : files) {
      Path file = root.resolve(name);
      if (SecretRule.KEY_FILE.matcher(file.getFileName().toString()).matches()) {
        found.add(name + ": a file of keys, by its name");
      }
      if (Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
        byte[] bytes = Files.readAllBytes(file);
        if (isText(bytes)) {
          found.addAll(inText(name, new String(bytes, StandardCharsets.UTF_8)));
        }
      }
    }
    return found;
  }

  private static List<String> inText(String name, String text) {
    List<String> found = new ArrayList<>();
    int number = 0;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      number++;
      for (SecretRule rule : SecretRule.ALL) {
        if (rule.find(line).isPresent()) {
          found.add(name + ":" + number + ": " + rule.name());
        }
      }
    }
    return found;
  }

  private static boolean isText(byte[] bytes) {
    for (int i = 0; i < Math.min(LOOKED_AT, bytes.length); i++) {
      if (bytes[i] == 0) {
        return false;
      }
    }
    return true;
  }
}
