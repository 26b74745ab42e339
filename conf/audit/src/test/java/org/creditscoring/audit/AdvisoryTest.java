package org.creditscoring.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdvisoryTest {
  @ParameterizedTest
  @CsvSource({
    "1.0,false",
    "2.0-beta9,true",
    "2.0,true",
    "2.3.0,true",
    "2.3.1,false",
    "2.3.2,false",
    "2.4,true",
    "2.12.1,true",
    "2.12.2,false",
    "2.13.0,true",
    "2.14.1,true",
    "2.15.0,false",
    "2.17.1,false"
  })
  void aVersionIsAffectedWithinARange(String version, boolean affected) throws Exception {
    Advisory advisory =
        advisory(
            """
            [{"type":"ECOSYSTEM","events":[{"introduced":"2.0-beta9"},{"fixed":"2.3.1"}]},
             {"type":"ECOSYSTEM","events":[{"introduced":"2.4"},{"fixed":"2.12.2"}]},
             {"type":"ECOSYSTEM","events":[{"fixed":"2.15.0"},{"introduced":"2.13.0"}]}]
            """,
            "[]");

    assertThat(advisory.affects(maven("org.example:log", version))).isEqualTo(affected);
  }

  @ParameterizedTest
  @CsvSource({"0.1,true", "1.9.10,true", "1.10,true", "1.10.1,false", "2,false"})
  void oneKnownLastIsAffectedItself(String version, boolean affected) throws Exception {
    Advisory advisory =
        advisory(
            """
            [{"type":"ECOSYSTEM","events":[{"introduced":"0"},{"last_affected":"1.10"}]}]
            """,
            "[]");

    assertThat(advisory.affects(maven("org.example:log", version))).isEqualTo(affected);
  }

  @Test
  void beyondALimitNothingIsSaid() throws Exception {
    Advisory advisory =
        advisory(
            """
            [{"type":"ECOSYSTEM","events":[{"introduced":"1.0"},{"limit":"2.0"}]}]
            """,
            "[]");

    assertThat(advisory.affects(maven("org.example:log", "1.5"))).isTrue();
    assertThat(advisory.affects(maven("org.example:log", "2.0"))).isFalse();
  }

  @Test
  void aVersionThatIsListedIsAffectedWhateverTheRangesSay() throws Exception {
    Advisory advisory =
        advisory(
            """
            [{"type":"GIT","events":[{"introduced":"0"}]}]
            """,
            "[\"1.0-jre\"]");

    assertThat(advisory.affects(maven("org.example:log", "1.0-jre"))).isTrue();
    assertThat(advisory.affects(maven("org.example:log", "1.0"))).isFalse();
  }

  @Test
  void anotherPackageOrEcosystemIsNotMeant() throws Exception {
    Advisory advisory =
        advisory(
            """
            [{"type":"ECOSYSTEM","events":[{"introduced":"0"}]}]
            """,
            "[]");

    assertThat(advisory.affects(maven("org.example:log", "1"))).isTrue();
    assertThat(advisory.affects(maven("org.example:log-api", "1"))).isFalse();
    assertThat(advisory.affects(new Component("npm", "org.example:log", "1"))).isFalse();
  }

  @Test
  void aComponentIsKnownByItsPackageUrl() {
    assertThat(Component.of("pkg:maven/org.example/log@1.0?type=jar"))
        .contains(maven("org.example:log", "1.0"));
    assertThat(Component.of("pkg:maven/org.webjars.npm/echarts@5.3.1?type=jar"))
        .contains(new Component("npm", "echarts", "5.3.1"));
    assertThat(Component.of("pkg:maven/org.creditscoring/model@0.1.0?type=jar")).isEmpty();
  }

  private static Component maven(String name, String version) {
    return new Component("Maven", name, version);
  }

  private static Advisory advisory(String ranges, String versions) throws JsonProcessingException {
    return Advisory.of(
        new ObjectMapper()
            .readTree(
                """
                {"id":"GHSA-0001","modified":"2026-01-01T00:00:00Z","affected":[
                  {"package":{"ecosystem":"Maven:https://repo.example/","name":"org.example:log"},
                   "ranges":%s,"versions":%s}]}
                """
                    .formatted(ranges, versions)));
  }
}
