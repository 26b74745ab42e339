package org.creditscoring.pipeline.run;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.stream.Stream;

/** What this process has used of its machine. */
final class Machine {
  private Machine() {}

  /** Processor time of all threads since the process began. */
  static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** Most bytes that the heap held since {@link #forgetPeakHeap}, never more than it may. */
  static long peakHeap() {
    // The parts of a heap are fullest at different instants, so their sum may be more than it
    // holds.
    long sum = heap().mapToLong(pool -> pool.getPeakUsage().getUsed()).sum();
    return Math.min(sum, Runtime.getRuntime().maxMemory());
  }

  static void forgetPeakHeap() {
    heap().forEach(MemoryPoolMXBean::resetPeakUsage);
  }

  private static Stream<MemoryPoolMXBean> heap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP);
  }
}
