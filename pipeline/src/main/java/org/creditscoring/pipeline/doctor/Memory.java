package org.creditscoring.pipeline.doctor;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The heap that a refresh may take, against the machine's memory. XGBoost's own memory and Spark's
 * buffers lie outside of the heap, so a fifth must be left.
 *
 * @param total bytes that this machine, or this container, has
 * @param available bytes that are free, or soon could be
 */
record Memory(long total, long available) {
  private static final String WHAT = "memory";
  private static final Pattern HEAP = Pattern.compile("-Xmx(\\d+)([kKmMgGtT]?)");
  private static final Pattern AVAILABLE = Pattern.compile("MemAvailable:\\s+(\\d+) kB");
  private static final double SHARE = 0.8;

  static Memory ofThisMachine() {
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    long total = system.getTotalMemorySize();
    return new Memory(
        total, Math.min(total, linuxAvailable().orElseGet(system::getFreeMemorySize)));
  }

  /**
   * @param jvm options of the refresh's JVM
   */
  static List<Finding> findings(String jvm, Memory memory) {
    Optional<Long> heap = heap(jvm);
    if (heap.isEmpty()) {
      return List.of(
          Finding.ok(
              WHAT,
              "%s; a refresh takes the JVM's own share of it ('%s' has no -Xmx)"
                  .formatted(gigabytes(memory.total), jvm)));
    }
    String found =
        "%s, %s of it available; a refresh may take a heap of %s"
            .formatted(gigabytes(memory.total), gigabytes(memory.available), gigabytes(heap.get()));
    String less =
        "set CREDIT_PIPELINE_JVM=-Xmx%dg, or take a larger machine"
            .formatted(Math.max(1, (long) (SHARE * memory.total) >> 30));
    if (heap.get() > memory.total) {
      return List.of(Finding.bad(WHAT, found, less));
    }
    if (heap.get() > SHARE * memory.total) {
      return List.of(Finding.warn(WHAT, found + ", which leaves too little beside the heap", less));
    }
    if (heap.get() > memory.available) {
      return List.of(Finding.warn(WHAT, found, "end other programs before a refresh, or " + less));
    }
    return List.of(Finding.ok(WHAT, found));
  }

  /** The last -Xmx counts, as for the JVM. */
  static Optional<Long> heap(String jvm) {
    Matcher matcher = HEAP.matcher(jvm);
    Optional<Long> heap = Optional.empty();
    while (matcher.find()) {
      int power =
          " kmgt"
              .indexOf(
                  matcher.group(2).isEmpty() ? " " : matcher.group(2).toLowerCase(Locale.ROOT));
      heap = Optional.of(Long.parseLong(matcher.group(1)) << (10 * power));
    }
    return heap;
  }

  private static Optional<Long> linuxAvailable() {
    try {
      Matcher matcher = AVAILABLE.matcher(Files.readString(Path.of("/proc/meminfo")));
      return matcher.find()
          ? Optional.of(Long.parseLong(matcher.group(1)) << 10)
          : Optional.empty();
    } catch (IOException e) {
      // Another system: what Java knows must do.
      return Optional.empty();
    }
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.1f GB", bytes / (double) (1 << 30));
  }
}
