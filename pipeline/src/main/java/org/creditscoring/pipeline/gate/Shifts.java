package org.creditscoring.pipeline.gate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.snapshot.GateReport.Finding;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Shift;

/**
 * How far values have moved, clients of known outcome compared with such clients and the others
 * with the others.
 */
record Shifts(Levels levels, Against against, Subject subject, Measure measure) implements Gate {

  /** What is compared. */
  enum Subject {
    /** Every feature and, where they are counted, the raw inputs of row features. */
    FEATURES,
    SCORE
  }

  /** By what a shift is measured. */
  enum Measure {
    PSI {
      @Override
      double seen(Shift shift) {
        return shift.psi().value();
      }

      @Override
      double chance(Shift shift) {
        return shift.psi().chance();
      }

      @Override
      String told(double seen) {
        return String.format(Locale.ROOT, "PSI %.2f", seen);
      }
    },
    MISSING {
      @Override
      double seen(Shift shift) {
        return shift.missing().distance();
      }

      @Override
      double chance(Shift shift) {
        return shift.missing().chance();
      }

      @Override
      String told(double seen) {
        return String.format(Locale.ROOT, "%.1f points", 100 * seen);
      }
    };

    abstract double seen(Shift shift);

    abstract double chance(Shift shift);

    abstract String told(double seen);
  }

  @Override
  public Verdict judge(Evidence evidence) {
    List<Shift> shifts = shifts(evidence);
    if (shifts.isEmpty()) {
      return levels.none(why(evidence));
    }
    Shift most = shifts.stream().max(Comparator.comparingDouble(measure::seen)).orElseThrow();
    Set<String> derived = derived(evidence);
    return levels.of(
        shifts.stream()
            // What comes straight from a table before what was made of it: the cause first.
            .sorted(
                Comparator.comparing((Shift shift) -> derived.contains(shift.name()))
                    .thenComparing(Comparator.comparingDouble(measure::seen).reversed()))
            .map(shift -> finding(shift, evidence))
            .filter(finding -> finding.level() != Level.OK)
            .toList(),
        measure.seen(most),
        shifts.size()
            + " comparisons, the most "
            + measure.told(measure.seen(most))
            + ": "
            + most.name()
            + " of "
            + most.kind().label()
            + " clients");
  }

  private String why(Evidence evidence) {
    boolean nothing =
        subject == Subject.FEATURES
            ? against.values(evidence).isEmpty()
            : against.score(evidence).isEmpty();
    return nothing ? against.missing() : "too few clients to be judged";
  }

  private List<Shift> shifts(Evidence evidence) {
    List<Shift> shifts = new ArrayList<>();
    if (subject == Subject.SCORE) {
      against
          .score(evidence)
          .ifPresent(before -> add(before, evidence.candidate().census().score(), shifts));
      return shifts;
    }
    Map<String, Counted> before = against.values(evidence);
    for (Counted now : evidence.candidate().census().values()) {
      if (before.containsKey(now.name())) {
        add(before.get(now.name()), now, shifts);
      }
    }
    return shifts;
  }

  private void add(Counted before, Counted now, List<Shift> shifts) {
    for (ClientKind kind : ClientKind.values()) {
      Shift.between(before, now, kind, levels.least()).ifPresent(shifts::add);
    }
  }

  private Finding finding(Shift shift, Evidence evidence) {
    double seen = measure.seen(shift);
    String clients = shift.kind().label();
    Level level = levels.of(seen, measure.chance(shift));
    String told = measure.told(seen) + (shift.told().isEmpty() ? "" : ": " + shift.told());
    if (level == Level.STOP && letPass(shift.name(), clients, evidence)) {
      return new Finding(
          shift.name(), clients, Level.WARN, seen, told + "; so it was in what is published");
    }
    return new Finding(shift.name(), clients, level, seen, told);
  }

  /**
   * Whether the published snapshot, scored by the same model, stood as far from the training
   * population: then a person or the settings let it pass, and it is no news.
   */
  private boolean letPass(String name, String clients, Evidence evidence) {
    return against == Against.TRAINING
        && evidence.sameModel()
        && evidence.last().orElseThrow().saw(levels.name(), name, clients) >= levels.stop();
  }

  private static Set<String> derived(Evidence evidence) {
    return evidence.candidate().model().catalogue().values().stream()
        .filter(feature -> feature.source().equals(Feature.ROW_SOURCE))
        .map(Feature::name)
        .collect(Collectors.toUnmodifiableSet());
  }
}
