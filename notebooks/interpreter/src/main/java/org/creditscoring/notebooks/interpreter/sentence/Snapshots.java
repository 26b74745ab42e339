package org.creditscoring.notebooks.interpreter.sentence;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.FormatStyle;
import org.creditscoring.notebooks.interpreter.api.ApiException;
import org.creditscoring.notebooks.interpreter.html.Page;

/** When a snapshot was made, in words. */
final class Snapshots {
  private static final int DATE_DIGITS = 8;

  private Snapshots() {}

  /** Says which snapshot is served, of how many clients, and whether they are invented. */
  static void line(Question question, Page page) throws ApiException, InterruptedException {
    JsonNode snapshot = question.ask("/v1/snapshot");
    String clients = question.numbers().number(snapshot.required("clients").asDouble(), 0);
    String created = moment(question, snapshot.required("createdAt").asText());
    page.html()
        .open("p", "class", "credit-muted")
        .text(question.say("client.snapshot", created, clients) + " ");
    if (Notice.synthetic(snapshot)) {
      page.html().element("span", question.say("synthetic"), "class", "credit-badge");
    }
    page.html().close();
  }

  /**
   * @param instant ISO-8601, as the service writes it
   */
  static String moment(Question question, String instant) {
    return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
            .withLocale(question.language().locale())
            .withZone(ZoneOffset.UTC)
            .format(Instant.parse(instant))
        + " UTC";
  }

  /** The day in a snapshot's id, which begins with it; another id as it is. */
  static String day(Question question, String snapshotId) {
    try {
      String digits = snapshotId.substring(0, Math.min(DATE_DIGITS, snapshotId.length()));
      return DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
          .withLocale(question.language().locale())
          .format(LocalDate.parse(digits, DateTimeFormatter.BASIC_ISO_DATE));
    } catch (DateTimeParseException notOurs) {
      return snapshotId;
    }
  }
}
