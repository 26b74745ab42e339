package org.creditscoring.pipeline.schedule;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is to be done at an instant.
 *
 * @param entries lines for due times that are not run, oldest first
 * @param run the due time that is run now; empty for none
 */
record Judgement(List<Entry> entries, Optional<Instant> run) {
  Judgement {
    entries = List.copyOf(entries);
  }

  /**
   * Of every due time that has no line yet.
   *
   * @param running due time of the refresh that is running; empty for none
   */
  static Judgement of(
      LedgerState state,
      CronSchedule schedule,
      ScheduleSettings.Policy policy,
      Instant now,
      Optional<Instant> running) {
    List<Entry> overruns = new ArrayList<>();
    Gap gap = new Gap();
    Optional<Instant> run = Optional.empty();
    Optional<Instant> busy = running;
    Instant missedBefore = now.minus(policy.tolerance());
    for (Optional<Instant> due = upTo(now, schedule.next(state.accounted()));
        due.isPresent();
        due = upTo(now, schedule.next(due.get()))) {
      if (busy.isPresent()) {
        overruns.add(new Entry.Overrun(now, due.get(), busy.get(), policy.overrun()));
      } else if (due.get().isBefore(missedBefore)) {
        gap.add(due.get());
      } else {
        run = due;
        busy = due;
      }
    }
    if (run.isEmpty() && policy.missed() == ScheduleSettings.Missed.RUN_ONCE) {
      run = gap.takeLast();
    }
    if (run.isEmpty() && busy.isEmpty()) {
      run = state.waiting();
    }
    List<Entry> entries = new ArrayList<>(gap.entry(now).stream().toList());
    entries.addAll(overruns);
    return new Judgement(entries, run);
  }

  private static Optional<Instant> upTo(Instant now, Optional<Instant> due) {
    return due.filter(time -> !time.isAfter(now));
  }

  /** Missed due times in a row; a year of them is no list. */
  private static final class Gap {
    private Optional<Instant> first = Optional.empty();
    private Optional<Instant> last = Optional.empty();
    private Optional<Instant> beforeLast = Optional.empty();
    private int count;

    void add(Instant due) {
      first = first.or(() -> Optional.of(due));
      beforeLast = last;
      last = Optional.of(due);
      count++;
    }

    Optional<Instant> takeLast() {
      Optional<Instant> taken = last;
      last = beforeLast;
      count = Math.max(0, count - 1);
      return taken;
    }

    Optional<Entry> entry(Instant now) {
      return count == 0
          ? Optional.empty()
          : Optional.of(new Entry.Missed(now, first.orElseThrow(), last.orElseThrow(), count));
    }
  }
}
