package org.creditscoring.audit;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a secret looks like.
 *
 * @param name of the kind of secret
 * @param look of it; what is secret is the last group, or all of it
 * @param likely whether that is drawn by chance, as a secret is, and no word
 */
record SecretRule(String name, Pattern look, Predicate<String> likely) {
  /** Random base64 of 43 signs has about 5 bits a sign, a name in camel case about 4. */
  private static final double RANDOM = 4.5;

  /** Assigned words of 16 signs and more: sentences and names stay below. */
  private static final double MIXED = 3.2;

  static final List<SecretRule> ALL =
      List.of(
          of("private key", "-----BEGIN (?:[A-Z0-9]+ )*PRIVATE KEY(?: BLOCK)?-----"),
          of("AWS access key", "\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
          of("GitHub token", "\\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})"),
          of("GitLab token", "\\bglpat-[A-Za-z0-9_-]{20,}"),
          of("Slack token", "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}"),
          of("Google API key", "\\bAIza[0-9A-Za-z_-]{35}"),
          of("npm token", "\\bnpm_[A-Za-z0-9]{36}\\b"),
          of(
              "signed web token",
              "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}"),
          of(
              "password in an address",
              "\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"'<>{}$]+:[^\\s/:@\"'<>{}$]{3,}@"),
          new SecretRule(
              "API token",
              Pattern.compile("(?<![A-Za-z0-9_+/=-])([A-Za-z0-9_-]{43})(?![A-Za-z0-9_+/=-])"),
              word -> ofEach(word) && entropy(word) >= RANDOM),
          new SecretRule(
              "assigned secret",
              Pattern.compile(
                  "(?i)(?:passw(?:or)?d|secret|token|api[_-]?key|credential)s?[\"']?\\s*[:=]\\s*[\"']([^\"'\\s]{16,})[\"']"),
              word -> word.matches(".*\\d.*") && entropy(word) >= MIXED));

  /** Files that hold keys, by their names. */
  static final Pattern KEY_FILE =
      Pattern.compile(
          "(?i)(?:.*\\.(?:p12|pfx|jks|keystore|pem|key|ppk)|id_(?:rsa|dsa|ecdsa|ed25519)|\\.env|\\.netrc)");

  private static SecretRule of(String name, String look) {
    return new SecretRule(name, Pattern.compile(look), word -> true);
  }

  /** The place in a line of the first secret of this kind. */
  Optional<Integer> find(String line) {
    Matcher matcher = look.matcher(line);
    while (matcher.find()) {
      if (likely.test(matcher.group(matcher.groupCount()))) {
        return Optional.of(matcher.start());
      }
    }
    return Optional.empty();
  }

  private static boolean ofEach(String word) {
    return word.matches(".*\\d.*") && word.matches(".*[a-z].*") && word.matches(".*[A-Z].*");
  }

  /** Shannon's, in bits a sign, of the signs as often as they occur. */
  static double entropy(String word) {
    double bits = 0;
    Set<Integer> signs = new HashSet<>(word.chars().boxed().toList());
    for (int sign : signs) {
      double share = (double) word.chars().filter(one -> one == sign).count() / word.length();
      bits -= share * Math.log(share) / Math.log(2);
    }
    return bits;
  }
}
