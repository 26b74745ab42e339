package org.creditscoring.pipeline.schedule;

import com.cronutils.model.Cron;
import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.field.CronFieldName;
import com.cronutils.model.field.expression.Always;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.Optional;

/**
 * A cron expression of six fields (second, minute, hour, day of the month, month, day of the week)
 * in a time zone.
 *
 * <p>On the days when the clocks change: local times that there are not are due at once when the
 * clocks have gone forward, together, so that a nightly refresh is not left out. Local times that
 * come twice are due the first time only, unless the expression is for every hour: then it goes on
 * by elapsed time.
 */
public final class CronSchedule {
  private static final int FIELDS = 6;
  private static final CronParser PARSER =
      new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.SPRING53));

  private final Cron cron;
  private final ExecutionTime times;
  private final ZoneId zone;
  private final boolean everyHour;

  private CronSchedule(Cron cron, ZoneId zone) {
    this.cron = cron;
    this.times = ExecutionTime.forCron(cron);
    this.zone = zone;
    this.everyHour = cron.retrieve(CronFieldName.HOUR).getExpression() instanceof Always;
  }

  /**
   * @throws IllegalArgumentException saying what is wrong with the expression
   */
  public static CronSchedule of(String expression, ZoneId zone) {
    String[] fields = expression.strip().split("\\s+");
    if (fields.length == FIELDS - 1) {
      throw new IllegalArgumentException(
          "'%s' has no field for the second: '0 %s' is on the minute"
              .formatted(expression, expression.strip()));
    }
    try {
      return new CronSchedule(PARSER.parse(expression).validate(), zone);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'%s' is no cron expression of second, minute, hour, day of the month, month and day of the week: %s"
              .formatted(expression, e.getMessage()),
          e);
    }
  }

  public ZoneId zone() {
    return zone;
  }

  /** The expression and its zone, by which two schedules are the same. */
  @Override
  public String toString() {
    return cron.asString() + " " + zone;
  }

  /** The first due time after an instant; empty if there is none. */
  public Optional<Instant> next(Instant after) {
    ZoneRules rules = zone.getRules();
    ZoneOffset offset = rules.getOffset(after);
    LocalDateTime from = LocalDateTime.ofInstant(after.truncatedTo(ChronoUnit.SECONDS), offset);
    ZoneOffsetTransition before = rules.previousTransition(after.plusNanos(1));
    if (before != null && once(before) && from.isBefore(before.getDateTimeBefore())) {
      from = justBefore(before.getDateTimeBefore());
    }
    Optional<LocalDateTime> due = nextLocal(from);
    ZoneOffsetTransition change = rules.nextTransition(after);
    // From one change of the clocks to the next the offset is one, and local time runs evenly.
    while (due.isPresent()
        && change != null
        && !due.get().toInstant(offset).isBefore(change.getInstant())) {
      if (change.isGap() && due.get().isBefore(change.getDateTimeAfter())) {
        return Optional.of(change.getInstant());
      }
      if (change.isOverlap()) {
        LocalDateTime start = everyHour ? change.getDateTimeAfter() : change.getDateTimeBefore();
        due = nextLocal(justBefore(start));
      }
      offset = change.getOffsetAfter();
      change = rules.nextTransition(change.getInstant());
    }
    ZoneOffset then = offset;
    return due.map(local -> local.toInstant(then));
  }

  /** Whether local times that come twice are due once. */
  private boolean once(ZoneOffsetTransition change) {
    return change.isOverlap() && !everyHour;
  }

  private static LocalDateTime justBefore(LocalDateTime time) {
    return time.minusSeconds(1);
  }

  private Optional<LocalDateTime> nextLocal(LocalDateTime after) {
    // The library sees plain calendar time alone: where the clocks go forward it would leave a
    // night out.
    return times.nextExecution(after.atZone(ZoneOffset.UTC)).map(time -> time.toLocalDateTime());
  }
}
