package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.serving.api.CutOffRoutes.CurvePoint;
import org.creditscoring.serving.api.CutOffRoutes.ScoreBin;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.creditscoring.serving.snapshot.CutOffTable;
import org.creditscoring.serving.snapshot.CutOffTable.Row;
import org.creditscoring.serving.snapshot.Lease;
import org.creditscoring.serving.snapshot.PolicyCounts;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The sample's past clients: 0.0357 repaid, 0.2689 did not. Its 303 current ones lie from 0.0181 to
 * 0.0475.
 */
class CutOffRoutesTest {
  @TempDir static Path snapshots;
  private static TestService service;

  @BeforeAll
  static void start() {
    SampleSnapshot.standard().publish(snapshots);
    service = TestService.start(snapshots);
  }

  @AfterAll
  static void stop() {
    service.close();
  }

  @Test
  void atThePolicyUnlessSaid() {
    JsonNode answer = service.get("/v1/model/cut-off").json();
    assertThat(answer.path("costRatio").doubleValue()).isEqualTo(10);
    assertThat(answer.path("cutOff").doubleValue()).isEqualTo(1 / 11.0);
    assertThat(answer.path("cutOffPoints").intValue()).isEqualTo(554);
    assertThat(answer.path("policy").toString())
        .isEqualTo("{\"costRatio\":10.0,\"cutOff\":0.09090909090909091}");
    assertThat(answer.path("past").toString())
        .isEqualTo(
            "{\"clients\":2,\"approvalRate\":0.5,\"badRate\":0.0,\"refusedAmongRepaid\":0.0,"
                + "\"acceptedAmongDefaulted\":0.0,\"expectedCost\":0.0}");
    assertThat(answer.path("current").toString())
        .isEqualTo("{\"clients\":303,\"approvalRate\":1.0}");
  }

  @Test
  void aHigherCutOffAcceptsTheOneWhoDefaulted() {
    JsonNode past = service.get("/v1/model/cut-off?cutOff=0.5").json().path("past");
    assertThat(past.toString())
        .isEqualTo(
            "{\"clients\":2,\"approvalRate\":1.0,\"badRate\":0.5,\"refusedAmongRepaid\":0.0,"
                + "\"acceptedAmongDefaulted\":1.0,\"expectedCost\":0.5}");
  }

  /** Cut-off 1 / (1 + 39) = 0.025: 39 × 0 defaults accepted + 1 good refused, over 2 clients. */
  @Test
  void aLowerOneRefusesTheOneWhoRepaid() {
    JsonNode answer = service.get("/v1/model/cut-off?costRatio=39").json();
    assertThat(answer.path("cutOff").doubleValue()).isEqualTo(0.025, within(1e-12));
    assertThat(answer.path("past").toString())
        .isEqualTo(
            "{\"clients\":2,\"approvalRate\":0.0,\"badRate\":null,\"refusedAmongRepaid\":1.0,"
                + "\"acceptedAmongDefaulted\":0.0,\"expectedCost\":0.5}");
  }

  @Test
  void theEdgeItselfIsRefused() {
    try (Lease lease = service.store().acquire()) {
      double own = Logistic.of(-3.295f);
      PolicyCounts at = lease.snapshot().clients().at(own);
      PolicyCounts above = lease.snapshot().clients().at(Math.nextUp(own));
      assertThat(at.repaid()).isEqualTo(new PolicyCounts.Sides(0, 1));
      assertThat(above.repaid()).isEqualTo(new PolicyCounts.Sides(1, 0));
    }
  }

  @Test
  void theCurveAgreesWithTheClientsAtEachOfItsPoints() {
    JsonNode curve = service.get("/v1/model/cut-off").json().path("curve");
    assertThat(curve.path(0).toString())
        .isEqualTo("{\"cutOff\":0.0,\"approvalRate\":0.0,\"badRate\":null,\"expectedCost\":0.5}");
    assertThat(curve.path(curve.size() - 1).toString())
        .isEqualTo("{\"cutOff\":1.0,\"approvalRate\":1.0,\"badRate\":0.5,\"expectedCost\":5.0}");
    for (JsonNode point : curve) {
      double cutOff = point.path("cutOff").doubleValue();
      if (cutOff > 0 && cutOff < 1) {
        JsonNode past =
            service.get("/v1/model/cut-off?cutOff=%.12f".formatted(cutOff)).json().path("past");
        assertThat(point.path("approvalRate")).isEqualTo(past.path("approvalRate"));
        assertThat(point.path("badRate")).isEqualTo(past.path("badRate"));
      }
    }
  }

  /** 2,000 rows, one client in each, every fourth a default: 190 steps of ten or eleven clients. */
  @Test
  void thousandsOfRowsBecomeAsManyPointsAsAChartShows() {
    CutOffTable table =
        new CutOffTable(
            IntStream.range(0, 2_000)
                .mapToObj(
                    i ->
                        new Row(
                            i / 2_000.0,
                            (i + 1) / 2_000.0,
                            1,
                            i % 4 > 0 ? 1 : 0,
                            i % 4 == 0 ? 1 : 0,
                            0))
                .toList());
    List<CurvePoint> curve = CutOffCurves.curve(table, 3);
    assertThat(curve).hasSizeBetween(180, 200);
    assertThat(curve).isSortedAccordingTo((a, b) -> Double.compare(a.cutOff(), b.cutOff()));
    CurvePoint some = curve.get(50);
    double accepted = some.cutOff() * 2_000;
    double bad = Math.ceil(accepted / 4);
    assertThat(some.approvalRate()).isEqualTo(accepted / 2_000, within(1e-9));
    assertThat(some.badRate()).isEqualTo(bad / accepted, within(1e-9));
    assertThat(some.expectedCost())
        .isEqualTo((3 * bad + 1_500 - (accepted - bad)) / 2_000, within(1e-9));
    List<ScoreBin> bins = CutOffCurves.scores(table);
    assertThat(bins).hasSize(51);
    assertThat(bins.stream().mapToInt(ScoreBin::current).sum()).isEqualTo(2_000);
    for (int i = 0; i < 50; i++) {
      assertThat(bins.get(i).lower()).isEqualTo(i / 100.0, within(1e-9));
      assertThat(bins.get(i).current()).isEqualTo(20);
    }
    assertThat(bins.get(50)).isEqualTo(new ScoreBin(0.5, 1, 1_000, 750, 250));
  }
}
