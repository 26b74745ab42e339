package org.creditscoring.notebooks.interpreter.sentence;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One showing of the review's form: of which client, and in which snapshot his decision was seen.
 * It has a key of its own, so that the service records what is sent from it once, however often
 * Zeppelin, a browser or the analyst repeats it.
 */
final class ReviewForm {
  private static final Pattern TEXT =
      Pattern.compile("(\\d{1,10}) ([0-9A-Za-z-]{1,40}) ([0-9a-f-]{36})");

  private final String client;
  private final String snapshotId;
  private final String key;

  private ReviewForm(String client, String snapshotId, String key) {
    this.client = client;
    this.snapshotId = snapshotId;
    this.key = key;
  }

  /** A form that is shown now. */
  static ReviewForm show(String client, String snapshotId) {
    return new ReviewForm(client, snapshotId, UUID.randomUUID().toString());
  }

  /** The form of a client that came back as {@link #text}; empty for another client's. */
  static Optional<ReviewForm> of(String client, String text) {
    Matcher matcher = TEXT.matcher(text);
    return matcher.matches() && matcher.group(1).equals(client)
        ? Optional.of(new ReviewForm(client, matcher.group(2), matcher.group(3)))
        : Optional.empty();
  }

  String snapshotId() {
    return snapshotId;
  }

  String key() {
    return key;
  }

  /** As it is kept with the fields. */
  String text() {
    return client + " " + snapshotId + " " + key;
  }
}
