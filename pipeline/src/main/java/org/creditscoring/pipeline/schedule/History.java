package org.creditscoring.pipeline.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What became of the last due times, as a table for a person. */
final class History {
  private static final String ROW = "%-27s %-11s %5s %9s  %s";

  private final Map<Instant, Row> rows = new LinkedHashMap<>();

  private record Row(String became, String exitCode, String seconds, String note) {
    static Row of(String became, String note) {
      return new Row(became, "", "", note);
    }
  }

  static History of(List<Entry> entries) {
    History history = new History();
    entries.forEach(history::add);
    return history;
  }

  /** At most so many of the last ones, oldest first, after a line of headings. */
  List<String> lines(int most, ZoneId zone) {
    List<String> lines = new ArrayList<>();
    lines.add(String.format(ROW, "due", "became", "exit", "seconds", "snapshot or note").strip());
    rows.entrySet().stream()
        .skip(Math.max(0, rows.size() - most))
        .forEach(entry -> lines.add(line(Lines.time(entry.getKey(), zone), entry.getValue())));
    return lines;
  }

  private static String line(String due, Row row) {
    return String.format(ROW, due, row.became(), row.exitCode(), row.seconds(), row.note())
        .stripTrailing();
  }

  private void add(Entry entry) {
    if (entry instanceof Entry.Started started) {
      // A due time that was overrun and is run after all comes last.
      rows.remove(started.due());
      rows.put(started.due(), Row.of("running", ""));
    } else if (entry instanceof Entry.Ended ended) {
      rows.put(
          ended.due(),
          new Row(
              ended.outcome(),
              String.valueOf(ended.exitCode()),
              String.format(Locale.ROOT, "%.1f", ended.seconds()),
              (ended.snapshotId() + " " + ended.note()).strip()));
    } else if (entry instanceof Entry.Overrun overrun) {
      rows.put(overrun.due(), Row.of("overrun", ""));
    } else if (entry instanceof Entry.Missed missed) {
      String note = missed.count() == 1 ? "" : missed.count() + " due times, this one the last";
      rows.put(missed.last(), Row.of("missed", note));
    }
  }
}
