package org.creditscoring.serving.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.parquet.column.ParquetProperties.WriterVersion;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.creditscoring.serving.fixture.ParquetWriting;
import org.creditscoring.serving.fixture.SampleClient;
import org.creditscoring.serving.fixture.SampleSnapshot;
import org.creditscoring.serving.fixture.Seal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One snapshot for each way of being wrong, and the words with which it is refused. */
class RefusedSnapshotTest {
  private static final String PART = "clients/part-00003.parquet";
  private static final ParquetWriting COMPRESSED =
      new ParquetWriting(CompressionCodecName.ZSTD, false, WriterVersion.PARQUET_1_0, 10);

  @TempDir Path snapshots;

  @Test
  void theSampleItselfIsServed() {
    Path directory = SampleSnapshot.standard().write(snapshots);
    assertThatCode(
            () -> {
              try (Snapshot snapshot = Snapshot.open(directory)) {
                snapshot.verify();
              }
            })
        .doesNotThrowAnyException();
  }

  @Test
  void aSnapshotThatIsRefusedForASmallTableLeavesNoFileOpen() throws IOException {
    Path openFiles = Path.of("/proc/self/fd");
    assumeTrue(Files.isDirectory(openFiles), "this system does not list a process's open files");
    Path directory = SampleSnapshot.standard().write(snapshots).toRealPath();
    Files.writeString(directory.resolve("model/model.json"), "{\"modelId\": 1");
    Seal.of(directory, 305).write();

    requireRefused(directory, "model.json cannot be used: ");

    try (Stream<Path> open = Files.list(openFiles)) {
      assertThat(open.map(RefusedSnapshotTest::target))
          .noneMatch(file -> file.startsWith(directory.toString()));
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException closedMeanwhile) {
      return "";
    }
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("clients")
  void refusesClientsThatBreakTheContract(SampleSnapshot wrong, String reason) {
    requireRefused(wrong.write(snapshots), reason);
  }

  static Stream<Arguments> clients() {
    SampleClient accepted = SampleClient.ACCEPTED;
    return Stream.of(
        Arguments.of(
            SampleSnapshot.standard().schema("required float margin;", ""),
            "it has no column margin"),
        Arguments.of(
            SampleSnapshot.standard().schema("required float margin", "required double margin"),
            "its column margin is required double margin where the contract has FLOAT"),
        Arguments.of(
            SampleSnapshot.standard()
                .schema(
                    "values (LIST) { repeated group list { required float",
                    "values (LIST) { repeated group list { required double"),
            "its column values.list.element is required double element where the contract has"
                + " FLOAT"),
        Arguments.of(
            SampleSnapshot.standard()
                .schema(
                    "values (LIST) { repeated group list { required float",
                    "values (LIST) { repeated group list { optional float"),
            "its column values holds nulls; a missing value is NaN"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withValueCount(6)),
            "its column values has 20 elements where 3 lists of 7 need 21"),
        Arguments.of(
            SampleSnapshot.standard().written(COMPRESSED).client(1, accepted.withValueCount(8)),
            "its column values has 22 elements where 3 lists of 7 need 21"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withId(100_001)),
            "its ids do not rise strictly: 100001 after 100002"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withId(100_002)),
            "its ids do not rise strictly: 100002 after 100002"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withFold(7)),
            "client 100003 is of fold 7, which the manifest has not"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withProbability(0.5f)),
            "client 100003 has probability 0.5 and margin -3.295, which do not agree"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withProbability(Float.NaN)),
            "client 100003 has probability NaN"),
        Arguments.of(
            SampleSnapshot.standard().client(1, accepted.withDecision("REFUSED")),
            "client 100003 has a decision that probability 0.035743125 and cut-off"),
        Arguments.of(SampleSnapshot.standard().client(1, accepted.withDecision("MAYBE")), "MAYBE"));
  }

  @Test
  void refusesListsOfUnequalLengthWhoseCountsAddUp() {
    SampleSnapshot wrong =
        SampleSnapshot.standard()
            .client(100, SampleClient.filler(200_289).withValueCount(6))
            .client(101, SampleClient.filler(200_292).withValueCount(8));
    requireRefused(
        wrong.write(snapshots),
        "part-00003.parquet cannot be used: a list of its column values has not the 7 elements of"
            + " the contract, or a null among them");
  }

  @ParameterizedTest(name = "{0} = {1}")
  @MethodSource("manifests")
  void refusesAManifestThatIsNotOfItsFiles(String field, Object value, String reason) {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Seal.of(directory, 305).with(field, value).write();
    requireRefused(directory, reason);
  }

  static Stream<Arguments> manifests() {
    return Stream.of(
        Arguments.of(
            "formatVersion",
            2,
            "snapshot format 2 is not format 1, the one that this version reads"),
        Arguments.of("snapshotId", SampleSnapshot.OTHER_ID, "not of its own directory"),
        Arguments.of("snapshotId", "../../etc", "manifest has no valid snapshotId: ../../etc"),
        Arguments.of("clients", 306, "counts 305 clients of 306"),
        Arguments.of("clients", 0, "manifest counts 0 clients"),
        Arguments.of("features", List.of(), "manifest lists no features"),
        Arguments.of("files", List.of(), "manifest lists no files"),
        Arguments.of(
            "features",
            List.of(
                "AGE_YEARS",
                "EXT_SOURCE_MEAN",
                "AMT_CREDIT",
                "NAME_EDUCATION_TYPE",
                "FLAG_OWN_CAR"),
            "its block 'feature' is [EXT_SOURCE_MEAN,"),
        Arguments.of("forbidden", List.of(), "its block 'forbidden' is [CODE_GENDER]"),
        Arguments.of("cutOff", 0.01, "has a decision that probability"));
  }

  @Test
  void refusesTooFewAndTooManyRows() throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Path last = directory.resolve("clients/part-00006.parquet");
    Files.copy(last, directory.resolve("clients/part-00007.parquet"));
    Seal.of(directory, 305).write();
    requireRefused(directory, "clients has more rows than the 305 that the manifest counts");
    Files.delete(last);
    Files.delete(directory.resolve("clients/part-00007.parquet"));
    Seal.of(directory, 305).write();
    requireRefused(directory, "clients has 304 rows where the manifest counts 305");
  }

  @ParameterizedTest
  @MethodSource("listed")
  void refusesAFileThatIsNotThere(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Files.delete(directory.resolve(file));
    requireRefused(directory, file + " is missing");
  }

  @ParameterizedTest
  @MethodSource("listed")
  void refusesAFileThatIsCutShort(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    cut(directory.resolve(file));
    requireRefused(directory, "bytes where the manifest lists");
  }

  @ParameterizedTest
  @MethodSource("listed")
  void refusesAFileThatIsCutShortThoughTheManifestAgrees(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    cut(directory.resolve(file));
    Seal.of(directory, 305).write();
    requireRefused(directory, file + " cannot be used: ");
  }

  @ParameterizedTest
  @MethodSource("required")
  void refusesAFileThatTheManifestDoesNotList(String file) {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Seal.of(directory, 305).without(file).write();
    requireRefused(directory, "manifest.json does not list the file " + file);
  }

  @ParameterizedTest
  @ValueSource(strings = {"clients/part-00009.parquet", "model/fold-2.json", "notes.txt"})
  void refusesAFileThatCameLater(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Files.writeString(directory.resolve(file), "added");
    requireRefused(directory, "manifest.json does not list the file " + file);
  }

  @ParameterizedTest
  @MethodSource("single")
  void refusesASnapshotThatNeverHadAFileOfTheContract(String file) throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Files.delete(directory.resolve(file));
    Seal.of(directory, 305).write();
    requireRefused(directory, "manifest.json does not list the file " + file);
  }

  static Stream<String> required() {
    return Stream.concat(Stream.of(PART), single());
  }

  /** Those of the contract that are one file each. */
  static Stream<String> single() {
    return Stream.of(
        "features.parquet",
        "distributions.parquet",
        "importance.parquet",
        "model/model.json",
        "model/reference.f32",
        "model/fold-0.json",
        "model/fold-1.json");
  }

  static Stream<String> listed() {
    return Stream.of(
        PART,
        "features.parquet",
        "distributions.parquet",
        "importance.parquet",
        "positions.parquet",
        "pairs.parquet",
        "points.parquet",
        "cutoff.parquet",
        "model/model.json");
  }

  @Test
  void refusesASnapshotWithoutManifestOrWithHalfOfOne() throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    cut(directory.resolve("manifest.json"));
    requireRefused(directory, "manifest.json cannot be used: ");
    Files.delete(directory.resolve("manifest.json"));
    requireRefused(directory, "manifest.json is missing");
  }

  @Test
  void refusesAManifestThatLeavesTheSnapshot() {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Seal.of(directory, 305)
        .with("files", List.of(java.util.Map.of("path", "../other", "bytes", 1, "sha256", "00")))
        .write();
    requireRefused(directory, "lists a file outside the snapshot: ../other");
  }

  @Test
  void refusesAPartUnderAnothersName() throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    Files.move(directory.resolve(PART), directory.resolve("clients/part-00004.parquet"));
    Seal.of(directory, 305).write();
    requireRefused(directory, "client 200001 belongs into another part");
  }

  /** The quick checks cannot see one changed byte among many; the whole ones do. */
  @Test
  void theFullCheckSeesAFlippedByte() throws IOException {
    Path directory = SampleSnapshot.standard().write(snapshots);
    try (RandomAccessFile file = new RandomAccessFile(directory.resolve(PART).toFile(), "rw")) {
      file.seek(file.length() / 2);
      int before = file.read();
      file.seek(file.length() / 2);
      file.write(before ^ 1);
    }
    assertThatThrownBy(
            () -> {
              try (Snapshot snapshot = Snapshot.open(directory)) {
                snapshot.verify();
              }
            })
        .isInstanceOf(RefusedSnapshotException.class);
  }

  @Test
  void namesTheFileFirst() {
    Path directory =
        SampleSnapshot.standard().client(1, SampleClient.ACCEPTED.withId(100_001)).write(snapshots);
    assertThatThrownBy(() -> Snapshot.open(directory))
        .hasMessageStartingWith(directory.resolve("clients/part-00001.parquet").toString());
  }

  private static void requireRefused(Path directory, String reason) {
    assertThatThrownBy(
            () -> {
              try (Snapshot snapshot = Snapshot.open(directory)) {
                snapshot.verify();
              }
            })
        .isInstanceOf(RefusedSnapshotException.class)
        .hasMessageContaining(reason)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(": null"));
  }

  private static void cut(Path file) throws IOException {
    try (RandomAccessFile cut = new RandomAccessFile(file.toFile(), "rw")) {
      cut.setLength(cut.length() / 2);
    }
  }
}
