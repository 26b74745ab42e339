package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.creditscoring.pipeline.schedule.ScheduleSettings.Missed;
import org.creditscoring.pipeline.schedule.ScheduleSettings.Overrun;
import org.creditscoring.pipeline.schedule.ScheduleSettings.Policy;
import org.junit.jupiter.api.Test;

/** A schedule of every hour, accounted for until 02:00. */
class JudgementTest {
  private static final CronSchedule HOURLY = CronSchedule.of("0 0 * * * *", ZoneOffset.UTC);
  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final LedgerState UNTIL_TWO =
      LedgerState.EMPTY.with(new Entry.Began(at("02:00"), HOURLY.toString(), "host", 1));

  @Test
  void nothingIsDueBeforeItsTime() {
    Judgement judgement = judge(Missed.RUN_ONCE, at("02:59"), Optional.empty());

    assertThat(judgement.entries()).isEmpty();
    assertThat(judgement.run()).isEmpty();
  }

  @Test
  void aDueTimeIsRunUpToTheToleranceLate() {
    assertThat(judge(Missed.SKIP, at("03:00"), Optional.empty()).run()).contains(at("03:00"));
    assertThat(judge(Missed.SKIP, at("03:01"), Optional.empty()).run()).contains(at("03:00"));
  }

  @Test
  void laterItIsMissedAndSkipped() {
    Judgement judgement = judge(Missed.SKIP, at("05:30"), Optional.empty());

    assertThat(judgement.entries())
        .containsExactly(new Entry.Missed(at("05:30"), at("03:00"), at("05:00"), 3));
    assertThat(judgement.run()).isEmpty();
  }

  @Test
  void orTheLastOneIsRunLate() {
    Judgement judgement = judge(Missed.RUN_ONCE, at("05:30"), Optional.empty());

    assertThat(judgement.entries())
        .containsExactly(new Entry.Missed(at("05:30"), at("03:00"), at("04:00"), 2));
    assertThat(judgement.run()).contains(at("05:00"));
  }

  @Test
  void oneMissedAloneIsRunLateAndHasNoOtherLine() {
    Judgement judgement = judge(Missed.RUN_ONCE, at("03:30"), Optional.empty());

    assertThat(judgement.entries()).isEmpty();
    assertThat(judgement.run()).contains(at("03:00"));
  }

  @Test
  void missedOnesNeedNoRunWhenOneIsDueNow() {
    Judgement judgement = judge(Missed.RUN_ONCE, at("05:00"), Optional.empty());

    assertThat(judgement.entries())
        .containsExactly(new Entry.Missed(at("05:00"), at("03:00"), at("04:00"), 2));
    assertThat(judgement.run()).contains(at("05:00"));
  }

  @Test
  void whileARefreshRunsDueTimesAreOverrun() {
    Judgement judgement = judge(Missed.RUN_ONCE, at("04:30"), Optional.of(at("02:00")));

    assertThat(judgement.entries())
        .containsExactly(
            new Entry.Overrun(at("04:30"), at("03:00"), at("02:00"), Overrun.SKIP),
            new Entry.Overrun(at("04:30"), at("04:00"), at("02:00"), Overrun.SKIP));
    assertThat(judgement.run()).isEmpty();
  }

  @Test
  void oneOverrunThatIsToBeRunAfterIsRunWhenNothingRunsAnyMore() {
    Policy policy = new Policy(Missed.SKIP, Overrun.RUN_AFTER, MINUTE);
    LedgerState overrun =
        UNTIL_TWO
            .with(new Entry.Overrun(at("03:00"), at("03:00"), at("02:00"), Overrun.RUN_AFTER))
            .with(new Entry.Overrun(at("04:00"), at("04:00"), at("02:00"), Overrun.RUN_AFTER));

    assertThat(Judgement.of(overrun, HOURLY, policy, at("04:10"), Optional.of(at("02:00"))).run())
        .isEmpty();
    assertThat(Judgement.of(overrun, HOURLY, policy, at("04:20"), Optional.empty()).run())
        .contains(at("04:00"));

    LedgerState run = overrun.with(new Entry.Started(at("04:20"), at("04:00"), "host", 1));
    assertThat(Judgement.of(run, HOURLY, policy, at("04:40"), Optional.empty()).run()).isEmpty();
  }

  @Test
  void aScheduleThatIsChangedBeginsAnew() {
    LedgerState changed =
        UNTIL_TWO.with(new Entry.Began(at("09:30"), "0 30 2 * * * UTC", "host", 2));
    LedgerState same = UNTIL_TWO.with(new Entry.Began(at("09:30"), HOURLY.toString(), "host", 2));

    assertThat(changed.accounted()).isEqualTo(at("09:30"));
    assertThat(same.accounted()).isEqualTo(at("02:00"));
  }

  /** A clock that was a year ahead must not keep the schedule silent for a year. */
  @Test
  void linesOfAClockThatWasFarAheadAreNotWaitedFor() {
    Instant farAhead = Instant.parse("2027-05-01T00:00:00Z");
    LedgerState wrong = UNTIL_TWO.with(new Entry.Started(farAhead, farAhead, "host", 1));

    assertThat(wrong.ahead(at("10:00"))).isTrue();
    assertThat(wrong.with(new Entry.Began(at("10:00"), HOURLY.toString(), "host", 1)).accounted())
        .isEqualTo(at("10:00"));
    // Set back by an hour: what was run is not run again.
    assertThat(UNTIL_TWO.ahead(at("01:00"))).isFalse();
  }

  private static Judgement judge(Missed missed, Instant now, Optional<Instant> running) {
    return Judgement.of(UNTIL_TWO, HOURLY, new Policy(missed, Overrun.SKIP, MINUTE), now, running);
  }

  private static Instant at(String time) {
    return Instant.parse("2026-05-01T" + time + ":00Z");
  }
}
