package org.creditscoring.data.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables of a few rows beside profiles of a few facts, every distance worked out by hand. */
class FidelityTest {
  @TempDir Path raw;

  private Report report(String profile) throws IOException {
    Path file = Files.writeString(raw.resolve("profile.json"), profile);
    return new Fidelity(Profile.read(file), 2, new PrintStream(OutputStream.nullOutputStream()))
        .run(raw);
  }

  private void table(String name, String... lines) throws IOException {
    Files.writeString(raw.resolve(name + ".csv"), String.join("\n", lines) + "\n");
  }

  private static double distance(Report report, String subject, Measure measure) {
    List<Finding> found =
        report.findings().stream()
            .filter(finding -> finding.subject().equals(subject) && finding.measure() == measure)
            .toList();
    assertThat(found).as(subject + " " + measure).hasSize(1);
    return found.get(0).distance();
  }

  @Test
  void textsAndTheirMissingValues() throws IOException {
    table(
        "bureau",
        "SK_ID_CURR,SK_ID_BUREAU,CREDIT_ACTIVE,CREDIT_TYPE",
        "1,11,Active,\"Stone, brick\"",
        "1,12,Closed,",
        "2,13,Closed,",
        "3,14,Closed,Car loan");
    Report report =
        report(
            """
            {"bureau": {"rows": 100, "columns": {
              "SK_ID_BUREAU": {"min": 1, "max": 2, "missing_rate": 0.5},
              "CREDIT_ACTIVE": {"missing_rate": 0.0, "frequencies": {"Active": 0.5, "Closed": 0.5}},
              "CREDIT_TYPE": {"missing_rate": 0.2,
                "frequencies": {"": 0.2, "Car loan": 0.5, "Stone, brick": 0.3}}}}}
            """);
    assertThat(distance(report, "bureau.CREDIT_ACTIVE", Measure.CATEGORIES))
        .isEqualTo(0.25, within(1e-12));
    assertThat(distance(report, "bureau.CREDIT_TYPE", Measure.MISSING))
        .isEqualTo(0.3, within(1e-12));
    // |0.5 − 0.2| + |0.25 − 0.5| + |0.25 − 0.3|, halved
    assertThat(distance(report, "bureau.CREDIT_TYPE", Measure.CATEGORIES))
        .isEqualTo(0.3, within(1e-12));
    assertThat(report.findings()).noneMatch(found -> found.subject().contains("SK_ID_BUREAU"));
    assertThat(report.absent()).contains("application_train").doesNotContain("bureau");
  }

  @Test
  void numbersTheirZerosTheirFrequentValuesAndTheirSentinel() throws IOException {
    table(
        "previous_application",
        "SK_ID_PREV,SK_ID_CURR,DAYS_FIRST_DUE,AMT_CREDIT",
        "1,1,-100.0,0.0",
        "2,1,-50.0,45000.0",
        "3,1,365243.0,45000.0",
        "4,1,,90000.0");
    Report report =
        report(
            """
            {"previous_application": {"rows": 100, "columns": {
              "DAYS_FIRST_DUE": {"missing_rate": 0.25,
                "quantiles": {"p50": -50},
                "sentinel_365243_share_of_all_rows": 0.5,
                "without_sentinel": {"quantiles": {"p25": -70}}},
              "AMT_CREDIT": {"missing_rate": 0.0, "zero_share": 0.05,
                "quantiles": {"p0": 0, "p50": 90000, "p100": 90000},
                "top_values": {"45000": 0.2, "225000": 0.1}}}}}
            """);
    String due = "previous_application.DAYS_FIRST_DUE";
    assertThat(distance(report, due, Measure.MISSING)).isZero();
    assertThat(distance(report, due, Measure.SENTINEL)).isEqualTo(0.25, within(1e-12));
    // Of the three: a third below −50, two thirds at most. Of the two without sentinel: half below
    // −70.
    assertThat(
            report.findings().stream()
                .filter(found -> found.subject().equals(due))
                .filter(found -> found.measure() == Measure.QUANTILES)
                .map(Finding::distance))
        .containsExactly(0.0, 0.25);
    String credit = "previous_application.AMT_CREDIT";
    // Three of four lie below 90,000.
    assertThat(distance(report, credit, Measure.QUANTILES)).isEqualTo(0.25, within(1e-12));
    assertThat(distance(report, credit, Measure.ZEROS)).isEqualTo(0.2, within(1e-12));
    // 45,000: 0.5 for 0.2; 225,000: 0 for 0.1; the rest: 0.5 for 0.7
    assertThat(distance(report, credit, Measure.FREQUENT)).isEqualTo(0.3, within(1e-12));
  }

