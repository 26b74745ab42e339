package org.creditscoring.pipeline.schedule;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.time.Instant;

/**
 * A line of the ledger. Each due time is in exactly one {@code Started, Overrun} or {@code Missed}.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "event")
@JsonSubTypes({
  @JsonSubTypes.Type(value = Entry.Began.class, name = "began"),
  @JsonSubTypes.Type(value = Entry.Started.class, name = "started"),
  @JsonSubTypes.Type(value = Entry.Running.class, name = "running"),
  @JsonSubTypes.Type(value = Entry.Ended.class, name = "ended"),
  @JsonSubTypes.Type(value = Entry.Overrun.class, name = "overrun"),
  @JsonSubTypes.Type(value = Entry.Missed.class, name = "missed"),
  @JsonSubTypes.Type(value = Entry.HookFailed.class, name = "hookFailed")
})
sealed interface Entry {
  /** When it was written. */
  Instant at();

  /**
   * A scheduler begins to watch. If its schedule is another one than the line before says, due
   * times count from now on.
   */
  record Began(Instant at, String schedule, String host, long pid) implements Entry {}

  /** A scheduler, named by its host and process id, has taken a due time and runs a refresh. */
  record Started(Instant at, Instant due, String host, long pid) implements Entry {}

  /**
   * The process of that refresh. It may outlive its scheduler, and ids of processes are used again:
   * so the time when it began is part of its name.
   */
  record Running(Instant at, Instant due, long pid, Instant since) implements Entry {}

  /**
   * That refresh has ended.
   *
   * @param exitCode of its process; −1 where nobody knows it
   * @param outcome {@code published}, {@code held} or {@code failed}
   * @param snapshotId empty where there is none
   * @param seconds that it took
   * @param note what the scheduler has to say about it; empty for nothing
   */
  record Ended(
      Instant at,
      Instant due,
      int exitCode,
      String outcome,
      String snapshotId,
      double seconds,
      String note)
      implements Entry {
    static final int UNKNOWN = -1;
    static final String PUBLISHED = "published";
    static final String FAILED = "failed";
  }

  /**
   * The refresh of another due time was still running.
   *
   * @param behind that other due time
   * @param then what is done about it
   */
  record Overrun(Instant at, Instant due, Instant behind, ScheduleSettings.Overrun then)
      implements Entry {}

  /**
   * No scheduler was awake at some due times in a row.
   *
   * @param due the first of them
   * @param last of them
   * @param count of them, 1 or more
   */
  record Missed(Instant at, Instant due, Instant last, int count) implements Entry {}

  /** A hook did not do what it should; the schedule goes on. */
  record HookFailed(Instant at, Instant due, String hook, String note) implements Entry {}
}
