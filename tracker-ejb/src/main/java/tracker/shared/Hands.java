package tracker.shared;

import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Pools whose threads are all there from the start. A thread that is made while the application is
 * being stopped dies at once under Payara ("Module is disabled"), and with it the task that it was
 * made for, which nobody would hear of.
 */
public final class Hands {
  private Hands() {}

  /** So many threads that carry out what they are given, one after the other. */
  public static ThreadPoolExecutor of(int many, ThreadFactory threads) {
    return ready(
        new ThreadPoolExecutor(
            many, many, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), threads));
  }

  /** So many threads that do things at their time. */
  public static ScheduledExecutorService scheduled(int many, ThreadFactory threads) {
    return ready(new ScheduledThreadPoolExecutor(many, threads));
  }

  private static <T extends ThreadPoolExecutor> T ready(T pool) {
    pool.prestartAllCoreThreads();
    return pool;
  }
}
