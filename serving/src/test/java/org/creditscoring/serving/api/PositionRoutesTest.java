package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionRoutesTest {
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
  void theMostImportantUnlessSaid() {
    JsonNode answer = service.get("/v1/clients/100002/position").json();
    assertThat(answer.path("id").intValue()).isEqualTo(100_002);
    assertThat(answer.path("positions").findValuesAsText("feature"))
        .containsExactly(
            "EXT_SOURCE_MEAN", "AGE_YEARS", "AMT_CREDIT", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR");
  }

  /**
   * Credits below 500,000 are in the first bin; of 305 clients one has more, the accepted 100,003.
   * So 100,002 lies at 304/2 of 305 among all, 303/2 of 304 among the accepted, alone among the
   * refused.
   */
  @Test
  void percentilesAreByDecisionToo() {
    JsonNode credit =
        service
            .get("/v1/clients/100002/position?features=AMT_CREDIT,NAME_EDUCATION_TYPE&lang=fr")
            .json()
            .path("positions")
            .path(0);
    assertThat(credit.path("label").textValue()).isEqualTo("Montant du crédit");
    assertThat(credit.path("value").doubleValue()).isEqualTo(406_597);
    assertThat(credit.path("bin").intValue()).isZero();
    JsonNode percentile = credit.path("percentile");
    assertThat(percentile.path("all").doubleValue()).isEqualTo(100 * 152.0 / 305, within(1e-9));
    assertThat(percentile.path("accepted").doubleValue())
        .isEqualTo(100 * 151.5 / 304, within(1e-9));
    assertThat(percentile.path("refused").doubleValue()).isEqualTo(50, within(1e-9));
  }

  @Test
  void aCategoryAndAMissingValueHaveNone() {
    JsonNode education =
        service
            .get("/v1/clients/100003/position?features=NAME_EDUCATION_TYPE")
            .json()
            .path("positions")
            .path(0);
    assertThat(education.path("value").isNull()).isTrue();
    assertThat(education.path("bin").intValue()).isEqualTo(3);
    assertThat(education.path("percentile").isNull()).isTrue();
  }
}
