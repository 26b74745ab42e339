package org.creditscoring.data.synthetic;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.creditscoring.data.Column;
import org.creditscoring.data.Compression;
import org.creditscoring.data.GeneratorSettings;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Synthetic;
import org.creditscoring.data.Table;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules that every generated row keeps. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GeneratorTest {
  private static final int PAST = 450;
  private static final int CURRENT = 110;

  private Path directory;
  private Generated generated;

  @BeforeAll
  void generate(@TempDir Path shared) {
    directory = shared;
    generated = Generated.in(directory.resolve("one"), PAST, CURRENT, 11, 1);
  }

  static List<Table> tables() {
    return HomeCredit.all();
  }

  @ParameterizedTest
  @MethodSource("tables")
  void fourThreadsWriteTheSameBytesAsOne(Table table) throws IOException {
    Path four = directory.resolve("four");
    if (!Synthetic.isMarked(four)) {
      Generated.in(four, PAST, CURRENT, 11, 4);
    }
    assertThat(four.resolve(table.fileName()))
        .hasSameBinaryContentAs(directory.resolve("one").resolve(table.fileName()));
  }

  @Test
  void anotherSeedGivesOtherRows() throws IOException {
    Path other = directory.resolve("other");
    Generated.in(other, 50, 0, 12, 2);
    Path same = directory.resolve("same");
    Generated.in(same, 50, 0, 11, 2);
    assertThat(Files.mismatch(other.resolve("bureau.csv"), same.resolve("bureau.csv")))
        .isNotNegative();
  }

  @Test
  void compressedFilesHoldTheSameRows() throws IOException {
    Path gzip = directory.resolve("gzip");
    new Generator(
            new GeneratorSettings(PAST, CURRENT, gzip, 11, 2, Compression.GZIP),
            new PrintStream(OutputStream.nullOutputStream()))
        .run();
    for (Table table : HomeCredit.all()) {
      try (InputStream in =
          new GZIPInputStream(Files.newInputStream(gzip.resolve(table.fileName() + ".gz")))) {
        byte[] plain = Files.readAllBytes(directory.resolve("one").resolve(table.fileName()));
        assertThat(Arrays.equals(in.readAllBytes(), plain)).as(table.name()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("tables")
  void everyValueIsOneThatItsColumnMayHold(Table table) {
    Generated.Rowset rows = generated.table(table);
    assertThat(rows.header()).isEqualTo(table.header());
    assertThat(rows.size()).isPositive();
    for (String[] row : rows.rows()) {
      for (int i = 0; i < row.length; i++) {
        if (!fits(table.columns().get(i), row[i])) {
          throw new AssertionError(table.columns().get(i) + " = \"" + row[i] + "\"");
        }
      }
    }
  }

  private static boolean fits(Column column, String value) {
    if (value.isEmpty()) {
      return column.nullable();
    }
    return switch (column.type()) {
      case ID, INTEGER -> value.matches("-?\\d+");
      case DECIMAL -> value.matches("-?\\d+\\.\\d+");
      case TEXT -> column.category(value).isPresent();
    };
  }

  @ParameterizedTest
  @MethodSource("tables")
  void keysAreUnique(Table table) {
    for (String key : table.key()) {
      assertThat(generated.table(table).column(key)).doesNotHaveDuplicates();
    }
  }

  @Test
  void idsRiseAndTheTwoApplicationFilesShareThem() {
    List<String> past = generated.table(HomeCredit.APPLICATION_TRAIN).column("SK_ID_CURR");
    List<String> current = generated.table(HomeCredit.APPLICATION_TEST).column("SK_ID_CURR");
    assertThat(past).hasSize(PAST).isSorted().contains("100002");
    assertThat(current)
        .hasSize(CURRENT)
        .isSorted()
        .contains("100001")
        .doesNotContainAnyElementsOf(past);
  }

  @Test
  void everyHistoryRowBelongsToAClient() {
    Set<String> clients =
        new HashSet<>(generated.table(HomeCredit.APPLICATION_TRAIN).column("SK_ID_CURR"));
    clients.addAll(generated.table(HomeCredit.APPLICATION_TEST).column("SK_ID_CURR"));
    for (Table table : HomeCredit.all()) {
      if (table.header().contains("SK_ID_CURR")) {
        assertThat(clients).containsAll(generated.table(table).column("SK_ID_CURR"));
      }
    }
  }

  @Test
  void aPreviousCreditBelongsToOneClientInEveryTable() {
    var owners = new java.util.HashMap<String, String>();
    for (Table table :
        List.of(
            HomeCredit.PREVIOUS_APPLICATION,
            HomeCredit.POS_CASH_BALANCE,
            HomeCredit.INSTALLMENTS_PAYMENTS,
            HomeCredit.CREDIT_CARD_BALANCE)) {
      Generated.Rowset rows = generated.table(table);
      List<String> credits = rows.column("SK_ID_PREV");
      List<String> clients = rows.column("SK_ID_CURR");
      for (int i = 0; i < credits.size(); i++) {
        String owner = owners.putIfAbsent(credits.get(i), clients.get(i));
        if (owner != null && !owner.equals(clients.get(i))) {
          throw new AssertionError(
              credits.get(i) + " belongs to " + owner + " and " + clients.get(i));
        }
      }
    }
  }

  @Test
  void aMonthOfACreditIsThereOnce() {
    for (Table table :
        List.of(
            HomeCredit.BUREAU_BALANCE,
            HomeCredit.POS_CASH_BALANCE,
            HomeCredit.CREDIT_CARD_BALANCE)) {
      Generated.Rowset rows = generated.table(table);
      List<String> credits = rows.column(table.header().get(0));
      List<String> months = rows.column("MONTHS_BALANCE");
      Set<String> seen = new HashSet<>();
      for (int i = 0; i < months.size(); i++) {
        seen.add(credits.get(i) + " " + months.get(i));
      }
      assertThat(seen).as(table.name()).hasSameSizeAs(months);
      assertThat(months.stream().mapToInt(Integer::parseInt).summaryStatistics())
          .matches(month -> month.getMin() >= -96 && month.getMax() <= 0);
    }
  }

  @Test
  void someBalancesHaveNoParentAsInTheRealFiles() {
    assertOrphans(HomeCredit.BUREAU, HomeCredit.BUREAU_BALANCE, "SK_ID_BUREAU", 0.01, 0.12);
    assertOrphans(
        HomeCredit.PREVIOUS_APPLICATION, HomeCredit.POS_CASH_BALANCE, "SK_ID_PREV", 0.01, 0.08);
    assertOrphans(
        HomeCredit.PREVIOUS_APPLICATION, HomeCredit.CREDIT_CARD_BALANCE, "SK_ID_PREV", 0.04, 0.2);
  }

  private void assertOrphans(Table parent, Table child, String key, double least, double most) {
    Set<String> parents = new HashSet<>(generated.table(parent).column(key));
    Set<String> children = new HashSet<>(generated.table(child).column(key));
    long orphans = children.stream().filter(id -> !parents.contains(id)).count();
    assertThat((double) orphans / children.size()).as(child.name()).isBetween(least, most);
  }

  @Test
  void blocksOfColumnsAreMissingTogether() {
    Generated.Rowset rows = generated.table(HomeCredit.APPLICATION_TRAIN);
    assertThat(rows.where("FLAG_OWN_CAR", "Y"::equals).column("OWN_CAR_AGE")).doesNotContain("");
    assertThat(rows.where("FLAG_OWN_CAR", "N"::equals).column("OWN_CAR_AGE")).containsOnly("");
    for (String measure : List.of("COMMONAREA", "FLOORSMAX", "LIVINGAREA")) {
      Generated.Rowset missing = rows.where(measure + "_AVG", String::isEmpty);
      assertThat(missing.column(measure + "_MODE")).containsOnly("");
      assertThat(missing.column(measure + "_MEDI")).containsOnly("");
    }
    Generated.Rowset unknown = rows.where("AMT_REQ_CREDIT_BUREAU_YEAR", String::isEmpty);
    assertThat(unknown.size()).isPositive();
    assertThat(unknown.column("AMT_REQ_CREDIT_BUREAU_HOUR")).containsOnly("");
    assertThat(unknown.column("EXT_SOURCE_3")).containsOnly("");
    assertThat(generated.table(HomeCredit.BUREAU).column("SK_ID_CURR"))
        .doesNotContainAnyElementsOf(unknown.column("SK_ID_CURR"));
  }

  @Test
  void notEmployedIsSaidByTheSentinelAndByAllThatFollows() {
    Generated.Rowset rows =
        generated.table(HomeCredit.APPLICATION_TRAIN).where("DAYS_EMPLOYED", "365243"::equals);
    assertThat(rows.size()).isPositive();
    assertThat(rows.column("ORGANIZATION_TYPE")).containsOnly("XNA");
    assertThat(rows.column("OCCUPATION_TYPE")).containsOnly("");
    assertThat(rows.column("FLAG_EMP_PHONE")).containsOnly("0");
    assertThat(rows.column("NAME_INCOME_TYPE")).isSubsetOf("Pensioner", "Unemployed");
  }

  @Test
  void datesOfACreditThatIsNotOverAreTheSentinel() {
    Generated.Rowset loans =
        generated
            .table(HomeCredit.PREVIOUS_APPLICATION)
            .where("DAYS_LAST_DUE", "365243.0"::equals)
            .where("NAME_CONTRACT_TYPE", "Consumer loans"::equals);
    assertThat(loans.column("DAYS_TERMINATION")).containsOnly("365243.0");
    double[] ends = generated.table(HomeCredit.PREVIOUS_APPLICATION).numbers("DAYS_LAST_DUE");
    assertThat(Arrays.stream(ends).filter(day -> day >= 0)).containsOnly(365_243.0);
  }

  @Test
  void revolvingCreditIsRepaidAtFivePercent() {
    Generated.Rowset rows =
        generated
            .table(HomeCredit.APPLICATION_TRAIN)
            .where("NAME_CONTRACT_TYPE", "Revolving loans"::equals);
    double[] credit = rows.numbers("AMT_CREDIT");
    double[] annuity = rows.numbers("AMT_ANNUITY");
    assertThat(credit).isNotEmpty();
    for (int i = 0; i < credit.length; i++) {
      assertThat(annuity[i]).isEqualTo(credit[i] / 20);
    }
  }

  @Test
  void theMarkerSaysThatTheRowsAreSynthetic() throws IOException {
    assertThat(Files.readString(directory.resolve("one").resolve(Synthetic.MARKER)))
        .contains("synthetic", "synthétiques", "seed 11", "past clients 450", "bureau_balance ");
    assertThat(directory.resolve("one").resolve(".generating")).doesNotExist();
  }
}