  @Test
  void outcomesOfCategoriesDecilesAndRanks() throws IOException {
    // 400 clients; those of the region 3 default at 1 in 2, the others at 1 in 4; AGE rises with
    // the row.
    String rows =
        IntStream.range(0, 400)
            .mapToObj(
                i ->
                    "%d,%d,%d,%d"
                        .formatted(i, i < 200 ? i % 2 : i % 4 == 0 ? 1 : 0, i < 200 ? 3 : 1, i))
            .collect(Collectors.joining("\n"));
    table("application_train", "SK_ID_CURR,TARGET,REGION,AGE", rows);
    Report report =
        report(
            """
            {"application_train": {"rows": 1000000, "default_rate": 0.3,
             "columns": {
              "REGION": {"quantiles": {"p50": 3}, "frequencies": {"1": 0.5, "3": 0.5},
                "default_rate": {"3": {"rate": 0.2, "n": 500000}, "1": {"rate": 0.25, "n": 500000}}},
              "AGE": {"quantiles": {"p50": 199.5}, "spearman_target": 0.2,
                "default_rate_by_decile": [{"lo": -1, "hi": 199, "rate": 0.5, "n": 500000},
                                           {"lo": 199, "hi": 399, "rate": 0.25, "n": 500000}]}},
             "spearman_core": {"AGE": {"AGE": 1.0, "REGION": -0.5}, "REGION": {"AGE": -0.5}}}}
            """);
    String train = "application_train";
    // 150 of 400, for 0.3
    assertThat(distance(report, train + ": default_rate", Measure.RULE))
        .isEqualTo(0.075, within(1e-12));
    // Region 3: gap 0.3, chance p (1 − p)(1/500,000 + 1/200) of the pooled p = (0.2 × 500,000 +
    // 100) / 500,200;
    // region 1: gap 0, chance 0.1875 × the same.
    double pooled = 100_100 / 500_200.0;
    double both = 1 / 500_000.0 + 1 / 200.0;
    double excess = (0.09 - pooled * (1 - pooled) * both - 0.1875 * both) / 2;
    assertThat(distance(report, train + ".REGION", Measure.DEFAULT_RATES))
        .isEqualTo(Math.sqrt(excess), within(1e-9));
    assertThat(distance(report, train + ".AGE", Measure.DEFAULT_RATES)).isZero();
    assertThat(distance(report, train + ".AGE", Measure.QUANTILES)).isZero();
    assertThat(distance(report, train + ".AGE", Measure.OUTCOME)).isBetween(0.3, 0.6);
    // Ranks rise while the region falls from 3 to 1: −√3/2 for −0.5.
    double gap = Math.sqrt(3) / 2 - 0.5;
    assertThat(distance(report, train + ": AGE and REGION", Measure.CORRELATION))
        .isEqualTo(Math.sqrt(gap * gap - 1 / 400.0 - 1e-6), within(1e-4));
  }

