package org.creditscoring.pipeline.schedule;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Entries as lines for a person, in the schedule's own time. */
final class Lines {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssXXX", Locale.ROOT);

  private Lines() {}

  static String time(Instant time, ZoneId zone) {
    return TIME.format(time.atZone(zone));
  }

  /** Empty for what a person need not see. */
  static Optional<String> of(Entry entry, ZoneId zone) {
    String said = "";
    if (entry instanceof Entry.Started started) {
      said = "due " + time(started.due(), zone) + ": a refresh runs";
    } else if (entry instanceof Entry.Ended ended) {
      said =
          String.format(
              Locale.ROOT,
              "due %s: %s%s, exit code %d after %.1f s%s",
              time(ended.due(), zone),
              ended.outcome(),
              ended.snapshotId().isEmpty() ? "" : " " + ended.snapshotId(),
              ended.exitCode(),
              ended.seconds(),
              ended.note().isEmpty() ? "" : "; " + ended.note());
    } else if (entry instanceof Entry.Overrun overrun) {
      said =
          "due "
              + time(overrun.due(), zone)
              + ": overrun, the refresh of "
              + time(overrun.behind(), zone)
              + " still runs"
              + (overrun.then() == ScheduleSettings.Overrun.SKIP ? "" : "; one more follows it");
    } else if (entry instanceof Entry.Missed missed) {
      said =
          "due "
              + time(missed.due(), zone)
              + (missed.count() == 1
                  ? ""
                  : " until " + time(missed.last(), zone) + " (" + missed.count() + " times)")
              + ": missed, no scheduler was awake";
    } else if (entry instanceof Entry.HookFailed failed) {
      said =
          "due "
              + time(failed.due(), zone)
              + ": the hook "
              + failed.hook()
              + " failed: "
              + failed.note();
    }
    String line = time(entry.at(), zone) + "  " + said;
    return said.isEmpty() ? Optional.empty() : Optional.of(line);
  }
}
