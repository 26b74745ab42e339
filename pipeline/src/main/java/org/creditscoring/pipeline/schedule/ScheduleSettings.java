package org.creditscoring.pipeline.schedule;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigValueType;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.creditscoring.pipeline.run.Installation;
import org.creditscoring.pipeline.run.SettingsBlock;
import org.creditscoring.pipeline.run.WrongSettingException;

/**
 * Every setting of the scheduler; the defaults and their meaning stand in {@code reference.conf}.
 *
 * @param cron expression of six fields; blank if no refresh is scheduled
 * @param zone in which it counts
 * @param directory of the ledger, the locks and the reports, absolute
 * @param refresh what is run
 * @param policy what is done about a due time at which it cannot be run
 * @param hooks what is run afterwards
 */
public record ScheduleSettings(
    String cron, ZoneId zone, Path directory, Refresh refresh, Policy policy, Hooks hooks) {
  private static final String BLOCK = "credit.schedule";

  /**
   * @param home where the command runs, and from where its relative path counts
   * @param command program and arguments, to which {@code --report FILE} is added; no shell reads
   *     it
   * @param timeout after which it is ended; zero for never
   * @param keepReports of so many runs, 1 or more
   */
  public record Refresh(Path home, List<String> command, Duration timeout, int keepReports) {
    public Refresh {
      command = List.copyOf(command);
      check(!command.isEmpty(), "command", "empty", "a program and its arguments");
      check(!timeout.isNegative(), "timeout", timeout, "0s for none, or more");
      check(keepReports >= 1, "keepReports", keepReports, "1 or more");
    }
  }

  /**
   * @param missed for due times at which no scheduler was awake
   * @param overrun for due times at which a refresh was still running
   * @param tolerance how late a due time may be taken up and still not be missed
   */
  public record Policy(Missed missed, Overrun overrun, Duration tolerance) {
    public Policy {
      check(tolerance.toSeconds() >= 1, "tolerance", tolerance, "1s or more");
    }
  }

  /** What is done about missed due times. */
  public enum Missed {
    /** The last of them is run late. */
    RUN_ONCE,
    SKIP
  }

  /** What is done about a due time at which a refresh was still running. */
  public enum Overrun {
    SKIP,
    /** One more is run as soon as that one has ended. */
    RUN_AFTER
  }

  /**
   * Programs and arguments, without a shell; none if empty.
   *
   * @param onSuccess run after a refresh that published a snapshot
   * @param onFailure run after any other
   * @param timeout after which a hook is ended, 1 s or more
   */
  public record Hooks(List<String> onSuccess, List<String> onFailure, Duration timeout) {
    public Hooks {
      onSuccess = List.copyOf(onSuccess);
      onFailure = List.copyOf(onFailure);
      check(timeout.toSeconds() >= 1, "hookTimeout", timeout, "1s or more");
    }
  }

  /**
   * Environment over settings file over {@code reference.conf}; relative paths count from the
   * project's folder.
   *
   * @throws WrongSettingException naming the setting that cannot be used
   */
  public static ScheduleSettings load(Map<String, String> environment) {
    Path home = Installation.home(environment).toAbsolutePath();
    try {
      return of(SettingsBlock.load(BLOCK, Installation.conf(environment), environment), home);
    } catch (ConfigException | IllegalArgumentException e) {
      throw new WrongSettingException(e);
    }
  }

  /**
   * @param root a resolved configuration that holds the whole block {@code credit.schedule}
   * @param home from which relative paths count
   */
  static ScheduleSettings of(Config root, Path home) {
    Config config = root.getConfig(BLOCK);
    return new ScheduleSettings(
        config.getString("cron").strip(),
        zone(config.getString("zone").strip()),
        home.resolve(config.getString("directory")),
        new Refresh(
            home,
            words(config, "command"),
            config.getDuration("timeout"),
            config.getInt("keepReports")),
        new Policy(
            choice(config, "missed", Missed.class),
            choice(config, "overrun", Overrun.class),
            config.getDuration("tolerance")),
        new Hooks(
            words(config, "onSuccess"),
            words(config, "onFailure"),
            config.getDuration("hookTimeout")));
  }

  /** The same settings for another expression in another zone. */
  ScheduleSettings at(String otherCron, ZoneId otherZone) {
    return new ScheduleSettings(otherCron, otherZone, directory, refresh, policy, hooks);
  }

  /** Whether there is a schedule at all. */
  boolean scheduled() {
    return !cron.isEmpty();
  }

  /** The schedule that these settings make. */
  CronSchedule schedule() {
    return CronSchedule.of(cron, zone);
  }

  /**
   * @throws IllegalArgumentException if there is no such zone
   */
  static ZoneId zone(String name) {
    try {
      return name.isEmpty() ? ZoneId.systemDefault() : ZoneId.of(name);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(
          "setting zone is "
              + name
              + "; it must be a zone of the IANA database, such as Europe/Paris, or empty for this machine's",
          e);
    }
  }

  /** A list; in the environment, words with blanks between them. */
  private static List<String> words(Config config, String key) {
    return config.getValue(key).valueType() == ConfigValueType.LIST
        ? config.getStringList(key)
        : Arrays.stream(config.getString(key).split("\\s+"))
            .filter(word -> !word.isEmpty())
            .toList();
  }

  private static <E extends Enum<E>> E choice(Config config, String key, Class<E> type) {
    String value = config.getString(key);
    return Arrays.stream(type.getEnumConstants())
        .filter(one -> written(one).equals(value))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "setting %s is %s; it must be %s"
                        .formatted(
                            key,
                            value,
                            Arrays.stream(type.getEnumConstants())
                                .map(ScheduleSettings::written)
                                .collect(Collectors.joining(" or ")))));
  }

  /** As a choice stands in a settings file. */
  static String written(Enum<?> choice) {
    return choice.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static void check(boolean valid, String setting, Object value, String allowed) {
    if (!valid) {
      throw new IllegalArgumentException(
          "setting %s is %s; it must be %s".formatted(setting, value, allowed));
    }
  }
}
