package org.creditscoring.pipeline.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Row;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.TinyRaw;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RawReaderTest extends SparkTest {
  private static final Table TRAIN = HomeCredit.APPLICATION_TRAIN;
  private static final String RUN = "20260101T000000Z-000001";
  private static final Map<String, String> ONE = Map.of("SK_ID_CURR", "100001");
  private static final Map<String, String> TWO = Map.of("SK_ID_CURR", "100002");

  @TempDir Path directory;
  private TinyRaw raw;
  @TempDir Path kept;
  @TempDir Path own;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();
  private Cache cache;

  @BeforeEach
  void startWriting() throws IOException {
    raw = new TinyRaw(directory);
    cache = Cache.of(Caching.UNCHANGED_TABLES, kept, line -> {});
  }

  @AfterEach
  void freeTheCache() throws IOException {
    cache.close();
  }

  @Test
  void columnsMayStandInAnyOrder() throws IOException {
    List<String> names = new ArrayList<>(TRAIN.header());
    List<String> fields =
        new ArrayList<>(
            TinyRaw.row(
                TRAIN,
                Map.of(
                    "SK_ID_CURR",
                    "100007.0",
                    "AMT_CREDIT",
                    "1234.5",
                    "WALLSMATERIAL_MODE",
                    "Stone, brick")));
    Collections.reverse(names);
    Collections.reverse(fields);
    raw.lines("application_train.csv", List.of(String.join(",", names), TinyRaw.line(fields)));

    Row row = read(1).applications().first();

    assertThat(row.<Integer>getAs("id")).isEqualTo(100_007);
    assertThat(row.<Double>getAs("AMT_CREDIT")).isEqualTo(1234.5);
    assertThat(row.<String>getAs("WALLSMATERIAL_MODE")).isEqualTo("Stone, brick");
    assertThat(row.schema().fieldNames()).doesNotContain("TARGET");
  }

  @Test
  void theDirectoryMayHaveAnyName() throws IOException {
    directory = Files.createDirectory(directory.resolve("night[1]? {a,b} 20:15 ${user.name}"));
    new TinyRaw(directory).write(TRAIN, ONE, TWO);

    assertThat(read(1).clients()).isEqualTo(2);
  }

  @Test
  void readsCompressedTablesAndSaysWhichAreAbsent() throws IOException {
    raw.write(TRAIN, ONE, TWO).compress(TRAIN);
    raw.write(HomeCredit.BUREAU, ONE);

    RawData data = read(1);

    assertThat(data.clients()).isEqualTo(2);
    assertThat(data.history()).singleElement().extracting(RawTable::count).isEqualTo(1L);
    assertThat(data.absent())
        .containsExactly(
            "application_test",
            "bureau_balance",
            "previous_application",
            "POS_CASH_balance",
            "installments_payments",
            "credit_card_balance");
    assertThat(told()).contains("installments_payments is absent: its features are missing");
  }

  @Test
  void aColumnThatIsThereTwiceIsNamed() throws IOException {
    raw.lines("application_train.csv", List.of(String.join(",", TRAIN.header()) + ",AMT_CREDIT"));

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("column AMT_CREDIT is there twice");
  }

  @Test
  void badRowsAreSetAsideWithLineColumnAndValue() throws IOException {
    raw.write(
        TRAIN,
        ONE,
        Map.of("SK_ID_CURR", "100002", "AMT_CREDIT", "40k"),
        TWO,
        Map.of("SK_ID_CURR", ""),
        Map.of("SK_ID_CURR", "100003", "TARGET", "2"),
        Map.of("SK_ID_CURR", "12.5"));
    Path file = directory.resolve("application_train.csv");
    Files.write(file, TinyRaw.bytes("100009,1,short\n"), java.nio.file.StandardOpenOption.APPEND);

    RawData data = read(1);

    assertThat(data.clients()).isEqualTo(2);
    assertThat(data.applications().select("id").collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactly(100_001, 100_002);
    assertThat(told())
        .contains(
            "set aside application_train.csv line 3, column AMT_CREDIT: '40k' is not a number")
        .contains("line 5, column SK_ID_CURR: is empty where a value must stand")
        .contains("line 6, column TARGET: '2' is not an outcome (0 or 1)")
        .contains("line 7, column SK_ID_CURR: '12.5' is not an identifier")
        .contains("line 8: 3 fields where the header has 122");
  }

  @Test
  void tooManyBadRowsStop() throws IOException {
    raw.write(TRAIN, ONE, Map.of("SK_ID_CURR", "100002", "DAYS_BIRTH", "yesterday"));

    assertThatThrownBy(() -> read(0.001))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("application_train.csv: 1 of 2 rows cannot be read (50.00 %)")
        .hasMessageContaining("credit.pipeline.maxBadShare")
        .hasMessageContaining("line 3, column DAYS_BIRTH: 'yesterday' is not a number");
  }

  @Test
  void aTextThatIsCalledGzipStops() throws IOException {
    Files.writeString(directory.resolve("application_train.csv.gz"), "SK_ID_CURR\n1\n");

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("application_train.csv.gz is not a whole gzip file");
  }

  @Test
  void aClientInBothTablesIsNamed() throws IOException {
    raw.write(TRAIN, ONE, TWO).write(HomeCredit.APPLICATION_TEST, TWO);

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("SK_ID_CURR 100002 is there more than once");
  }

  @Test
  void aTableThatIsThereTwiceIsNamed() throws IOException {
    raw.write(TRAIN, ONE).compress(TRAIN);
    raw.write(TRAIN, ONE);

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("application_train.csv is there twice, plain and as .gz");
  }

  @Test
  void aDirectoryThatDoesNotExistIsNamed() {
    assertThatThrownBy(() -> new RawDirectory(directory.resolve("nowhere")))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("nowhere does not exist");
  }

  @Test
  void aDirectoryWithoutApplicationsIsNamed() throws IOException {
    raw.write(HomeCredit.BUREAU, ONE);

    assertThatThrownBy(() -> new RawDirectory(directory))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("neither application_train.csv nor application_test.csv");
  }

  @Test
  void theFingerprintFollowsTheBytes() throws IOException {
    raw.write(TRAIN, ONE);
    String before = read(1).fingerprint();
    assertThat(read(1).fingerprint()).isEqualTo(before);

    raw.write(TRAIN, TWO);

    assertThat(read(1).fingerprint()).isNotEqualTo(before).hasSize(64);
  }

  private RawData read(double maxBadShare) {
    return read(maxBadShare, RUN);
  }

  private RawData read(double maxBadShare, String run) {
    InputSettings inputs = SmallSettings.inputs(own, "maxBadShare = " + maxBadShare);
    RawReader reader =
        new RawReader(spark(), inputs, cache, SetAside.of(inputs, run, System.err::println));
    return new Stages(new PrintStream(told, true, StandardCharsets.UTF_8))
        .run("read", stage -> RawData.read(new RawDirectory(directory), reader, stage));
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  @Test
  void numbersThatAreNoneAsFloatsAndOddFlagsAreBadRows() throws IOException {
    raw.write(
        TRAIN,
        ONE,
        Map.of("SK_ID_CURR", "2", "AMT_CREDIT", "1e39"),
        Map.of("SK_ID_CURR", "3", "AMT_CREDIT", "NaN"),
        Map.of("SK_ID_CURR", "4", "AMT_ANNUITY", "-Infinity"),
        Map.of("SK_ID_CURR", "5", "FLAG_EMAIL", "-1"),
        Map.of("SK_ID_CURR", "6", "AMT_CREDIT", "-3.4e38", "AMT_ANNUITY", ""));

    assertThat(read(1).applications().select("id").collectAsList())
        .extracting(row -> row.getInt(0))
        .containsExactly(100_001, 6);
    assertThat(told())
        .contains("line 3, column AMT_CREDIT: '1e39' is not a finite number")
        .contains("line 4, column AMT_CREDIT: 'NaN' is not a finite number")
        .contains("line 5, column AMT_ANNUITY: '-Infinity' is not a finite number")
        .contains("line 6, column FLAG_EMAIL: '-1' is not a yes-or-no (0 or 1)");
  }

  @Test
  void aKeyThatIsThereTwiceIsNamed() throws IOException {
    raw.write(TRAIN, ONE)
        .write(
            HomeCredit.BUREAU,
            Map.of("SK_ID_BUREAU", "41"),
            Map.of("SK_ID_BUREAU", "42"),
            Map.of("SK_ID_BUREAU", "42"),
            // A bad row is set aside, and no second one.
            Map.of("SK_ID_BUREAU", "41", "AMT_CREDIT_SUM", "much"));

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("SK_ID_BUREAU 42 is there more than once in bureau;");
  }

  @Test
  void everyTableWithAKeyIsChecked() throws IOException {
    Map<String, String> row = Map.of("SK_ID_PREV", "5");
    raw.write(TRAIN, ONE).write(HomeCredit.PREVIOUS_APPLICATION, row, row);

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("SK_ID_PREV 5 is there more than once in previous_application;");
  }

  @Test
  void anUnchangedFileIsNotParsedAgainAndTellsTheSame() throws IOException {
    raw.write(TRAIN, ONE, Map.of("SK_ID_CURR", "2", "AMT_CREDIT", "much"), TWO);
    List<Row> first = read(1).applications().collectAsList();
    assertThat(told()).contains("application_train.csv: 2 rows").doesNotContain("not parsed again");
    told.reset();

    List<Row> second = read(1).applications().collectAsList();

    assertThat(second).isEqualTo(first).hasSize(2);
    assertThat(told())
        .contains("application_train.csv: 2 rows, unchanged and not parsed again")
        .contains("line 3, column AMT_CREDIT: 'much' is not a number");
    // The limit is a setting, not a part of the file.
    assertThatThrownBy(() -> read(0.1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("1 of 3 rows cannot be read")
        .hasMessageContaining("line 3, column AMT_CREDIT");
  }

  @Test
  void aChangedFileIsParsedAgainAndTheOthersAreNot() throws IOException {
    raw.write(TRAIN, ONE).write(HomeCredit.BUREAU, Map.of("SK_ID_BUREAU", "41"));
    read(1);
    told.reset();

    // Of the same size, and as old: only the bytes tell.
    Path file = directory.resolve("bureau.csv");
    FileTime time = Files.getLastModifiedTime(file);
    raw.write(HomeCredit.BUREAU, Map.of("SK_ID_BUREAU", "42"));
    Files.setLastModifiedTime(file, time);
    RawData data = read(1);

    assertThat(data.history().get(0).rows().first().<Double>getAs("SK_ID_BUREAU")).isEqualTo(42);
    assertThat(told())
        .contains("application_train.csv: 1 rows, unchanged and not parsed again")
        .contains("bureau.csv: 1 rows")
        .doesNotContain("bureau.csv: 1 rows, unchanged");
  }

  @Test
  void aRefusedTableIsNotKept() throws IOException {
    raw.write(TRAIN, ONE, ONE);
    assertThatThrownBy(() -> read(1)).isInstanceOf(BadDataException.class);
    told.reset();

    assertThatThrownBy(() -> read(1))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("is there more than once");
    assertThat(told()).doesNotContain("not parsed again");
  }

  @Test
  void rowsSetAsideAreKeptForEveryRunThatGoesWithoutThem() throws IOException {
    raw.write(
        TRAIN,
        ONE,
        Map.of("SK_ID_CURR", "2", "AMT_CREDIT", "much", "NAME_TYPE_SUITE", "\"Children\""),
        TWO);
    String row = Files.readAllLines(directory.resolve("application_train.csv")).get(2);

    assertThat(read(1).setAside()).containsExactly(Map.entry("application_train", 1L));
    String later = "20260102T000000Z-000002";
    assertThat(read(1, later).setAside()).containsExactly(Map.entry("application_train", 1L));

    assertThat(told()).contains("unchanged and not parsed again");
    for (String run : List.of(RUN, later)) {
      Path file = own.resolve("set-aside").resolve(run).resolve("application_train.jsonl");
      assertThat(Files.readAllLines(file))
          .singleElement()
          .isEqualTo(
              "{\"file\":\"application_train.csv\",\"line\":3,\"reason\":\"column AMT_CREDIT: 'much' is not a number\",\"row\":\""
                  + row.replace("\"", "\\\"")
                  + "\"}");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
          .isEqualTo("rw-------");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file.getParent())))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void rowsSetAsideGoWithAgeAndNothingElseDoes() throws IOException {
    FileTime old = FileTime.from(Instant.now().minus(Duration.ofDays(31)));
    Path gone = Files.createDirectories(own.resolve("set-aside/20260101T000000Z-00000a"));
    Path young = Files.createDirectories(own.resolve("set-aside/20260101T000000Z-00000b"));
    Path foreign = Files.createDirectories(own.resolve("set-aside/notes"));
    Files.writeString(gone.resolve("bureau.jsonl"), "{}\n");
    Files.setLastModifiedTime(gone, old);
    Files.setLastModifiedTime(foreign, old);

    SetAside.of(SmallSettings.inputs(own, ""), RUN, System.err::println);

    assertThat(gone).doesNotExist();
    assertThat(young).exists();
    assertThat(foreign).exists();
  }

  @Test
  void whereRowsCannotBeKeptThatIsToldAndStopsNoRun() throws IOException {
    raw.write(TRAIN, ONE, Map.of("SK_ID_CURR", "2", "AMT_CREDIT", "much"));
    Files.createFile(own.resolve("set-aside"));
    List<String> warned = new ArrayList<>();
    InputSettings inputs = SmallSettings.inputs(own, "maxBadShare = 1");
    RawReader reader = new RawReader(spark(), inputs, cache, SetAside.of(inputs, RUN, warned::add));

    RawData data =
        new Stages(new PrintStream(told, true, StandardCharsets.UTF_8))
            .run("read", stage -> RawData.read(new RawDirectory(directory), reader, stage));

    assertThat(data.clients()).isEqualTo(1);
    assertThat(warned)
        .singleElement()
        .asString()
        .startsWith("the rows set aside cannot be kept in " + own.resolve("set-aside"));
  }

  @Test
  void aLimitThatChangesIsJudgedAnew() throws IOException {
    raw.write(TRAIN, Map.of("SK_ID_CURR", "1", "AMT_CREDIT", "5000000"));
    read(1);
    assertThat(told()).doesNotContain("5000000");

    InputSettings inputs = SmallSettings.inputs(own, "inputs.hugeFrom = 5e6");
    RawReader reader =
        new RawReader(spark(), inputs, cache, SetAside.of(inputs, RUN, System.err::println));
    new Stages(new PrintStream(told, true, StandardCharsets.UTF_8))
        .run("read", stage -> RawData.read(new RawDirectory(directory), reader, stage));

    assertThat(told()).contains("line 2, column AMT_CREDIT: '5000000'");
  }

  @Test
  void whatChangesTheFileButNotItsBytesIsNoChange() throws IOException {
    raw.write(TRAIN, ONE);
    RawFile file = new RawDirectory(directory).file(TRAIN).orElseThrow();
    Fingerprint before = Fingerprint.of(file);

    Files.createLink(directory.resolve("backup"), file.path());
    before.requireUntouched(file);

    byte[] bytes = Files.readAllBytes(file.path());
    Files.delete(file.path());
    Files.write(file.path(), bytes);
    before.requireSame(file);
    assertThatThrownBy(() -> before.requireUntouched(file)).isInstanceOf(BadDataException.class);

    Files.delete(file.path());
    assertThatThrownBy(() -> before.requireSame(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("application_train.csv cannot be read: NoSuchFileException");
  }

  /** As a tool does that copies into the file that is there and sets its time. */
  @Test
  void anotherTextOfTheSameSizeAndTimeInTheSameFileIsAChange() throws IOException {
    raw.write(TRAIN, ONE);
    RawFile file = new RawDirectory(directory).file(TRAIN).orElseThrow();
    FileTime time = Files.getLastModifiedTime(file.path());
    Fingerprint before = Fingerprint.of(file);

    Files.writeString(file.path(), Files.readString(file.path()).replace("100001", "100002"));
    Files.setLastModifiedTime(file.path(), time);

    assertThatThrownBy(() -> before.requireUntouched(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("was changed while it was read");
    assertThatThrownBy(() -> before.requireSame(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("was replaced since it was read");
  }

  @Test
  void aFileThatChangesWhileItIsReadStopsTheRefresh() throws IOException {
    raw.write(TRAIN, ONE);
    RawFile file = new RawDirectory(directory).file(TRAIN).orElseThrow();
    Fingerprint before = Fingerprint.of(file);
    before.requireUntouched(file);

    raw.write(TRAIN, ONE, TWO);

    assertThatThrownBy(() -> before.requireUntouched(file))
        .isInstanceOf(BadDataException.class)
        .hasMessageContaining("application_train.csv was changed while it was read");
  }
}
