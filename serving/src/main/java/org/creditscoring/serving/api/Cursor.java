package org.creditscoring.serving.api;

import static org.creditscoring.serving.http.ProblemException.badRequest;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;
import org.creditscoring.serving.http.ProblemException;

/**
 * Where the next page of a search begins. It is of one snapshot and one search: in another, the
 * same place would skip clients or show them twice.
 *
 * @param place in the order, from 0
 * @param search a checksum of what is searched for
 */
record Cursor(String snapshotId, int place, String search) {
  private static final Pattern FORM =
      Pattern.compile("1,([0-9A-Za-z-]{1,40}),([0-9]{1,9}),([0-9a-f]{1,8})");

  static Cursor of(String snapshotId, int place, Object search) {
    return new Cursor(snapshotId, place, checksum(search));
  }

  /** The cursor as text, opaque to whoever gets it. */
  String text() {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(
            "1,%s,%d,%s".formatted(snapshotId, place, search).getBytes(StandardCharsets.US_ASCII));
  }

  /**
   * The place of a cursor that was sent.
   *
   * @throws ProblemException if it is none of ours, or of another search or snapshot
   */
  static int place(String text, String snapshotId, Object search) {
    Cursor cursor = parsed(text);
    if (!cursor.search().equals(checksum(search))) {
      throw badRequest(
          "parameter cursor belongs to a search with other parameters; only limit may change"
              + " between pages");
    }
    if (!cursor.snapshotId().equals(snapshotId)) {
      throw ProblemException.gone(
          "parameter cursor is of snapshot %s, this is %s: begin again without it, or go on with snapshot=%s"
              .formatted(cursor.snapshotId(), snapshotId, cursor.snapshotId()));
    }
    return cursor.place();
  }

  private static Cursor parsed(String text) {
    try {
      Matcher matcher =
          FORM.matcher(new String(Base64.getUrlDecoder().decode(text), StandardCharsets.US_ASCII));
      if (matcher.matches()) {
        return new Cursor(matcher.group(1), Integer.parseInt(matcher.group(2)), matcher.group(3));
      }
    } catch (IllegalArgumentException e) {
      // No base64: said below as any other text that is no cursor.
    }
    throw badRequest(
        "parameter cursor must be the field next of an answer, is "
            + ProblemException.quoted(text));
  }

  private static String checksum(Object search) {
    CRC32 crc = new CRC32();
    crc.update(search.toString().getBytes(StandardCharsets.UTF_8));
    return Long.toHexString(crc.getValue());
  }
}
