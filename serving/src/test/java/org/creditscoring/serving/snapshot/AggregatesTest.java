package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Pairs, points and clients by probability: read, absent, or refused with the reason. */
class AggregatesTest {
  @TempDir Path snapshots;

  /** The refused client has score 0.2 and age 26, the accepted one score 0.7 and age 45.5. */
  @Test
  void aPairIsReadFromBothSides() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      Pairs pairs = snapshot.pairs().orElseThrow();

      assertThat(pairs.features())
          .containsExactly(
              "EXT_SOURCE_MEAN", "AGE_YEARS", "AMT_CREDIT", "NAME_EDUCATION_TYPE", "FLAG_OWN_CAR");
      List<Pairs.Cell> cells = pairs.cells("EXT_SOURCE_MEAN", "AGE_YEARS").orElseThrow();
      assertThat(cells).hasSize(5).isSortedAccordingTo((a, b) -> order(a) - order(b));
      assertThat(cells.get(0).xBin()).isZero();
      assertThat(cells.get(0).yBin()).isZero();
      assertThat(cells.get(0).counts().defaulted()).isOne();
      assertThat(cells.get(3).counts().repaid()).isOne();
      assertThat(cells.stream().mapToInt(cell -> cell.counts().all()).sum()).isEqualTo(305);

