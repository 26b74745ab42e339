package org.creditscoring.data.fidelity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.DoubleStream;
import org.creditscoring.data.fidelity.ColumnFacts.Group;
import org.creditscoring.data.fidelity.Distances.RatePair;
import org.creditscoring.data.fidelity.Distances.Worst;

/**
 * A quantity of a table's rows beside what the profile says of it.
 *
 * @param subject its name in the report
 * @param shares what a difference of its categories' shares is called
 */
record Watched(String subject, Quantity quantity, ColumnFacts facts, Measure shares) {

  /** A column of a table. */
  static Watched column(String table, Quantity quantity, ColumnFacts facts) {
    return new Watched(table + "." + quantity.name(), quantity, facts, Measure.CATEGORIES);
  }

  /** A relation between columns. */
  static Watched relation(String table, Quantity quantity, ColumnFacts facts) {
    return new Watched(table + ": " + quantity.name(), quantity, facts, Measure.RULE);
  }

  /** An empty tally that can answer what the facts ask. */
  Tally tally() {
    if (quantity instanceof Quantity.OfText text) {
      return new Tally.Texts(text);
    }
    return new Tally.Numbers((Quantity.OfNumber) quantity, cuts());
  }

  private double[] cuts() {
    DoubleStream.Builder cuts = DoubleStream.builder();
    cuts.add(0).add(ColumnFacts.SENTINEL);
    facts.quantiles().values().forEach(cuts::add);
    facts.sentinel().quantiles().values().forEach(cuts::add);
    facts.frequent().keySet().forEach(cuts::add);
    facts.frequencies().keySet().forEach(value -> cuts.add(Double.parseDouble(value)));
    for (ColumnFacts.Rate rate : facts.rates()) {
      if (rate.group() instanceof Group.Interval interval) {
        cuts.add(interval.from()).add(interval.to());
      } else if (rate.group() instanceof Group.Value value) {
        cuts.add(value.value());
      }
    }
    return cuts.build().toArray();
  }

  /** Compares; nothing where no row counted. */
  List<Finding> findings(Tally tally) {
    List<Finding> findings = new ArrayList<>();
    double all = tally.all().rows();
    if (all == 0) {
      return findings;
    }
    facts
        .missing()
        .ifPresent(
            expected ->
                findings.add(
                    share(Measure.MISSING, "missing", tally.missing().rows() / all, expected)));
    if (tally instanceof Tally.Numbers numbers) {
      ofNumbers(numbers, findings);
    } else {
      ofTexts((Tally.Texts) tally, findings);
    }
    if (!facts.rates().isEmpty()) {
      findings.add(finding(Measure.DEFAULT_RATES, Distances.rates(rates(tally))));
    }
    return findings;
  }

  private void ofTexts(Tally.Texts texts, List<Finding> findings) {
    if (!facts.frequencies().isEmpty()) {
      findings.add(finding(shares, Distances.totalVariation(facts.frequencies(), texts.shares())));
    }
  }

  private void ofNumbers(Tally.Numbers numbers, List<Finding> findings) {
    double present = numbers.present().rows();
    if (present == 0) {
      return;
    }
    if (!facts.frequencies().isEmpty()) {
      Map<String, Double> found = new HashMap<>();
      facts
          .frequencies()
          .keySet()
          .forEach(
              value -> found.put(value, numbers.at(Double.parseDouble(value)).rows() / present));
      findings.add(
          finding(shares, Distances.totalVariation(rest(facts.frequencies()), rest(found))));
    }
    quantiles(facts.quantiles(), numbers, present, findings);
    double none = numbers.at(ColumnFacts.SENTINEL).rows();
    quantiles(facts.sentinel().quantiles(), numbers, present - none, findings);
    facts
        .sentinel()
        .share()
        .ifPresent(
            expected ->
                findings.add(
                    share(
                        Measure.SENTINEL,
                        Figures.number(ColumnFacts.SENTINEL),
                        none / numbers.all().rows(),
                        expected)));
    facts
        .zero()
        .ifPresent(
            expected ->
                findings.add(share(Measure.ZEROS, "0", numbers.at(0).rows() / present, expected)));
    if (!facts.frequent().isEmpty()) {
      Map<String, Double> expected = new TreeMap<>();
      Map<String, Double> found = new TreeMap<>();
      facts
          .frequent()
          .forEach(
              (value, share) -> {
                expected.put(Figures.number(value), share);
                found.put(Figures.number(value), numbers.at(value).rows() / present);
              });
      findings.add(
          finding(Measure.FREQUENT, Distances.totalVariation(rest(expected), rest(found))));
    }
  }

  private void quantiles(
      TreeMap<Double, Double> quantiles, Tally.Numbers numbers, double of, List<Finding> findings) {
    if (quantiles.isEmpty() || of == 0) {
      return;
    }
    Distances.Placed placed =
        new Distances.Placed() {
          @Override
          public double below(double value) {
            return numbers.below(value).rows() / of;
          }

          @Override
          public double atMost(double value) {
            return numbers.atMost(value).rows() / of;
          }
        };
    findings.add(finding(Measure.QUANTILES, Distances.quantiles(quantiles, placed)));
  }

  /** These shares and, as one more, what they leave. */
  private static Map<String, Double> rest(Map<String, Double> shares) {
    Map<String, Double> whole = new TreeMap<>(shares);
    whole.put("another value", Math.max(0, 1 - shares.values().stream().mapToDouble(d -> d).sum()));
    return whole;
  }

  private List<RatePair> rates(Tally tally) {
    List<RatePair> pairs = new ArrayList<>();
    for (ColumnFacts.Rate rate : facts.rates()) {
      Tally.Count found = count(tally, rate.group());
      pairs.add(
          new RatePair(
              named(rate.group()),
              rate.rate(),
              rate.clients(),
              found.rows() == 0 ? 0 : (double) found.defaults() / found.rows(),
              found.rows()));
    }
    return pairs;
  }

  private static Tally.Count count(Tally tally, Group group) {
    if (group instanceof Group.Code code) {
      return ((Tally.Texts) tally).count(code.code());
    }
    if (group instanceof Group.Missing) {
      return tally.missing();
    }
    Tally.Numbers numbers = (Tally.Numbers) tally;
    return group instanceof Group.Value value
        ? numbers.at(value.value())
        : numbers
            .atMost(((Group.Interval) group).to())
            .minus(numbers.atMost(((Group.Interval) group).from()));
  }

  private static String named(Group group) {
    if (group instanceof Group.Code code) {
      return code.code().isEmpty()
          ? "default rate where missing"
          : "default rate of " + code.code();
    }
    if (group instanceof Group.Missing) {
      return "default rate where missing";
    }
    return group instanceof Group.Value value
        ? "default rate of " + Figures.number(value.value())
        : "default rate up to " + Figures.number(((Group.Interval) group).to());
  }

  private Finding share(Measure measure, String what, double found, double expected) {
    return new Finding(
        subject, measure, Math.abs(found - expected), Figures.share(what, found, expected));
  }

  private Finding finding(Measure measure, Worst worst) {
    return new Finding(subject, measure, worst.distance(), worst.detail());
  }
}
