package org.creditscoring.pipeline.run;

import com.typesafe.config.Config;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What keeps a snapshot from being published.
 *
 * @param mode the most that any gate may do
 * @param least clients or rows, 1 or more: fewer are not judged by their shares
 * @param samePopulation share of the clients, of whichever snapshot has fewer, that must be in both
 *     for the two to be compared, 0 to 1
 * @param keepHeld how many snapshots that were stopped are kept, 1 or more
 * @param limits of each gate
 */
public record GateSettings(
    Mode mode, int least, double samePopulation, int keepHeld, Map<GateName, Limits> limits) {

  /** What a gate may do, rising. */
  public enum Mode {
    OFF,
    WARN,
    STOP;

    /** As it is written in settings and flags. */
    public String written() {
      return name().toLowerCase(Locale.ROOT);
    }

    /**
     * @throws IllegalArgumentException naming the setting and what it may be
     */
    static Mode of(String setting, String value) {
      return Stream.of(values())
          .filter(mode -> mode.written().equals(value))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "setting "
                          + setting
                          + " is "
                          + value
                          + "; it must be "
                          + Stream.of(values())
                              .map(Mode::written)
                              .collect(Collectors.joining(", "))));
    }
  }

  /**
   * When a gate warns and when it stops.
   *
   * @param mode the most that it may do
   * @param warn value from which it warns, above 0
   * @param stop value from which it stops, not below {@code warn}
   */
  public record Limits(Mode mode, double warn, double stop) {}

  public GateSettings {
    Check.that(least >= 1, "gates.least", least, "1 or more");
    Check.that(
        samePopulation >= 0 && samePopulation <= 1,
        "gates.samePopulation",
        samePopulation,
        "0 to 1");
    Check.that(keepHeld >= 1, "gates.keepHeld", keepHeld, "1 or more");
    limits.forEach(GateSettings::check);
    limits = Map.copyOf(limits);
  }

  private static void check(GateName gate, Limits limits) {
    String setting = "gates." + gate.setting();
    Check.that(limits.warn() > 0, setting + ".warn", limits.warn(), "above 0");
    Check.that(
        limits.stop() >= limits.warn(),
        setting + ".stop",
        limits.stop(),
        "no less than warn, which is " + limits.warn());
  }

  static GateSettings of(Config config) {
    Map<GateName, Limits> limits = new EnumMap<>(GateName.class);
    for (GateName gate : GateName.values()) {
      Config own = config.getConfig(gate.setting());
      limits.put(
          gate,
          new Limits(
              Mode.of("gates." + gate.setting() + ".mode", own.getString("mode")),
              own.getDouble("warn"),
              own.getDouble("stop")));
    }
    return new GateSettings(
        Mode.of("gates.mode", config.getString("mode")),
        config.getInt("least"),
        config.getDouble("samePopulation"),
        config.getInt("keepHeld"),
        limits);
  }

  /** The levels of a gate, which does no more than any gate may. */
  public Limits of(GateName gate) {
    Limits own = limits.get(gate);
    return own.mode().compareTo(mode) <= 0 ? own : new Limits(mode, own.warn(), own.stop());
  }

  /** The same with another most that any gate may do. */
  public GateSettings in(Mode other) {
    return new GateSettings(other, least, samePopulation, keepHeld, limits);
  }
}