      List<Pairs.Cell> turned = pairs.cells("AGE_YEARS", "EXT_SOURCE_MEAN").orElseThrow();
      assertThat(turned).hasSize(5).isSortedAccordingTo((a, b) -> order(a) - order(b));
      for (Pairs.Cell cell : cells) {
        assertThat(turned).contains(new Pairs.Cell(cell.yBin(), cell.xBin(), cell.counts()));
      }
    }
  }

  private static int order(Pairs.Cell cell) {
    return 10 * cell.xBin() + cell.yBin();
  }

  /** The missing of education, one client, is bin 3; the last pair is the one of the last two. */
  @Test
  void thePairOfTheLastTwoHasItsMissing() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      Pairs pairs = snapshot.pairs().orElseThrow();
      assertThat(pairs.cells("NAME_EDUCATION_TYPE", "FLAG_OWN_CAR").orElseThrow())
          .contains(new Pairs.Cell(3, 1, new Bin.Counts(1, 1, 0, 1, 0, 0)));
      assertThat(pairs.cells("AGE_YEARS", "AGE_YEARS")).isEmpty();
      assertThat(pairs.cells("AGE_YEARS", "CODE_GENDER")).isEmpty();
    }
  }

  @Test
  void pointsStandForAllClients() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      Points points = snapshot.points().orElseThrow();

      assertThat(points.points()).hasSize(12);
      Points.Point first = points.points().get(0);
      assertThat(first.id()).isEqualTo(100_002);
      assertThat(first.decision()).isEqualTo(Decision.REFUSED);
      assertThat(first.outcome()).isOne();
      assertThat(first.weight()).isEqualTo(1);
      assertThat(first.values()).containsExactly(0.2f, 26f, 406_597f, 1f, 0f);
      assertThat(points.points().get(2).weight()).isEqualTo(30.3);
      assertThat(points.points().get(1).value(points.place("AMT_CREDIT").orElseThrow()))
          .isEqualTo(1_293_502f);
      assertThat(points.place("CODE_GENDER")).isEmpty();
    }
  }

  /** The refused one has probability 0.269, the accepted one 0.036. */
  @Test
  void clientsAreCountedByProbability() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      List<CutOffTable.Row> rows = snapshot.cutOffs().orElseThrow().rows();

      assertThat(rows).extracting(CutOffTable.Row::lower).startsWith(0.0, 0.05, 1 / 11.0, 0.1);
      assertThat(rows.get(0).repaid()).isOne();
      assertThat(rows.get(4).defaulted()).isOne();
      assertThat(rows.get(4).clients()).isOne();
      assertThat(rows.get(4).probabilitySum()).isCloseTo(0.268941, within(1e-6));
      assertThat(rows.stream().mapToInt(CutOffTable.Row::clients).sum()).isEqualTo(305);
    }
  }

  /**
   * The first step of the age, with 122 clients of whom one is refused, in two: 22 of the accepted
   * younger than 30. The client of 26 has 11 of 304 accepted below.
   */
  @Test
  void aStepSaysMoreThanABin() throws IOException {
    SampleSnapshot sample =
        SampleSnapshot.standard()
            .table(
                "positions.parquet",
                schema -> schema,
                rows -> {
                  Map<String, Object> young = rows.get(3);
                  assertThat(young)
                      .containsEntry("feature", "AGE_YEARS")
                      .containsEntry("all", 122L);
                  Map<String, Object> older = new HashMap<>(young);
                  young.put("accepted", 22);
                  young.put("refused", 0);
                  older.put("accepted", 99);
                  older.put("lower", 30.0);
                  rows.add(4, older);
                });
    try (Snapshot snapshot = Snapshot.open(sample.write(snapshots))) {
      Distribution age = snapshot.distributions().of("AGE_YEARS").orElseThrow();
      assertThat(age.percentiles(26).accepted()).isCloseTo(100 * 11 / 304.0, within(1e-12));
      assertThat(age.percentiles(26).refused()).isZero();
      assertThat(age.percentiles(30).all()).isCloseTo(100 * 72 / 305.0, within(1e-12));
      assertThat(age.percentiles(5)).isEqualTo(age.percentiles(20));
      assertThat(age.percentiles(Float.NaN).all()).isNaN();
    }
  }

  @Test
  void laterColumnsAreRead() throws IOException {
    try (Snapshot snapshot = Snapshot.open(SampleSnapshot.standard().write(snapshots))) {
      Bin second = snapshot.distributions().of("EXT_SOURCE_MEAN").orElseThrow().bins().get(1);
      assertThat(second.contribution()).isEqualTo(new Bin.Contribution(0.5, 0.125));
      assertThat(snapshot.importance().get(0).direction()).isEqualTo(-0.9);
      assertThat(snapshot.importance().get(3).direction()).isNaN();
      assertThat(snapshot.features().values().get(2).groupMeans())
          .isEqualTo(new PublishedFeature.GroupMeans(2.5, 2.25, 2.125, 2.0625));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"positions.parquet", "pairs.parquet", "points.parquet", "cutoff.parquet"})
  void anOlderSnapshotIsServedWithoutThem(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Files.delete(directory.resolve(file));
    Seal.of(directory, 305).write();
    try (Snapshot snapshot = Snapshot.open(directory)) {
      snapshot.verify();
      assertThat(snapshot.pairs().isPresent()).isEqualTo(!file.equals("pairs.parquet"));
      assertThat(snapshot.points().isPresent()).isEqualTo(!file.equals("points.parquet"));
      assertThat(snapshot.cutOffs().isPresent()).isEqualTo(!file.equals("cutoff.parquet"));
    }
  }

  @ParameterizedTest(name = "{2}")
  @MethodSource("wrong")
  void refusesRowsThatBreakTheContract(String file, SampleSnapshot.Rows rows, String reason) {
    requireRefused(file, SampleSnapshot.standard().table(file, s -> s, rows), reason);
  }

  /** The pair of score and age has 5 cells, with 61, 15, 61, 93 and 75 of the 305 clients. */
  static Stream<Arguments> wrong() {
    return Stream.of(
        rows(
            "pairs.parquet",
            rows -> rows.remove(0),
            "EXT_SOURCE_MEAN × AGE_YEARS counts 244 clients of 305"),
        rows(
            "pairs.parquet",
            rows -> rows.add(0, rows.remove(1)),
            "EXT_SOURCE_MEAN × AGE_YEARS has bins that do not rise"),
        rows(
            "pairs.parquet",
            rows -> rows.get(4).put("yBin", 3),
            "EXT_SOURCE_MEAN × AGE_YEARS has bins that there are not: 2, 3"),
        rows(
            "pairs.parquet",
            rows -> rows.get(0).put("refused", 99),
            "a bin counts 61 clients, 159 by decision and 61 by outcome"),
        rows(
            "pairs.parquet",
            rows -> rows.subList(0, 5).clear(),
            "EXT_SOURCE_MEAN × AGE_YEARS counts 0 clients of 305"),
        rows(
            "pairs.parquet",
            rows -> rows.get(rows.size() - 1).put("x", "CODE_GENDER"),
            "NAME_EDUCATION_TYPE × FLAG_OWN_CAR counts 304 clients of 305"),
        rows(
            "pairs.parquet",
            rows -> rows.add(rows.get(0)),
            "EXT_SOURCE_MEAN × AGE_YEARS is no pair of the most important features, or out of"
                + " place"),
        rows(
            "positions.parquet",
            rows -> rows.get(1).put("lower", 0.0),
            "its steps do not rise: 0.0 after 0.0"),
        rows(
            "positions.parquet",
            rows -> rows.add(rows.get(0)),
            "EXT_SOURCE_MEAN has steps in two places"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("id", 100_001),
            "its client 100001 is not in the snapshot"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("outcome", 0),
            "client 100002 is REFUSED with outcome 0 in it, and REFUSED with outcome 1 in the"
                + " snapshot"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("decision", "ACCEPTED"),
            "client 100002 is ACCEPTED with outcome 1 in it, and REFUSED with outcome 1 in the"
                + " snapshot"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("weight", 0.5),
            "client 100002 stands for 0.5 clients"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("weight", 2),
            "its weights add up to 306.0 where there are 305 clients"),
        rows(
            "points.parquet",
            rows -> rows.add(rows.remove(0)),
            "its ids do not rise strictly: 100002 after 200022"),
        rows(
            "points.parquet",
            rows -> rows.get(0).put("values", new float[4]),
            "a list of its column values has not the 5 elements of the contract, or a null among"
                + " them"),
        rows(
            "cutoff.parquet",
            rows -> rows.remove(1),
            "a row is from 0.09090909090909091 to 0.1 where the one before it ends at 0.05"),
        rows(
            "cutoff.parquet",
            rows -> rows.remove(rows.size() - 1),
            "its rows end at 0.5, not at 1"),
        rows(
            "cutoff.parquet",
            rows -> {
              rows.get(1).put("upper", 0.1);
              rows.remove(2);
            },
            "none of its rows begins at 0.09090909090909091"),
        rows(
            "cutoff.parquet",
            rows -> rows.get(4).put("defaulted", 2),
            "it counts 306 clients of 305"),
        rows(
            "cutoff.parquet",
            rows -> rows.get(4).put("repaid", -1),
            "the row from 0.25 counts below zero"),
        rows(
            "cutoff.parquet",
            rows -> rows.get(4).put("repaid", 1L << 32),
            "repaid does not fit into 32 bits: 4294967296"));
  }

  private static Arguments rows(String file, SampleSnapshot.Rows rows, String reason) {
    return Arguments.of(file, rows, reason);
  }

  @ParameterizedTest
  @CsvSource({
    "pairs.parquet, required int32 xBin;, , it has no column xBin",
    "pairs.parquet, required int32 xBin, required double xBin, 'its column xBin is required double"
        + " xBin where the contract has [INT32, INT64]'",
    "points.parquet, 'required double weight;', , it has no column weight",
    "points.parquet, required float element, required double element, 'its column"
        + " values.list.element is required double element where the contract has [FLOAT]'",
    "cutoff.parquet, required double lower, required float lower, 'its column lower is required"
        + " float lower where the contract has [DOUBLE]'",
    "cutoff.parquet, required int64 current, optional int64 nobody, it has no column current"
  })
  void refusesAnotherSchema(String file, String piece, String replacement, String reason) {
    String with = replacement == null ? "" : replacement;
    requireRefused(
        file,
        SampleSnapshot.standard().table(file, schema -> schema.replace(piece, with), rows -> {}),
        reason);
  }

  @Test
  void refusesStepsOfOtherClients() {
    Path directory =
        SampleSnapshot.standard()
            .table("positions.parquet", schema -> schema, rows -> rows.remove(0))
            .write(snapshots);
    assertThatThrownBy(() -> Snapshot.open(directory))
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessage(
            directory.resolve("distributions.parquet")
                + " cannot be used: its steps hold 229 clients, its ranges 305");
  }

  @Test
  void refusesANull() {
    requireRefused(
        "cutoff.parquet",
        SampleSnapshot.standard()
            .table(
                "cutoff.parquet",
                schema -> schema.replace("required double lower", "optional double lower"),
                rows -> rows.get(1).remove("lower")),
        "its column lower holds a null");
  }

  private void requireRefused(String file, SampleSnapshot sample, String reason) {
    Path directory = sample.write(snapshots);
    assertThatThrownBy(() -> Snapshot.open(directory))
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessage(directory.resolve(file) + " cannot be used: " + reason);
  }
}
