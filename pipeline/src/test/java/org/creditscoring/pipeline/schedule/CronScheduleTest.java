package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * In Paris the clocks go from 02:00 to 03:00 on 29 March 2026 (01:00 UTC) and from 03:00 back to
 * 02:00 on 25 October 2026 (01:00 UTC).
 */
class CronScheduleTest {
  private static final String NIGHTLY = "0 30 2 * * *";

  @Test
  void everyNightAtHalfPastTwo() {
    assertThat(due(NIGHTLY, "Europe/Paris", "2026-01-10T12:00:00Z", 3))
        .containsExactly("2026-01-11T01:30:00Z", "2026-01-12T01:30:00Z", "2026-01-13T01:30:00Z");
  }

  @Test
  void aTimeThatThereIsNotIsDueWhenTheClocksHaveGoneForward() {
    assertThat(due(NIGHTLY, "Europe/Paris", "2026-03-27T12:00:00Z", 3))
        .containsExactly("2026-03-28T01:30:00Z", "2026-03-29T01:00:00Z", "2026-03-30T00:30:00Z");
  }

  @Test
  void severalTimesThatThereAreNotAreDueTogether() {
    assertThat(due("0 0,15,30 2 * * *", "Europe/Paris", "2026-03-28T12:00:00Z", 2))
        .containsExactly("2026-03-29T01:00:00Z", "2026-03-30T00:00:00Z");
  }

  @Test
  void aTimeThatComesTwiceIsDueTheFirstTime() {
    assertThat(due(NIGHTLY, "Europe/Paris", "2026-10-23T12:00:00Z", 3))
        .containsExactly("2026-10-24T00:30:00Z", "2026-10-25T00:30:00Z", "2026-10-26T01:30:00Z");
  }

  @Test
  void norIsItDueTheSecondTimeForAschedulerThatBeginsInBetween() {
    assertThat(due(NIGHTLY, "Europe/Paris", "2026-10-25T01:10:00Z", 1))
        .containsExactly("2026-10-26T01:30:00Z");
    assertThat(due(NIGHTLY, "Europe/Paris", "2026-10-25T01:00:00Z", 1))
        .containsExactly("2026-10-26T01:30:00Z");
  }

  @Test
  void everyTwentySecondsIsElapsedTimeWhenTheClocksChange() {
    assertThat(due("*/20 * * * * *", "Europe/Paris", "2026-03-29T00:59:20Z", 3))
        .containsExactly("2026-03-29T00:59:40Z", "2026-03-29T01:00:00Z", "2026-03-29T01:00:20Z");
    assertThat(due("*/20 * * * * *", "Europe/Paris", "2026-10-25T00:59:20Z", 3))
        .containsExactly("2026-10-25T00:59:40Z", "2026-10-25T01:00:00Z", "2026-10-25T01:00:20Z");
  }

  @Test
  void everyTwentyMinutesRunsThroughBothOfTheHoursThatAreAlike() {
    assertThat(due("0 */20 * * * *", "Europe/Paris", "2026-10-25T00:00:00Z", 6))
        .containsExactly(
            "2026-10-25T00:20:00Z",
            "2026-10-25T00:40:00Z",
            "2026-10-25T01:00:00Z",
            "2026-10-25T01:20:00Z",
            "2026-10-25T01:40:00Z",
            "2026-10-25T02:00:00Z");
  }

  /** Clocks change there by half an hour: on 4 October 2026 from 02:00 to 02:30. */
  @Test
  void aChangeOfHalfAnHour() {
    assertThat(due("0 15 2 * * *", "Australia/Lord_Howe", "2026-10-02T18:00:00Z", 2))
        .containsExactly("2026-10-03T15:30:00Z", "2026-10-04T15:15:00Z");
  }

  @Test
  void aZoneWhoseClocksNeverChange() {
    assertThat(due("0 0 0 29 2 *", "UTC", "2026-01-01T00:00:00Z", 2))
        .containsExactly("2028-02-29T00:00:00Z", "2032-02-29T00:00:00Z");
  }

  @Test
  void aDueTimeIsNotAfterItself() {
    assertThat(due("0 0 * * * *", "UTC", "2026-01-01T00:00:00Z", 1))
        .containsExactly("2026-01-01T01:00:00Z");
    assertThat(due("* * * * * *", "UTC", "2026-01-01T00:00:00.5Z", 1))
        .containsExactly("2026-01-01T00:00:01Z");
  }

  @Test
  void aDayThatNeverComesIsNeverDue() {
    assertThat(due("0 30 2 31 2 *", "Europe/Paris", "2026-01-01T00:00:00Z", 1)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "30 2 * * *|'0 30 2 * * *'",
        "0 30 25 * * *|25 not in range [0, 23]",
        "every night|second, minute, hour",
        "|second, minute, hour"
      })
  void whatIsNoExpressionIsTold(String expression, String told) {
    assertThatThrownBy(
            () -> CronSchedule.of(expression == null ? "" : expression, ZoneId.of("UTC")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(told);
  }

  private static List<String> due(String expression, String zone, String after, int count) {
    CronSchedule schedule = CronSchedule.of(expression, ZoneId.of(zone));
    List<String> due = new ArrayList<>();
    Optional<Instant> next = schedule.next(Instant.parse(after));
    while (next.isPresent() && due.size() < count) {
      due.add(next.get().toString());
      next = schedule.next(next.get());
    }
    return due;
  }
}
