package org.creditscoring.pipeline.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {
  private static final Instant TWO = Instant.parse("2026-05-01T02:00:00Z");
  private static final Instant THREE = Instant.parse("2026-05-01T03:00:00Z");
  private static final Instant FOUR = Instant.parse("2026-05-01T04:00:00Z");
  @TempDir Path directory;
  private final List<String> warnings = new ArrayList<>();

  @Test
  void aLineIsJson() throws IOException {
    ledger().append(new Entry.Ended(THREE, TWO, 0, "published", "20260501T020500Z-0a", 63.2, ""));
    ledger().append(new Entry.Overrun(THREE, THREE, TWO, ScheduleSettings.Overrun.RUN_AFTER));

    assertThat(Files.readAllLines(file()))
        .containsExactly(
            "{\"event\":\"ended\",\"at\":\"2026-05-01T03:00:00Z\",\"due\":\"2026-05-01T02:00:00Z\",\"exitCode\":0,\"outcome\":\"published\",\"snapshotId\":\"20260501T020500Z-0a\",\"seconds\":63.2,\"note\":\"\"}",
            "{\"event\":\"overrun\",\"at\":\"2026-05-01T03:00:00Z\",\"due\":\"2026-05-01T03:00:00Z\",\"behind\":\"2026-05-01T02:00:00Z\",\"then\":\"RUN_AFTER\"}");
  }

  @Test
  void oneReadsWhatAnotherHasAppended() throws IOException {
    Ledger one = ledger();
    Ledger other = ledger();
    one.append(new Entry.Began(TWO, "hourly", "host", 1));
    assertThat(other.catchUp().accounted()).isEqualTo(TWO);

    other.append(new Entry.Started(THREE, THREE, "host", 2));
    other.append(new Entry.Running(THREE, THREE, 77, TWO));

    LedgerState state = one.catchUp();
    assertThat(state.accounted()).isEqualTo(THREE);
    assertThat(state.open().orElseThrow().process().orElseThrow().pid()).isEqualTo(77);
    one.append(new Entry.Ended(FOUR, THREE, 0, "published", "", 1, ""));
    assertThat(other.catchUp().open()).isEmpty();
    assertThat(other.catchUp()).isEqualTo(ledger().catchUp());
  }

  @Test
  void aHalfLineIsLeftAloneAndTheNextOneBeginsOnItsOwn() throws IOException {
    Ledger ledger = ledger();
    ledger.append(new Entry.Missed(FOUR, TWO, THREE, 2));
    Files.writeString(file(), "{\"event\":\"star", StandardOpenOption.APPEND);
    assertThat(ledger.catchUp().accounted()).isEqualTo(THREE);
    assertThat(warnings).isEmpty();

    ledger.append(new Entry.Started(FOUR, FOUR, "host", 1));

    assertThat(ledger.catchUp().accounted()).isEqualTo(FOUR);
    assertThat(warnings).singleElement().asString().contains("schedule.jsonl", "no entry");
  }

  @Test
  void oneThatIsTakenAwayIsBegunAnew() throws IOException {
    Ledger ledger = ledger();
    ledger.append(new Entry.Began(FOUR, "hourly", "host", 1));
    ledger.catchUp();
    Files.delete(file());

    assertThat(ledger.catchUp()).isEqualTo(LedgerState.EMPTY);
  }

  @Test
  void theHistoryHasOneRowForEachDueTime() throws IOException {
    Ledger ledger = ledger();
    ledger.append(new Entry.Began(TWO, "hourly", "host", 1));
    ledger.append(new Entry.Missed(TWO, TWO.minusSeconds(7200), TWO.minusSeconds(3600), 2));
    ledger.append(new Entry.Started(TWO, TWO, "host", 1));
    ledger.append(new Entry.Overrun(THREE, THREE, TWO, ScheduleSettings.Overrun.SKIP));
    ledger.append(new Entry.Ended(FOUR, TWO, 3, "held", "20260501T020500Z-0a", 63.25, ""));
    ledger.append(new Entry.Started(FOUR, FOUR, "host", 1));

    assertThat(History.of(ledger.entries()).lines(3, ZoneOffset.ofHours(1)))
        .containsExactly(
            "due                         became       exit   seconds  snapshot or note",
            "2026-05-01 03:00:00+01:00   held            3      63.3  20260501T020500Z-0a",
            "2026-05-01 04:00:00+01:00   overrun",
            "2026-05-01 05:00:00+01:00   running");
  }

  private Ledger ledger() {
    return new Ledger(file(), warnings::add);
  }

  private Path file() {
    return directory.resolve("schedule.jsonl");
  }
}
