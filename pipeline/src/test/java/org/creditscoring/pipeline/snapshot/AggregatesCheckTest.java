package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.junit.jupiter.api.Test;

/** Tables made wrong in one row each, and the words with which they are not published. */
class AggregatesCheckTest {
  private static final int CLIENTS = 60;
  private static final Aggregates RIGHT =
      Population.aggregates(Population.CATALOGUE, List.of(clients()));

  private final List<DistributionRow> distributions = new ArrayList<>(RIGHT.distributions());
  private final List<PositionRow> positions = new ArrayList<>(RIGHT.positions());
  private final List<PairRow> pairs = new ArrayList<>(RIGHT.pairs());
  private final List<PointRow> points = new ArrayList<>(RIGHT.points());
  private final List<CutOffRow> cutOffs = new ArrayList<>(RIGHT.cutOffs());

  private static List<ScoredClient> clients() {
    return Population.random(CLIENTS, Population.Of.BOTH, 8);
  }

  @Test
  void whatIsRightIsPublished() {
    assertThatCode(this::verify).doesNotThrowAnyException();
  }

  @Test
  void aClientInNoBin() {
    DistributionRow flag = distributions.stream().filter(this::ofCar).findFirst().orElseThrow();
    distributions.remove(flag);
    requireRefused("CAR: the bins hold " + (CLIENTS - flag.all()) + " clients of 60");
  }

  private boolean ofCar(DistributionRow row) {
    return row.feature().equals("CAR") && row.all() > 0;
  }

  @Test
  void aDecisionWithoutItsOutcome() {
    DistributionRow row = distributions.get(0);
    distributions.set(
        0,
        new DistributionRow(
            row.feature(),
            row.bin(),
            row.kind(),
            row.lower(),
            row.upper(),
            row.category(),
            row.all(),
            row.accepted(),
            row.refused(),
            row.repaid() + 1,
            row.defaulted(),
            row.unknown(),
            row.meanContribution(),
            row.sdContribution()));
    requireRefused("SCORE: bin 0 counts decisions and outcomes apart");
  }

  @Test
  void positionsOfOtherClients() {
    positions.remove(3);
    requireRefused(
        "positions and distributions do not count the same clients in the same features");
  }

  @Test
  void aCellThatIsNotThere() {
    PairRow cell = pairs.remove(0);
    long bin =
        distributions.stream()
            .filter(row -> row.feature().equals(cell.x()) && row.bin() == cell.xBin())
            .findFirst()
            .orElseThrow()
            .all();
    requireRefused(
        cell.x()
            + " × "
            + cell.y()
            + ": the cells of bin "
            + cell.xBin()
            + " of "
            + cell.x()
            + " hold "
            + (bin - cell.all())
            + " clients, the bin "
            + bin);
  }

  @Test
  void aPairThatIsNotThere() {
    String x = pairs.get(0).x();
    String y = pairs.get(0).y();
    pairs.removeIf(cell -> cell.x().equals(x) && cell.y().equals(y));
    requireRefused("pairs holds 9 pairs of 5 features");
  }

  @Test
  void aSampleThatStandsForTooFew() {
    points.set(4, weighing(points.get(4), 0.5));
    requireRefused("points stand for 59.5 clients of 60");
  }

  @Test
  void aSampleThatIsNotWhole() {
    points.remove(0);
    requireRefused("points holds 59 of 60 clients");
  }

  @Test
  void aSampleWithOneTwice() {
    points.set(1, points.get(0));
    requireRefused("points: client 100000 follows 100000");
  }

  private static PointRow weighing(PointRow point, double weight) {
    return new PointRow(point.id(), point.outcome(), point.decision(), weight, point.values());
  }

  @Test
  void aProbabilityWithoutARow() {
    cutOffs.remove(7);
    requireRefused("cutoff: a row begins at 0.004, the one before it ends at 0.0035");
  }

  @Test
  void rowsThatEndBeforeOne() {
    cutOffs.remove(2000);
    requireRefused("cutoff ends at 0.9995");
  }

  @Test
  void aClientInTwoRows() {
    cutOffs.set(1999, oneMore(cutOffs.get(1999)));
    requireRefused("cutoff counts 61 clients of 60");
  }

  @Test
  void anAcceptedOneAboveTheCutOff() {
    CutOffRow full =
        cutOffs.stream()
            .filter(row -> row.upper() <= Population.CUT_OFF && row.repaid() > 0)
            .findFirst()
            .orElseThrow();
    long refused = clients().stream().filter(c -> c.decision().equals("REFUSED")).count();
    cutOffs.set(
        cutOffs.indexOf(full),
        new CutOffRow(
            full.lower(),
            full.upper(),
            full.current(),
            full.repaid() - 1,
            full.defaulted(),
            full.probabilitySum()));
    cutOffs.set(1999, oneMore(cutOffs.get(1999)));
    requireRefused(
        "cutoff counts "
            + (refused + 1)
            + " clients from the cut-off on, "
            + refused
            + " are refused");
  }

  private static CutOffRow oneMore(CutOffRow row) {
    return new CutOffRow(
        row.lower(),
        row.upper(),
        row.current(),
        row.repaid() + 1,
        row.defaulted(),
        row.probabilitySum());
  }

  private void requireRefused(String message) {
    assertThatThrownBy(this::verify).isInstanceOf(IllegalStateException.class).hasMessage(message);
  }

  private void verify() {
    AggregatesCheck.verify(
        new Aggregates(
            RIGHT.features(),
            distributions,
            positions,
            RIGHT.importance(),
            pairs,
            points,
            cutOffs,
            RIGHT.census()),
        CLIENTS,
        Population.CUT_OFF);
  }
}