  @Test
  void familiesAndOrphans() throws IOException {
    table("application_train", "SK_ID_CURR,TARGET", "1,0", "2,1", "3,0");
    table("application_test", "SK_ID_CURR", "4");
    table("bureau", "SK_ID_CURR,SK_ID_BUREAU,DAYS_CREDIT", "1,11,-5", "1,12,-9", "4,13,-1");
    table("bureau_balance", "SK_ID_BUREAU,MONTHS_BALANCE", "11,0", "11,-1", "11,-2", "99,0");
    Report report =
        report(
            """
            {"cardinalities": {
               "bureau per client (train 5k)": {"quantiles": {"p50": 1},
                 "share_of_parents_with_rows": 0.8},
               "bureau_balance per bureau loan": {"quantiles": {"p25": 1, "p75": 3}},
               "bureau loans having bureau_balance": {"train": 0.3, "test": 1.0}},
             "published_full_data_facts": {
               "row_counts": {"application_train": [300, 3], "application_test": [100, 2],
                              "bureau": [600, 3]},
               "distinct_keys": {"bureau_balance.SK_ID_BUREAU": 50},
               "orphans": {"bureau_balance.SK_ID_BUREAU not in bureau": [5, "some rows 11.4%"],
                           "SK_ID_CURR orphans": 0},
               "train_without_history": {"no_bureau": [44, 0.143]}}}
            """);
    // Client 1 has two rows: none at most 1, for a half.
    String perClient = "bureau per client (train 5k)";
    assertThat(distance(report, perClient, Measure.ROWS)).isEqualTo(0.5, within(1e-12));
    assertThat(distance(report, perClient, Measure.PARENTS))
        .isEqualTo(0.8 - 1 / 3.0, within(1e-12));
    assertThat(distance(report, "bureau_balance per bureau loan", Measure.ROWS)).isZero();
    assertThat(distance(report, "bureau_balance (train)", Measure.PARENTS))
        .isEqualTo(0.2, within(1e-12));
    assertThat(distance(report, "bureau_balance (test)", Measure.PARENTS))
        .isEqualTo(1, within(1e-12));
    // 3 rows of 4 clients, for 600 of 400: a half of what it should be.
    assertThat(distance(report, "bureau: rows beside a client", Measure.ROWS))
        .isEqualTo(0.5, within(1e-12));
    assertThat(
            report.findings().stream()
                .filter(found -> found.subject().equals("bureau_balance: not in bureau"))
                .map(Finding::detail))
        .containsExactly("credits: 50.00 %, not 10.00 %", "rows: 25.00 %, not 11.40 %");
    assertThat(
            report.findings().stream()
                .filter(found -> found.detail().startsWith("clients without rows"))
                .map(Finding::detail))
        .containsExactly("clients without rows: 66.67 %, not 14.30 %");
  }

  @Test
  void historyBesideTheOutcome() throws IOException {
    table("application_train", "SK_ID_CURR,TARGET", "1,0", "2,1", "3,0", "5,0");
    table(
        "previous_application",
        "SK_ID_PREV,SK_ID_CURR,NAME_CONTRACT_STATUS",
        "11,1,Approved",
        "12,2,Refused",
        "13,2,Approved",
        "14,3,Approved");
    Report report =
        report(
            """
            {"relations": {"client aggregate vs TARGET (few)": {
               "prev_refused_share": {"spearman": -1, "share_present": 0.5}}}}
            """);
    String subject = "previous_application: prev_refused_share";
    // Shares 0, 0.5, 0 beside outcomes 0, 1, 0: correlation 1, and three of four clients have it.
    assertThat(distance(report, subject, Measure.PARENTS)).isEqualTo(0.25, within(1e-12));
    assertThat(distance(report, subject, Measure.OUTCOME))
        .isEqualTo(Math.sqrt(4 - 1 / 2500.0 - 1 / 3.0), within(1e-9));
  }

