package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the columns that describe the client's building, which are missing together. */
final class BuildingMaker {
  /** How much of a column's missingness the columns of one building share. */
  private static final double SHARED = 0.75;

  private static final List<String> TEXTS =
      List.of("FONDKAPREMONT_MODE", "HOUSETYPE_MODE", "WALLSMATERIAL_MODE", "EMERGENCYSTATE_MODE");

  private final Facts facts;
  private final Map<String, Double> missing = new HashMap<>();
  private final List<Measure> measures = new ArrayList<>();

  /** One statistic beside the average: equal to it, zero, or about a constant times it. */
  private record Beside(String column, double equal, double factor, double spread, double zero) {}

  private record Measure(String stem, Beside mode, Beside median) {}

  BuildingMaker(Facts facts) {
    this.facts = facts;
    Config shares = facts.config().getConfig("buildingMissing");
    shares.root().keySet().forEach(name -> missing.put(name, shares.getDouble(name)));
    Config spreads = facts.config().getConfig("buildingSpread");
    for (String stem : spreads.root().keySet().stream().sorted().toList()) {
      measures.add(
          new Measure(
              stem,
              beside(stem + "_MODE", spreads.getDoubleList(stem + ".MODE")),
              beside(stem + "_MEDI", spreads.getDoubleList(stem + ".MEDI"))));
    }
  }

  private static Beside beside(String column, List<Double> shape) {
    return new Beside(column, shape.get(0), shape.get(1), shape.get(2), shape.get(3));
  }

  void fill(Application made, Latents.Draw drawn, Draws draws) {
    double known = ((Marginal.Shares) facts.marginal("BUILDING_MISSING")).cumulative()[0];
    if (drawn.u("BUILDING_MISSING") >= known) {
      return;
    }
    double gap = draws.normal();
    for (Measure measure : measures) {
      if (!isMissing(measure.stem(), gap, draws)) {
        double average = round(facts.number(measure.stem(), drawn.u(measure.stem())));
        made.set(measure.stem() + "_AVG", average);
        made.set(measure.mode().column(), near(measure.mode(), average, draws));
        made.set(measure.median().column(), near(measure.median(), average, draws));
      }
    }
    if (!isMissing("TOTALAREA_MODE", gap, draws)) {
      made.set("TOTALAREA_MODE", round(facts.number("TOTALAREA", drawn.u("TOTALAREA"))));
    }
    for (String column : TEXTS) {
      if (!isMissing(column, gap, draws)) {
        made.set(column, facts.text(column, draws.uniform()));
      }
    }
  }

  private boolean isMissing(String name, double gap, Draws draws) {
    double z = Math.sqrt(SHARED) * gap + Math.sqrt(1 - SHARED) * draws.normal();
    return Normal.cdf(z) < missing.get(name);
  }

  private static double near(Beside beside, double average, Draws draws) {
    double u = draws.uniform();
    if (u < beside.equal() || average == 0) {
      return average;
    }
    if (u < beside.equal() + beside.zero()) {
      return 0;
    }
    return round(
        Math.min(1, average * beside.factor() * Math.exp(beside.spread() * draws.normal())));
  }

  private static double round(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
