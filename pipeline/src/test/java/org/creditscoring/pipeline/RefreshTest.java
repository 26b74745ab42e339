package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.Row;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.model.snapshot.SnapshotId;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.HandPublication;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The command from raw tables to a snapshot that another reader opens; one refresh serves the
 * readers.
 */
class RefreshTest extends SparkTest {
  private static final int PAST = 1200;
  private static final int CURRENT = 50;

  @TempDir static Path shared;
  private static String sharedOut;
  private static Path snapshot;

  @TempDir Path own;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();
  private Clock clock = Clock.systemUTC();
  private String words = "";
  private Meanwhile meanwhile = () -> {};

  private record Ended(int exitCode, String out, String err) {}

  @BeforeAll
  static void publishOnce() throws IOException {
    Files.createDirectory(shared.resolve("raw"));
    new TinyRaw(shared.resolve("raw")).population(PAST, CURRENT, 1);
    // One more than are kept beside the new one, of which the oldest then goes.
    for (int day = 1; day <= 30; day++) {
      Files.createDirectories(shared.resolve("snapshots/202001%02dT000000Z-000000".formatted(day)));
    }
    Ended ended = new RefreshTest().refresh(shared);
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    sharedOut = ended.out();
    snapshot = current(shared);
  }

  @BeforeEach
  void makeRaw() throws IOException {
    Files.createDirectory(own.resolve("raw"));
  }

  @Test
  void saysWhatItDoes() {
    assertThat(sharedOut)
        .contains("warning: installments_payments is absent: its features are missing")
        .contains("there is no model in")
        .contains("fold 3 of 3 trained")
        .contains("out of fold: AUC 0.");
    assertThat(sharedOut.lines().reduce((first, second) -> second))
        .hasValueSatisfying(
            line ->
                assertThat(line).matches("published \\d{8}T\\d{6}Z-[0-9a-f]{6}: 1,250 clients"));
  }

  @Test
  void theOldestSnapshotGoesWhereMoreThanThirtyAre() throws IOException {
    assertThat(sharedOut).contains("removed the old snapshot 20200101T000000Z-000000\n");
    assertThat(entries(shared.resolve("snapshots")).stream().filter(Files::isDirectory))
        .hasSize(30)
        .contains(snapshot, shared.resolve("snapshots/20200102T000000Z-000000"));
  }

  @Test
  void theManifestListsWhatIsThere() throws IOException {
    Manifest manifest = manifest(snapshot);

    assertThat(manifest.clients()).isEqualTo(PAST + CURRENT);
    assertThat(manifest.snapshotId()).isEqualTo(snapshot.getFileName().toString());
    assertThat(manifest.cutOff()).isCloseTo(1 / 11.0, within(1e-12));
    assertThat(manifest.folds()).extracting(Manifest.Fold::fold).containsExactly(0, 1, 2, -1);
    assertThat(manifest.folds().stream().mapToInt(Manifest.Fold::clients).sum())
        .isEqualTo(PAST + CURRENT);
    assertThat(manifest.folds().get(3).clients()).isEqualTo(CURRENT);
    assertThat(manifest.files())
        .extracting(Manifest.FileEntry::path)
        .containsExactly(
            "clients/part-00001.parquet",
            "cutoff.parquet",
            "distributions.parquet",
            "features.parquet",
            "gates.json",
            "importance.parquet",
            "model/card.html",
            "model/fold-0.json",
            "model/fold-1.json",
            "model/fold-2.json",
            "model/model.json",
            "model/reference.f32",
            "pairs.parquet",
            "points.parquet",
            "positions.parquet");
    assertThat(manifest.forbidden())
        .containsExactly("CODE_GENDER", "NAME_FAMILY_STATUS", "CNT_FAM_MEMBERS", "NAME_TYPE_SUITE");
  }

