package org.creditscoring.data.synthetic;

import com.typesafe.config.Config;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Fills the columns that describe the client's building, which are missing together. */
final class BuildingMaker {
  /** How much of a column's missingness the columns of one building share. */
  private static final double SHARED = 0.9;

  private static final List<String> TEXTS =
      List.of("FONDKAPREMONT_MODE", "HOUSETYPE_MODE", "WALLSMATERIAL_MODE", "EMERGENCYSTATE_MODE");

  private final Facts facts;
  private final Map<String, Double> missing = new HashMap<>();
  private final List<Measure> measures = new ArrayList<>();

  /**
   * One statistic beside the average.
   *
   * @param coupling correlation of the two normal variables behind
   */
  private record Beside(String column, double coupling) {}

  private record Measure(String stem, Beside mode, Beside median) {}

  BuildingMaker(Facts facts) {
    this.facts = facts;
    Config shares = facts.config().getConfig("buildingMissing");
    shares.root().keySet().forEach(name -> missing.put(name, shares.getDouble(name)));
    Config couplings = facts.config().getConfig("buildingCoupling");
    for (String stem : couplings.root().keySet().stream().sorted().toList()) {
      measures.add(
          new Measure(
              stem,
              new Beside(stem + "_MODE", couplings.getDouble(stem + ".MODE")),
              new Beside(stem + "_MEDI", couplings.getDouble(stem + ".MEDI"))));
    }
  }

  void fill(Application made, Latents.Draw drawn, Draws draws) {
    double known = ((Marginal.Shares) facts.marginal("BUILDING_MISSING")).cumulative()[0];
    if (drawn.u("BUILDING_MISSING") >= known) {
      return;
    }
    double gap = draws.normal();
    for (Measure measure : measures) {
      if (!isMissing(measure.stem(), gap, draws)) {
        made.set(
            measure.stem() + "_AVG", round(facts.number(measure.stem(), drawn.u(measure.stem()))));
        double z = drawn.z(measure.stem());
        made.set(measure.mode().column(), near(measure.mode(), z, draws));
        made.set(measure.median().column(), near(measure.median(), z, draws));
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

  /** The other statistics are on grids of their own, so that each has its own distribution. */
  private double near(Beside beside, double z, Draws draws) {
    double own = Math.sqrt(1 - beside.coupling() * beside.coupling());
    double u = Normal.cdf(beside.coupling() * z + own * draws.normal());
    return round(facts.number(beside.column(), u));
  }

  private static double round(double value) {
    return Math.rint(value * 1e4) / 1e4;
  }
}
