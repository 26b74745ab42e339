package org.creditscoring.pipeline.schedule;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the lines of a ledger come to.
 *
 * @param schedule of the scheduler that began last; empty before any has
 * @param accounted the due times until this one, included, have their line
 * @param open the refresh that has not ended, as far as the ledger knows
 * @param waiting an overrun due time that is to be run as soon as that one has ended
 */
record LedgerState(
    String schedule, Instant accounted, Optional<Open> open, Optional<Instant> waiting) {
  static final LedgerState EMPTY =
      new LedgerState("", Instant.EPOCH, Optional.empty(), Optional.empty());

  /** A clock that is set back by more than this was wrong when it wrote its lines. */
  static final Duration SET_BACK = Duration.ofDays(1);

  /**
   * A refresh that has not ended.
   *
   * @param process empty until it is known
   */
  record Open(Entry.Started started, Optional<Entry.Running> process) {
    Instant due() {
      return started.due();
    }
  }

  /** Whether the last line is of a time that is yet to come. */
  boolean ahead(Instant now) {
    return accounted.minus(SET_BACK).isAfter(now);
  }

  LedgerState with(Entry entry) {
    if (entry instanceof Entry.Began began) {
      boolean anew = !began.schedule().equals(schedule) || ahead(began.at());
      return new LedgerState(began.schedule(), anew ? began.at() : accounted, open, waiting);
    }
    if (entry instanceof Entry.Started started) {
      return new LedgerState(
          schedule,
          later(started.due()),
          Optional.of(new Open(started, Optional.empty())),
          waiting.filter(due -> due.isAfter(started.due())));
    }
    if (entry instanceof Entry.Running running) {
      return new LedgerState(
          schedule,
          accounted,
          open.map(
              run ->
                  run.due().equals(running.due())
                      ? new Open(run.started(), Optional.of(running))
                      : run),
          waiting);
    }
    if (entry instanceof Entry.Ended ended) {
      return new LedgerState(
          schedule, accounted, open.filter(run -> !run.due().equals(ended.due())), waiting);
    }
    if (entry instanceof Entry.Overrun overrun) {
      return new LedgerState(
          schedule,
          later(overrun.due()),
          open,
          overrun.then() == ScheduleSettings.Overrun.RUN_AFTER
              ? Optional.of(overrun.due())
              : waiting);
    }
    if (entry instanceof Entry.Missed missed) {
      return new LedgerState(schedule, later(missed.last()), open, waiting);
    }
    return this;
  }

  private Instant later(Instant due) {
    return due.isAfter(accounted) ? due : accounted;
  }
}
