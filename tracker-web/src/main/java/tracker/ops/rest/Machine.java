package tracker.ops.rest;

import com.sun.management.UnixOperatingSystemMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Map;

/** Figures of the Java machine and its process, under the names that dashboards know. */
final class Machine {
  private Machine() {}

  static void write(Exposition out) {
    memory(out);
    collectors(out);
    out.single(
        "jvm_threads_current",
        "gauge",
        "Threads",
        ManagementFactory.getThreadMXBean().getThreadCount());
    out.single(
        "process_start_time_seconds",
        "gauge",
        "When the process began, as Unix time",
        ManagementFactory.getRuntimeMXBean().getStartTime() / 1000.0);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean unix) {
      out.single(
          "process_cpu_seconds_total", "counter", "CPU time", unix.getProcessCpuTime() / 1e9);
      out.single(
          "process_open_fds", "gauge", "Open files and sockets", unix.getOpenFileDescriptorCount());
      out.single("process_max_fds", "gauge", "Most open files", unix.getMaxFileDescriptorCount());
    }
  }

  private static void memory(Exposition out) {
    Map<String, MemoryUsage> areas =
        Map.of(
            "heap", ManagementFactory.getMemoryMXBean().getHeapMemoryUsage(),
            "nonheap", ManagementFactory.getMemoryMXBean().getNonHeapMemoryUsage());
    out.family("jvm_memory_used_bytes", "gauge", "Memory in use");
    areas.forEach((area, use) -> out.sample("jvm_memory_used_bytes", use.getUsed(), "area", area));
    out.family("jvm_memory_committed_bytes", "gauge", "Memory taken from the system");
    areas.forEach(
        (area, use) -> out.sample("jvm_memory_committed_bytes", use.getCommitted(), "area", area));
    out.family("jvm_memory_max_bytes", "gauge", "Most memory; -1 without a limit");
    areas.forEach((area, use) -> out.sample("jvm_memory_max_bytes", use.getMax(), "area", area));
  }

  private static void collectors(Exposition out) {
    out.family("jvm_gc_collection_seconds", "summary", "Time spent collecting garbage");
    for (GarbageCollectorMXBean one : ManagementFactory.getGarbageCollectorMXBeans()) {
      String name = one.getName();
      out.sample("jvm_gc_collection_seconds_count", one.getCollectionCount(), "gc", name);
      out.sample("jvm_gc_collection_seconds_sum", one.getCollectionTime() / 1000.0, "gc", name);
    }
  }
}