  @Test
  void rulesOfOneRow() throws IOException {
    table(
        "installments_payments",
        "SK_ID_PREV,SK_ID_CURR,DAYS_INSTALMENT,DAYS_ENTRY_PAYMENT,AMT_INSTALMENT,AMT_PAYMENT",
        "1,1,-10.0,-12.0,50.0,50.0",
        "1,1,-10.0,-9.0,50.0,40.0",
        "1,1,-10.0,-10.0,50.0,50.0",
        "1,1,-10.0,,50.0,");
    Report report =
        report(
            """
            {"relations": {"installments": {"late_share": 0.5, "underpaid_share": 0.333333333333,
               "payment_missing_share": 0.0, "days_early_quantiles": {"p50": 0, "p90": 1}}}}
            """);
    String table = "installments_payments: ";
    assertThat(distance(report, table + "late_share", Measure.RULE))
        .isEqualTo(0.5 - 1 / 3.0, within(1e-9));
    assertThat(distance(report, table + "underpaid_share", Measure.RULE))
        .isCloseTo(0, within(1e-9));
    assertThat(distance(report, table + "payment_missing_share", Measure.RULE))
        .isEqualTo(0.25, within(1e-12));
    // Days early: 2, −1, 0. Two thirds are at most 1, for nine tenths.
    assertThat(distance(report, table + "days_early_quantiles", Measure.QUANTILES))
        .isEqualTo(0.9 - 2 / 3.0, within(1e-9));
  }

  @Test
  void severalBlocksOfACompressedFile() throws IOException {
    // About 2.6 MB: lines fall on the border of a block.
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(raw.resolve("bureau_balance.csv.gz")))) {
      out.write("SK_ID_BUREAU,MONTHS_BALANCE,STATUS\r\n".getBytes());
      for (int i = 0; i < 200_000; i++) {
        out.write("%d,%d,%s\r\n".formatted(i, -i % 4, i % 5 == 0 ? "C" : "0").getBytes());
      }
    }
    Report report =
        report(
            """
            {"bureau_balance": {"rows": 9, "columns": {
              "MONTHS_BALANCE": {"quantiles": {"p50": -2, "p95": -2}},
              "STATUS": {"frequencies": {"C": 0.25, "0": 0.75}}}}}
            """);
    assertThat(distance(report, "bureau_balance.STATUS", Measure.CATEGORIES))
        .isEqualTo(0.05, within(1e-12));
    // −3 and −2: half of the rows, for 0.95
    assertThat(distance(report, "bureau_balance.MONTHS_BALANCE", Measure.QUANTILES))
        .isEqualTo(0.45, within(1e-12));
  }

  @Test
  void whatCannotBeReadIsNamed() throws IOException {
    String profile =
        "{\"bureau\": {\"columns\": {\"DAYS_CREDIT\": {\"quantiles\": {\"p50\": 1}}}}}";
    table("bureau", "SK_ID_CURR,SK_ID_BUREAU,DAYS_CREDIT", "1,1,-5", "1,2,soon");
    assertThatThrownBy(() -> report(profile))
        .isInstanceOf(BadTableException.class)
        .hasMessage("bureau.csv, line 3, column DAYS_CREDIT: \"soon\" is not a number.");
    table("bureau", "SK_ID_CURR,SK_ID_BUREAU,DAYS_CREDIT", "1,1,-5", "1,2");
    assertThatThrownBy(() -> report(profile))
        .hasMessage("bureau.csv, line 3: 2 fields, where the header has 3.");
    table("bureau", "SK_ID_CURR,SK_ID_BUREAU,DAYS", "1,1,-5");
    assertThatThrownBy(() -> report(profile))
        .hasMessage("bureau.csv has no column DAYS_CREDIT, of which the profile knows.");
    table("bureau", "SK_ID_CURR,SK_ID_BUREAU,DAYS_CREDIT", "1,1,-5");
    assertThatThrownBy(
            () ->
                report(
                    "{\"bureau\": {\"columns\": {\"DAYS_CREDIT\": {\"missing_rate\": \"many\"}}}}"))
        .isInstanceOf(BadTableException.class)
        .hasMessageContaining("profile.json: 1: \"missing_rate\" is no number");
    assertThatThrownBy(() -> report("{\"bureau\": ")).isInstanceOf(ConfigException.class);
  }
}
