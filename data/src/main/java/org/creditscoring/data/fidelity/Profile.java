package org.creditscoring.data.fidelity;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.creditscoring.data.fidelity.ColumnFacts.Group;
import org.creditscoring.data.fidelity.ColumnFacts.Rate;
import org.creditscoring.data.fidelity.ColumnFacts.Sentinel;

/** Aggregates of raw tables, as a JSON file gives them; its form is written down in PROFILE.md. */
public final class Profile {
  private static final String SENTINEL = String.valueOf(ColumnFacts.SENTINEL);

  private final Section root;

  private Profile(Section root) {
    this.root = root;
  }

  /** Spearman's correlation of two columns. */
  record Pair(String first, String second, double correlation) {}

  /**
   * @throws com.typesafe.config.ConfigException if the file is not there or no JSON
   */
  public static Profile read(Path file) {
    return new Profile(Section.read(file));
  }

  Section section(String name) {
    return root.section(name);
  }

  /** How many rows of a table were profiled; 0 if the profile does not know the table. */
  long rows(String table) {
    return (long) root.section(table).number("rows").orElse(0);
  }

  /**
   * What is known of a table's columns, in their alphabetical order; keys and ids are left out.
   *
   * @throws BadTableException naming file and line of what has not the right form
   */
  Map<String, ColumnFacts> columns(String table) {
    Section columns = root.section(table).section("columns");
    Map<String, ColumnFacts> facts = new LinkedHashMap<>();
    for (String column : columns.keys()) {
      Section known = columns.section(column);
      if (!known.has("min")) {
        facts.put(column, facts(known));
      }
    }
    return facts;
  }

  /** Whether a column is declared as text. */
  boolean isText(String table, String column) {
    return !root.section(table).section("columns").section(column).has("quantiles");
  }

  /** The pairs of every {@code spearman_…} matrix of a table, each once. */
  List<Pair> correlations(String table) {
    Section facts = root.section(table);
    Map<String, Pair> pairs = new TreeMap<>();
    for (String matrix : facts.keys()) {
      if (!matrix.startsWith("spearman")) {
        continue;
      }
      for (String first : facts.section(matrix).keys()) {
        facts
            .section(matrix)
            .section(first)
            .numbers()
            .forEach(
                (second, value) -> {
                  if (first.compareTo(second) < 0) {
                    pairs.put(first + " " + second, new Pair(first, second, value));
                  }
                });
      }
    }
    return List.copyOf(pairs.values());
  }

  private static ColumnFacts facts(Section column) {
    Map<Double, Double> frequent = new HashMap<>();
    column
        .section("top_values")
        .numbers()
        .forEach((value, share) -> frequent.put(Double.valueOf(value), share));
    boolean counted = column.has("frequencies");
    return new ColumnFacts(
        column.number("missing_rate"),
        column.section("frequencies").numbers(),
        counted ? new TreeMap<>() : quantiles(column.section("quantiles")),
        column.has("without_sentinel")
            ? new Sentinel(
                column.number("sentinel_" + SENTINEL + "_share_of_all_rows"),
                quantiles(column.section("without_sentinel").section("quantiles")))
            : Sentinel.NONE,
        counted ? OptionalDouble.empty() : column.number("zero_share"),
        frequent,
        rates(column),
        column.number("spearman_target"));
  }

  /** Levels are written as percentages: {@code p25}. */
  static TreeMap<Double, Double> quantiles(Section section) {
    TreeMap<Double, Double> quantiles = new TreeMap<>();
    section
        .numbers()
        .forEach(
            (level, value) -> quantiles.put(Double.parseDouble(level.substring(1)) / 100, value));
    return quantiles;
  }

  private static List<Rate> rates(Section column) {
    boolean text = !column.has("quantiles");
    List<Rate> rates = new ArrayList<>();
    Section byValue = column.section("default_rate");
    for (String value : byValue.keys()) {
      rates.add(
          rate(
              text ? new Group.Code(value) : new Group.Value(Double.parseDouble(value)),
              byValue.section(value)));
    }
    for (Section decile : column.sections("default_rate_by_decile")) {
      rates.add(rate(new Group.Interval(decile.required("lo"), decile.required("hi")), decile));
    }
    if (column.isSection("default_rate_missing")) {
      rates.add(rate(new Group.Missing(), column.section("default_rate_missing")));
    }
    return rates;
  }

  private static Rate rate(Group group, Section rate) {
    return new Rate(group, rate.required("rate"), (long) rate.required("n"));
  }
}
