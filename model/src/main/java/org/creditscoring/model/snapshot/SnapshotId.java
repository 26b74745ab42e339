package org.creditscoring.model.snapshot;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name of a snapshot, also of a trained model: the second of its making and six hexadecimal
 * digits.
 */
public final class SnapshotId {
  private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{6}");
  private static final Pattern AT_END = Pattern.compile("(?:^|.*-)(" + FORM.pattern() + ")");
  private static final DateTimeFormatter SECOND =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  private SnapshotId() {}

  /**
   * @param salt tells apart two made in the same second; its low 24 bits count
   */
  public static String of(Instant made, int salt) {
    return SECOND.format(made) + String.format(Locale.ROOT, "-%06x", salt & 0xffffff);
  }

  /**
   * Whether a directory of this name may be opened: nothing that could leave the snapshots' own
   * directory.
   */
  public static boolean valid(String id) {
    return FORM.matcher(id).matches();
  }

  /** The second of its making, as the id says; empty if it names none. */
  public static Optional<Instant> made(String id) {
    if (!valid(id)) {
      return Optional.empty();
    }
    try {
      return Optional.of(SECOND.parse(id.substring(0, id.indexOf('-')), Instant::from));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  /** The id that a name is, or that ends it after a hyphen; empty if there is none. */
  public static Optional<String> atEnd(String name) {
    Matcher matcher = AT_END.matcher(name);
    return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
  }
}
