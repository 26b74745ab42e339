package org.creditscoring.serving.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class FloodsTest {
  /** Of a clock that may begin anywhere, as the JDK's does. */
  private final AtomicLong now = new AtomicLong(Long.MAX_VALUE - 5);

  private final Floods floods = new Floods(now::get);

  private int lines(String address, int requests) {
    return (int) IntStream.range(0, requests).filter(i -> floods.take(address)).count();
  }

  private void aMinutePasses() {
    now.addAndGet(TimeUnit.MINUTES.toNanos(1));
  }

  @Test
  void eachAddressHasSoManyLinesAMinute() {
    assertThat(lines("192.0.2.1", 1_000)).isEqualTo(60);
    assertThat(lines("192.0.2.2", 61)).isEqualTo(60);
    assertThat(lines("192.0.2.3", 60)).isEqualTo(60);
    assertThat(floods.over()).as("while the minute runs").isEmpty();
    aMinutePasses();
    assertThat(floods.over()).isEqualTo(Map.of("192.0.2.1", 940, "192.0.2.2", 1));
    assertThat(floods.over()).as("told once").isEmpty();
    assertThat(lines("192.0.2.1", 10)).isEqualTo(10);
    assertThat(floods.counted()).isEqualTo(941);
  }

  @Test
  void aMinuteThatEndsUnderAFloodIsToldToo() {
    lines("192.0.2.1", 100);
    aMinutePasses();
    lines("192.0.2.1", 100);
    assertThat(floods.over()).isEqualTo(Map.of("192.0.2.1", 40));
    assertThat(floods.rest()).isEqualTo(Map.of("192.0.2.1", 40));
    assertThat(floods.rest()).isEmpty();
  }

  @Test
  void whatCouldNotBeToldIsToldLater() {
    floods.keep("192.0.2.1", 7);
    floods.keep("192.0.2.1", 2);
    assertThat(floods.over()).as("not at every request").isEmpty();
    aMinutePasses();
    assertThat(floods.over()).isEqualTo(Map.of("192.0.2.1", 9));
  }

  @Test
  void addressesWithoutEndCountAsOne() {
    int lines = IntStream.range(0, 10_000).map(i -> lines("2001:db8::" + i, 1)).sum();
    assertThat(lines).isEqualTo(200 + 60);
    assertThat(floods.rest()).isEqualTo(Map.of("others", 10_000 - 260));
  }
}
