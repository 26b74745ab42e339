package org.creditscoring.serving.metrics;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.ClassLoaderMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.FileDescriptorMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;

/** The meters of the service. */
public final class Metrics implements AutoCloseable {
  /** Any other is counted as one: a caller must not be able to make new series. */
  private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "OPTIONS");

  private static final String OTHER = "other";

  /** Prometheus' text format. */
  public static final String CONTENT_TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** From a look-up to a call that somebody would complain about. */
  private static final Duration[] BUCKETS = {
    Duration.ofNanos(100_000),
    Duration.ofNanos(250_000),
    Duration.ofNanos(500_000),
    Duration.ofMillis(1),
    Duration.ofNanos(2_500_000),
    Duration.ofMillis(5),
    Duration.ofMillis(10),
    Duration.ofMillis(25),
    Duration.ofMillis(100),
    Duration.ofMillis(500),
    Duration.ofSeconds(2)
  };

  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbage = new JvmGcMetrics();

  /** Micrometer holds what it counts from weakly, and would count 0 after the next collection. */
  private final List<DoubleSupplier> counted = new CopyOnWriteArrayList<>();

  private final ConcurrentMap<Answered, Timer> timers = new ConcurrentHashMap<>();

  /** What tells one series of latencies from another. */
  private record Answered(String method, String route, int status) {}

  public Metrics() {
    new ClassLoaderMetrics().bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
    new FileDescriptorMetrics().bindTo(registry);
    garbage.bindTo(registry);
  }

  /**
   * Counts a request and the time from its first byte to the last of its answer.
   *
   * @param route path with parameters in braces, so that no client becomes a series; empty for none
   */
  public void answered(String method, String route, int status, long nanos) {
    timers
        .computeIfAbsent(
            new Answered(METHODS.contains(method) ? method : OTHER, route, status), this::timer)
        .record(nanos, TimeUnit.NANOSECONDS);
  }

  /** A value that is asked for when it is read. */
  public void gauge(String name, String description, DoubleSupplier value) {
    Gauge.builder(name, value, DoubleSupplier::getAsDouble)
        .description(description)
        .strongReference(true)
        .register(registry);
  }

  /** A count that somebody else keeps. */
  public void count(String name, String description, DoubleSupplier value) {
    counted.add(value);
    FunctionCounter.builder(name, value, DoubleSupplier::getAsDouble)
        .description(description)
        .register(registry);
  }

  /** Everything, in Prometheus' text format. */
  public String text() {
    return registry.scrape();
  }

  @Override
  public void close() {
    garbage.close();
    registry.close();
  }

  private Timer timer(Answered answered) {
    return Timer.builder("http.server.requests")
        .description("From the first byte of a request to the last of its answer")
        .tag("method", answered.method())
        .tag("route", answered.route().isEmpty() ? "none" : answered.route())
        .tag("status", Integer.toString(answered.status()))
        .serviceLevelObjectives(BUCKETS)
        .register(registry);
  }
}
