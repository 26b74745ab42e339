package org.creditscoring.serving.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.creditscoring.serving.fixture.TestService;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever shows a client says whether the client was generated. */
class SyntheticTest {
  @TempDir Path snapshots;

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void everyAnswerThatShowsClientsSaysWhetherTheyAreReal(boolean synthetic) {
    Path written = SampleSnapshot.standard().publish(snapshots);
    Seal.of(written, 305).with("synthetic", synthetic).write();
    try (TestService service = TestService.start(snapshots)) {
      requireLabel(service, "/v1/clients/100002", synthetic);
      requireLabel(service, "/v1/clients/100002/explanation", synthetic);
      requireLabel(service, "/v1/clients/100002/explanation?top=1", synthetic);
      requireLabel(service, "/v1/features/AGE_YEARS/distribution", synthetic);
      requireLabel(service, "/v1/features/AGE_YEARS/distribution?client=100002", synthetic);
    }
  }

  private static void requireLabel(TestService service, String path, boolean synthetic) {
    JsonNode label = service.get(path).json().path("synthetic");
    assertThat(label.isBoolean()).as(path).isTrue();
    assertThat(label.booleanValue()).as(path).isEqualTo(synthetic);
  }
}
