package org.creditscoring.model.snapshot;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The name of a snapshot, also of a trained model: the second of its making and six hexadecimal
 * digits.
 */
public final class SnapshotId {
  private static final Pattern FORM = Pattern.compile("\\d{8}T\\d{6}Z-[0-9a-f]{6}");
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
}
