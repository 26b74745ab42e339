package org.creditscoring.serving.auth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The tokens of a running service: a token that is made or revoked counts within a second. A
 * registry that cannot be used any more leaves the last usable one in force, and is logged.
 */
public final class LiveTokens implements Supplier<Tokens>, AutoCloseable {
  /** Between two looks at the registry. */
  private static final Duration INTERVAL = Duration.ofMillis(500);

  private static final Logger LOG = LoggerFactory.getLogger(LiveTokens.class);

  private final TokenRegistry registry;
  private final ScheduledExecutorService executor =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "token-watcher");
            thread.setDaemon(true);
            return thread;
          });
  private volatile Tokens tokens;
  private String seen;

  private LiveTokens(TokenRegistry registry) {
    this.registry = registry;
    seen = version();
    tokens = registry.read();
  }

  /**
   * @throws TokenFileException if the registry cannot be used
   */
  public static LiveTokens of(TokenRegistry registry) {
    LiveTokens live = new LiveTokens(registry);
    live.executor.scheduleWithFixedDelay(
        live::look, INTERVAL.toMillis(), INTERVAL.toMillis(), TimeUnit.MILLISECONDS);
    return live;
  }

  @Override
  public Tokens get() {
    return tokens;
  }

  @Override
  public void close() {
    executor.shutdownNow();
  }

  private void look() {
    String now = version();
    if (now.equals(seen)) {
      return;
    }
    seen = now;
    try {
      tokens = registry.read();
      LOG.info("{} tokens of {} are in force", tokens.all().size(), registry.path());
    } catch (RuntimeException e) {
      LOG.error("the tokens read before stay in force: {}", e.getMessage());
    }
  }

  /** A rename changes the key, a write in place the time or the size. */
  private String version() {
    try {
      BasicFileAttributes file = Files.readAttributes(registry.path(), BasicFileAttributes.class);
      return file.fileKey() + " " + file.lastModifiedTime() + " " + file.size();
    } catch (IOException e) {
      return "not there";
    }
  }
}