  @Test
  void everyClientIsScoredAndExplained() throws IOException {
    Manifest manifest = manifest(snapshot);
    List<ScoredClient> clients =
        spark()
            .read()
            .parquet(snapshot.resolve("clients").toString())
            .as(Records.encoder(ScoredClient.class))
            .collectAsList();

    assertThat(clients).extracting(ScoredClient::id).isSorted().hasSize(PAST + CURRENT);
    for (ScoredClient client : clients) {
      double sum = client.baseValue();
      for (float contribution : client.contributions()) {
        sum += contribution;
      }
      assertThat(sum).isCloseTo(client.margin(), within(1e-4));
      assertThat((double) client.probability())
          .isCloseTo(1 / (1 + Math.exp(-client.margin())), within(1e-6));
      assertThat(client.decision())
          .isEqualTo(client.probability() >= 1 / 11.0 ? "REFUSED" : "ACCEPTED");
      assertThat(client.fold() == -1).isEqualTo(client.outcome() == -1);
      assertThat(client.values()).hasSize(manifest.valueCount());
      assertThat(client.contributions()).hasSize(manifest.features().size());
      assertThat(client.reasons()).hasSize(5);
    }
  }

  @Test
  void distributionsCountEveryClientOnce() {
    List<Row> features =
        spark()
            .read()
            .parquet(snapshot.resolve("distributions.parquet").toString())
            .groupBy("feature")
            .sum("all", "accepted", "refused", "repaid", "defaulted", "unknown")
            .collectAsList();

    assertThat(features)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              assertThat(row.getLong(1)).isEqualTo(PAST + CURRENT);
              assertThat(row.getLong(2) + row.getLong(3)).isEqualTo(PAST + CURRENT);
              assertThat(row.getLong(4) + row.getLong(5)).isEqualTo(PAST);
              assertThat(row.getLong(6)).isEqualTo(CURRENT);
            });
  }

  @Test
  void whatDrivesTheOutcomeIsTheMostImportant() {
    Row first =
        spark()
            .read()
            .parquet(snapshot.resolve("importance.parquet").toString())
            .filter("by = 'group' AND rank = 1")
            .first();

    assertThat(first.<String>getAs("name")).isEqualTo("external-scores");
    assertThat(first.<Double>getAs("low"))
        .isLessThanOrEqualTo(first.getAs("meanAbsoluteContribution"));
    assertThat(first.<Double>getAs("high"))
        .isGreaterThanOrEqualTo(first.getAs("meanAbsoluteContribution"));
  }

  @Test
  void nothingOfSparkIsLeftBeside() throws IOException {
    try (var files = Files.walk(shared.resolve("snapshots"))) {
      assertThat(files.filter(Files::isRegularFile).map(file -> file.getFileName().toString()))
          .noneMatch(name -> name.endsWith(".crc") || name.startsWith("_"))
          .filteredOn(name -> name.startsWith("."))
          .containsExactly(".lock");
    }
  }

  @Test
  void aSecondRefreshScoresWithTheModelThatIsThereAndPassesEveryGate() throws IOException {
    copyModels();
    copy("snapshots");
    new TinyRaw(own.resolve("raw")).population(PAST, CURRENT, 1);

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).contains("the model " + manifest(snapshot).modelId() + " scores");
    assertThat(Files.readAllBytes(current(own).resolve("clients/part-00001.parquet")))
        .isEqualTo(Files.readAllBytes(snapshot.resolve("clients/part-00001.parquet")));
    GateReport gates = gates(current(own));
    assertThat(gates.comparedWith()).isEqualTo(manifest(snapshot).snapshotId());
    assertThat(gates.gates())
        .hasSize(17)
        .allSatisfy(gate -> assertThat(gate.level()).isEqualTo(GateReport.Level.OK));
    for (String unmoved : List.of("psiTraining", "psiLast", "scoreTraining", "scoreLast")) {
      assertThat(gates.gate(unmoved).orElseThrow().seen()).as(unmoved).isZero();
    }
    assertThat(gates.tables())
        .containsExactly(
            new GateReport.TableRows("application_train", PAST, 0),
            new GateReport.TableRows("application_test", CURRENT, 0));
  }

  /** The same model under another name: no better, and no worse. */
  @Test
  void anotherModelIsHeldAgainstTheOneInUse() throws IOException {
    copyModels();
    copy("snapshots");
    String id = "20991231T235959Z-00000a";
    Path card = model(own).resolve("model.json");
    Files.writeString(card, Files.readString(card).replace(manifest(snapshot).modelId(), id));
    Files.move(model(own), own.resolve("models").resolve(id));
    new TinyRaw(own.resolve("raw")).population(PAST, CURRENT, 1);

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(manifest(current(own)).modelId()).isEqualTo(id);
    for (String gate : List.of("newModelAuc", "newModelCalibration")) {
      GateReport.Verdict verdict = gates(current(own)).gate(gate).orElseThrow();
      assertThat(verdict.level()).isEqualTo(GateReport.Level.OK);
      assertThat(verdict.seen()).isZero();
      assertThat(verdict.told()).contains("on 1,200 clients that each scored out of fold");
    }
  }

  /** Incomes doubled and EXT_SOURCE_2 missing for half; then a person says that it is right. */
  @Test
  void aDriftedInputIsHeldUntilAPersonPublishesIt() throws IOException {
    copyModels();
    copy("snapshots");
    String before = current(own).getFileName().toString();
    new TinyRaw(own.resolve("raw")).population(PAST, CURRENT, 1, RefreshTest::drifted);

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.out()).isEqualTo(3);
    assertThat(ended.err())
        .contains("refresh held back: ")
        .contains("AMT_INCOME_TOTAL")
        .contains("EXT_SOURCE_2")
        .contains("./credit snapshots publish ")
        .doesNotContain("\tat ");
    assertThat(ended.out())
        .containsPattern("warning: gate psi\\w+ stops: AMT_INCOME_TOTAL of past clients: PSI \\d")
        .contains("missing in 0.0 % before, 50.0 %")
        .doesNotContainPattern("published \\d");
    assertThat(current(own).getFileName()).hasToString(before);
    List<Path> held =
        entries(own.resolve("snapshots")).stream()
            .filter(entry -> entry.getFileName().toString().startsWith(".held-"))
            .toList();
    assertThat(held).hasSize(1);
    assertThat(gates(held.get(0)).level()).isEqualTo(GateReport.Level.STOP);

    String id = manifest(held.get(0)).snapshotId();
    new HandPublication(own.resolve("snapshots")).publish(id, "incomes are in another currency");

    assertThat(current(own).getFileName()).hasToString(id);
    assertThat(Files.readAllLines(own.resolve("snapshots/publications.jsonl")))
        .last()
        .asString()
        .contains("\"snapshotId\":\"" + id + "\",\"by\":\"publish\"")
        .contains("\"because\":\"incomes are in another currency\"");
    // The next night is as the one that was let pass.
    Ended next = refresh(own);
    assertThat(next.exitCode()).as(next.err()).isZero();
    assertThat(next.out()).contains("so it was in what is published");
  }

  private static Map<String, String> drifted(Map<String, String> row) {
    Map<String, String> drifted = new HashMap<>(row);
    drifted.compute("AMT_INCOME_TOTAL", (name, income) -> "" + 2 * Long.parseLong(income));
    if (Integer.parseInt(row.get("SK_ID_CURR")) % 2 == 0) {
      drifted.put("EXT_SOURCE_2", "");
    }
    return drifted;
  }

  @Test
  void tooFewDefaultsRefuseATrainingButNotAScore() throws IOException {
    new TinyRaw(own.resolve("raw")).population(110, 0, 2);

    Ended refused = refresh(own);

    assertThat(refused.exitCode()).isEqualTo(3);
    assertThat(refused.err())
        .contains("training refused: 110 past clients with ")
        .contains("at least 200 defaults")
        .contains("--models");
    assertThat(own.resolve("snapshots/CURRENT")).doesNotExist();

    copyModels();
    Ended scored = refresh(own);

    assertThat(scored.exitCode()).as(scored.err()).isZero();
    assertThat(manifest(current(own)).clients()).isEqualTo(110);
  }

  @Test
  void currentClientsAloneNeedAModel() throws IOException {
    new TinyRaw(own.resolve("raw"))
        .write(HomeCredit.APPLICATION_TEST, Map.of("SK_ID_CURR", "900001"));

    assertThat(refresh(own).err()).contains("training refused: 0 past clients");

    copyModels();
    assertThat(refresh(own).exitCode()).isZero();
    assertThat(current(own).resolve("clients/part-00013.parquet")).exists();
  }

  @Test
  void aFailureTouchesNothingPublished() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(300, 0, 3);
    assertThat(refresh(own).exitCode()).isZero();
    Path before = current(own);
    List<Path> entries = entries(own.resolve("snapshots"));

    new TinyRaw(own.resolve("raw"))
        .write(HomeCredit.APPLICATION_TRAIN, Map.of("SK_ID_CURR", "7"), Map.of("SK_ID_CURR", "7"));
    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("SK_ID_CURR 7 is there more than once")
        .doesNotContain("\tat ");
    assertThat(current(own)).isEqualTo(before);
    assertThat(entries(own.resolve("snapshots"))).isEqualTo(entries);
  }

  @Test
  void aDamagedModelIsNamed() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Files.writeString(model(own).resolve("folds.csv"), "id,fold\n1;2\n");

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("the trained model is damaged")
        .contains("folds.csv line 2 is no pair: 1;2");
  }

  @Test
  void aModelThatLostAClientIsDamaged() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Path folds = model(own).resolve("folds.csv");
    List<String> lines = Files.readAllLines(folds);
    Files.write(folds, lines.subList(0, lines.size() - 1));

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err())
        .contains("the trained model is damaged")
        .contains("trained on 1200 clients, but its folds hold 1199 and its reference 1200");
  }

  @Test
  void aFoldThatTheModelDoesNotHaveIsDamage() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Path folds = model(own).resolve("folds.csv");
    List<String> lines = new ArrayList<>(Files.readAllLines(folds));
    lines.set(1, "100001,3");
    Files.write(folds, lines);

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("client 100001 is in fold 3 of 3");
  }

  @Test
  void truncatedTreesAreDamage() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Path trees = model(own).resolve("fold-0.json");
    byte[] whole = Files.readAllBytes(trees);
    Files.write(trees, Arrays.copyOf(whole, whole.length / 2));

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("the trained model is damaged").contains("fold-0.json");
    assertThat(ended.out()).contains("look for a model").doesNotContain("compute history features");
  }

  @Test
  void aModelOfSyntheticClientsDoesNotScoreRealOnes() throws IOException {
    copyModels();
    Path card = model(own).resolve("model.json");
    String before = Files.readString(card);
    String after = before.replaceFirst("\"synthetic\"\\s*:\\s*false", "\"synthetic\": true");
    assertThat(after).isNotEqualTo(before);
    Files.writeString(card, after);
    new TinyRaw(own.resolve("raw")).population(110, 0, 2);

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.out())
        .contains("warning: the model ")
        .contains("is passed over: it was trained on synthetic clients, and these are real");
    assertThat(ended.err()).contains("training refused: 110 past clients");
  }

  @Test
  void onlyWhatHasChangedIsReadAndComputedAgain() throws IOException {
    copyModels();
    TinyRaw raw = new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    raw.write(HomeCredit.BUREAU, bureau("41"));
    raw.write(HomeCredit.CREDIT_CARD_BALANCE, Map.of("SK_ID_CURR", "100001"));
    Ended first = refresh(own);
    assertThat(first.exitCode()).as(first.err()).isZero();
    assertThat(first.out())
        .contains("bureau.csv: 1 rows")
        .doesNotContain("not parsed again")
        .doesNotContain("not computed again");
    List<Manifest.FileEntry> before = clients(current(own));

    Ended second = refresh(own);

    assertThat(second.out())
        .contains("application_train.csv: 30 rows, unchanged and not parsed again")
        .contains("bureau.csv: 1 rows, unchanged and not parsed again")
        .containsPattern("bureau: .* unchanged and not computed again")
        .containsPattern("credit_card_balance: .* unchanged and not computed again");
    // To the byte: each file's hash is in the manifest.
    assertThat(clients(current(own))).isEqualTo(before).isNotEmpty();

    raw.write(HomeCredit.BUREAU, bureau("41"), bureau("42"));
    Ended third = refresh(own);

    assertThat(third.out())
        .contains("credit_card_balance.csv: 1 rows, unchanged and not parsed again")
        .containsPattern("credit_card_balance: .* unchanged and not computed again")
        .contains("bureau.csv: 2 rows")
        .doesNotContain("bureau.csv: 2 rows, unchanged")
        .doesNotContainPattern("bureau: .* unchanged and not computed again");
  }

  @Test
  void withoutACacheNothingIsKept() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);

    Ended ended =
        execute(
            own,
            "--raw",
            own.resolve("raw").toString(),
            "--snapshots",
            own.resolve("snapshots").toString(),
            "--models",
            own.resolve("models").toString(),
            "--no-cache");

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(entries(own.resolve("cache")))
        .extracting(entry -> entry.getFileName().toString())
        .containsExactly(".scratch.lock");
  }

  @Test
  void whatADeadTrainingLeftIsSweptByTheNext() throws IOException {
    Path left = Files.createDirectories(own.resolve("models/.staging-20260101T000000Z-00000a"));
    Files.writeString(left.resolve("fold-0.json"), "{");
    new TinyRaw(own.resolve("raw")).population(110, 0, 2);

    assertThat(refresh(own).err()).contains("training refused");

    assertThat(left).doesNotExist();
  }

  @Test
  void aDamagedEvaluationIsToldAndStopsNoRefresh() throws IOException {
    copyModels();
    try (var raw = Files.list(shared.resolve("raw"))) {
      for (Path file : raw.toList()) {
        Files.copy(file, own.resolve("raw").resolve(file.getFileName()));
      }
    }
    Path evaluations = Files.createDirectories(own.resolve("models/evaluations"));
    Path damaged =
        Files.writeString(
            evaluations.resolve(manifest(snapshot).dataFingerprint() + ".json"), "{\"seed\"");

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("warning: the result of an evaluation cannot be read")
        .contains(damaged.toString())
        .contains("published ");
  }

  /** What a night's delivery may look like, all at once: published, and everything told. */
  @Test
  void whatTheSettingsLetPassIsPublishedWithAWarningEach() throws IOException {
    copyModels();
    List<Map<String, String>> rows = new ArrayList<>();
    for (int id = 1; id <= 20; id++) {
      rows.add(Map.of("SK_ID_CURR", String.valueOf(id)));
    }
    rows.set(4, Map.of("SK_ID_CURR", "5", "AMT_INCOME_TOTAL", "1000000000.0"));
    rows.set(5, Map.of("SK_ID_CURR", "6", "NAME_TYPE_SUITE", "Bakers, \"Sons\" & Co"));
    rows.set(6, Map.of("SK_ID_CURR", "7", "AMT_CREDIT", "40k"));
    new TinyRaw(own.resolve("raw")).write(HomeCredit.APPLICATION_TRAIN, rows);
    Path file = own.resolve("raw/application_train.csv");
    String text = Files.readString(file).replaceFirst("\n", ",EXTRA\n");
    int header = text.indexOf('\n') + 1;
    Files.writeString(
        file,
        (text.substring(0, header) + text.substring(header).replace("\n", ",x\n"))
            .replace("\n", "\r\n"));

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("warning: bureau is absent: its features are missing")
        .contains("warning: application_train.csv: columns not known are ignored: EXTRA")
        .contains(
            "warning: application_train.csv: 1 rows hold a number of 1,000,000,000 or more: line 6, column AMT_INCOME_TOTAL: '1000000000.0'")
        .contains(
            "warning: NAME_TYPE_SUITE: 1 rows hold a code that is not in the dictionary and taken as missing: 'Bakers, \"Sons\" & Co' (1)")
        .contains(
            "warning: set aside application_train.csv line 8, column AMT_CREDIT: '40k' is not a number")
        .contains(": 19 clients");
    Manifest manifest = manifest(current(own));
    assertThat(manifest.setAside()).containsExactly(Map.entry("application_train", 1L));
    Path kept = own.resolve("set-aside").resolve(manifest.snapshotId());
    assertThat(ended.out()).contains("rows set aside are kept in " + kept);
    assertThat(kept.resolve("application_train.jsonl")).content().contains("\"line\":8");
  }

  @Test
  void aRawFileThatIsReplacedDuringTheRunStopsIt() throws IOException {
    copyModels();
    TinyRaw raw = new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Path file = own.resolve("raw/application_train.csv");
    String before = Files.readString(file);

    // As the stage "score…" begins, every table has long been read.
    Ended ended = refresh(own, "score and explain", () -> raw.population(31, 0, 4));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains(file + " was replaced since it was read");
    assertThat(entries(own.resolve("snapshots")))
        .extracting(Path::getFileName)
        .hasToString("[.lock]");

    Files.writeString(file, before);
    Ended same = refresh(own, "score and explain", () -> Files.writeString(file, before));
    assertThat(same.exitCode()).as("the same bytes put there again: " + same.err()).isZero();

    Ended arrived =
        refresh(own, "score and explain", () -> raw.write(HomeCredit.BUREAU, bureau("41")));
    assertThat(arrived.exitCode()).isEqualTo(3);
    assertThat(arrived.err()).contains("bureau.csv was not there when the run began");
  }

  @Test
  void aClockThatWasSetBackMovesNoIdBack() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    clock = Clock.fixed(Instant.parse("2031-05-01T10:00:00Z"), ZoneOffset.UTC);
    assertThat(refresh(own).exitCode()).isZero();
    Path ahead = current(own);
    assertThat(ahead.getFileName().toString()).startsWith("20310501T100000Z-");

    clock = Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC);
    Ended back = refresh(own);

    assertThat(back.exitCode()).as(back.err()).isZero();
    assertThat(back.out()).contains("warning: the clock says 2026-01-01T00:00:00Z");
    assertThat(current(own).getFileName().toString()).startsWith("20310501T100001Z-");
    assertThat(manifest(current(own)).createdAt()).isEqualTo("2026-01-01T00:00:00Z");
    assertThat(ahead).exists();
  }

  @Test
  void aFlagThatIsNeitherYesNorNoIsABadRow() throws IOException {
    copyModels();
    new TinyRaw(own.resolve("raw"))
        .write(
            HomeCredit.APPLICATION_TRAIN,
            IntStream.rangeClosed(1, 20)
                .mapToObj(
                    id ->
                        Map.of("SK_ID_CURR", String.valueOf(id), "FLAG_EMAIL", id == 7 ? "2" : "1"))
                .toList());

    Ended ended = refresh(own);

    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out())
        .contains("line 8, column FLAG_EMAIL: '2' is not a yes-or-no (0 or 1)")
        .contains(": 19 clients");
  }

  @Test
  void directoriesThatCannotBeWrittenAreNamed() throws IOException {
    new TinyRaw(own.resolve("raw")).population(30, 0, 3);
    Files.createFile(own.resolve("snapshots"));

    Ended snapshots = refresh(own);

    assertThat(snapshots.exitCode()).isEqualTo(3);
    assertThat(snapshots.err()).contains("the directory of snapshots cannot be made");

    Files.delete(own.resolve("snapshots"));
    Files.createFile(own.resolve("models"));
    Ended models = refresh(own);

    assertThat(models.exitCode()).isEqualTo(3);
    assertThat(models.err()).contains("the directory of trained models cannot be made");
  }

  @Test
  void aRawDirectoryThatDoesNotExistIsBadData() {
    Ended ended = refresh(own.resolve("nowhere"));

    assertThat(ended.exitCode()).isEqualTo(3);
    assertThat(ended.err()).contains("does not exist").contains("--raw");
  }

  @Test
  void aFlagThatDoesNotExistIsWrongUse() {
    assertThat(execute(own, "--rwa", "x").exitCode()).isEqualTo(2);
  }

  @Test
  void aFailureOfOursHasItsOwnExitCode() {
    int code =
        RefreshCommand.commandLine(
                (settings, request) -> {
                  throw new NoClassDefFoundError("lost");
                })
            .setErr(new PrintWriter(err))
            .execute();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString()).contains("our fault").contains("lost").doesNotContain("\tat ");
  }

  @Test
  void aFailureInsideATaskIsToldInOneLine() {
    FilterFunction<Long> failing =
        id -> {
          throw new IllegalStateException("the cause\nand more");
        };

    int code =
        RefreshCommand.commandLine(
                (settings, request) -> spark().range(3).as(Encoders.LONG()).filter(failing).count())
            .setErr(new PrintWriter(err))
            .execute();

    assertThat(code).isEqualTo(1);
    assertThat(err.toString().lines())
        .containsExactly(
            "refresh failed, and it is our fault: IllegalStateException: the cause. Nothing that"
                + " was published before has changed. Run again with --stack-trace to see where.");
  }

  private static Map<String, String> bureau(String credit) {
    return Map.of(
        "SK_ID_CURR",
        "100001",
        "SK_ID_BUREAU",
        credit,
        "DAYS_CREDIT",
        "-10",
        "DAYS_CREDIT_UPDATE",
        "-1");
  }

  private static List<Manifest.FileEntry> clients(Path snapshot) throws IOException {
    return manifest(snapshot).files().stream()
        .filter(file -> file.path().startsWith("clients/"))
        .toList();
  }

  private static Path model(Path directory) throws IOException {
    return entries(directory.resolve("models")).stream()
        .filter(entry -> SnapshotId.valid(entry.getFileName().toString()))
        .findFirst()
        .orElseThrow();
  }

  /** Does something as soon as a line with these words is told. */
  private Ended refresh(Path directory, String words, Meanwhile meanwhile) {
    this.words = words;
    this.meanwhile = meanwhile;
    try {
      return refresh(directory);
    } finally {
      this.meanwhile = () -> {};
    }
  }

  /** What happens to the files during a run. */
  @FunctionalInterface
  private interface Meanwhile {
    void happens() throws IOException;
  }

  private final class Listening extends FilterOutputStream {
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();

    Listening() {
      super(RefreshTest.this.out);
    }

    @Override
    public void write(int one) throws IOException {
      super.write(one);
      line.write(one);
      if (one == '\n') {
        if (line.toString(StandardCharsets.UTF_8).contains(words)) {
          meanwhile.happens();
        }
        line.reset();
      }
    }
  }

  private Ended refresh(Path directory) {
    return execute(
        directory,
        "--raw",
        directory.resolve("raw").toString(),
        "--snapshots",
        directory.resolve("snapshots").toString(),
        "--models",
        directory.resolve("models").toString());
  }

  private Ended execute(Path directory, String... arguments) {
    out.reset();
    err.getBuffer().setLength(0);
    Stages stages = new Stages(new PrintStream(new Listening(), true, StandardCharsets.UTF_8));
    int code =
        RefreshCommand.commandLine(
                (settings, request) ->
                    new Refresh(
                            spark(),
                            SmallSettings.in(directory)
                                .at(settings.raw(), settings.snapshots(), settings.models()),
                            stages,
                            clock)
                        .run(request.training(), request.caching()))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Ended(code, out.toString(StandardCharsets.UTF_8), err.toString());
  }

  private void copyModels() throws IOException {
    copy("models");
  }

  /** What the shared refresh left in one of its directories. */
  private void copy(String directory) throws IOException {
    try (var files = Files.walk(shared.resolve(directory))) {
      for (Path file : files.toList()) {
        Path copy = own.resolve(shared.relativize(file).toString());
        if (Files.isDirectory(file)) {
          Files.createDirectories(copy);
        } else {
          Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
        }
      }
    }
  }

  private static Path current(Path directory) throws IOException {
    Path snapshots = directory.resolve("snapshots");
    return snapshots.resolve(Files.readString(snapshots.resolve("CURRENT")).strip());
  }

  private static Manifest manifest(Path snapshot) throws IOException {
    return Json.read(Files.readString(snapshot.resolve("manifest.json")), Manifest.class);
  }

  private static GateReport gates(Path snapshot) throws IOException {
    return Json.read(Files.readString(snapshot.resolve("gates.json")), GateReport.class);
  }

  private static List<Path> entries(Path directory) throws IOException {
    try (var entries = Files.list(directory)) {
      return new ArrayList<>(entries.sorted().toList());
    }
  }
}
