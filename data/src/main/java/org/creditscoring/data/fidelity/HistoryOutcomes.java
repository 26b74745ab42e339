package org.creditscoring.data.fidelity;

import com.carrotsearch.hppc.IntObjectHashMap;
import java.util.ArrayList;
import java.util.List;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.data.fidelity.Distances.RatePair;
import org.creditscoring.data.fidelity.Distances.Worst;

/** Compares how a client's history, boiled down to a number, goes with the outcome. */
final class HistoryOutcomes {
  /** How the values of a client's rows become one; a row without a value does not count. */
  private enum Reduction {
    COUNT,
    SUM,
    MEAN,
    MINIMUM,
    MAXIMUM
  }

  /** A client's number: of a table, under the profile's name for it. */
  private record Aggregate(
      Table table, String name, Quantity.OfNumber quantity, Reduction reduction) {}

  private static final List<Aggregate> AGGREGATES =
      List.of(
          of(HomeCredit.PREVIOUS_APPLICATION, "prev_count", Keys.CLIENT, Reduction.COUNT),
          when(
              HomeCredit.PREVIOUS_APPLICATION,
              "prev_refused_share",
              "NAME_CONTRACT_STATUS",
              "Refused"),
          of(
              HomeCredit.PREVIOUS_APPLICATION,
              "prev_days_decision_mean",
              "DAYS_DECISION",
              Reduction.MEAN),
          of(
              HomeCredit.PREVIOUS_APPLICATION,
              "prev_days_decision_min",
              "DAYS_DECISION",
              Reduction.MINIMUM),
          of(HomeCredit.BUREAU, "bureau_count", Keys.CLIENT, Reduction.COUNT),
          when(HomeCredit.BUREAU, "bureau_active_share", "CREDIT_ACTIVE", "Active"),
          of(HomeCredit.BUREAU, "bureau_days_credit_mean", "DAYS_CREDIT", Reduction.MEAN),
          of(HomeCredit.BUREAU, "bureau_days_credit_max", "DAYS_CREDIT", Reduction.MAXIMUM),
          new Aggregate(
              HomeCredit.BUREAU,
              "bureau_debt_sum",
              new Quantity.OfNumber(
                  "",
                  row ->
                      row.missing("AMT_CREDIT_SUM_DEBT") ? 0 : row.number("AMT_CREDIT_SUM_DEBT")),
              Reduction.SUM),
          new Aggregate(
              HomeCredit.POS_CASH_BALANCE,
              "pos_dpd_pos_share",
              new Quantity.OfNumber("", row -> row.number("SK_DPD") > 0 ? 1 : 0),
              Reduction.MEAN),
          new Aggregate(
              HomeCredit.CREDIT_CARD_BALANCE,
              "cc_balance_over_limit",
              new Quantity.OfNumber(
                  "",
                  row -> {
                    double limit = row.number("AMT_CREDIT_LIMIT_ACTUAL");
                    return limit > 0 ? row.number("AMT_BALANCE") / limit : Double.NaN;
                  }),
              Reduction.MEAN));

  private static Aggregate of(Table table, String name, String column, Reduction reduction) {
    return new Aggregate(table, name, Quantity.number(column), reduction);
  }

  /** The share of a client's rows that have a value. */
  private static Aggregate when(Table table, String name, String column, String value) {
    Quantity.OfNumber is = new Quantity.OfNumber(column, row -> row.is(column, value) ? 1 : 0);
    return new Aggregate(table, name, is, Reduction.MEAN);
  }

  private final Section facts;
  // By aggregate: of each client the count, sum, minimum and maximum of his rows' values.
  private final List<IntObjectHashMap<double[]>> values = new ArrayList<>();

  HistoryOutcomes(Profile profile) {
    Section relations = profile.section("relations");
    String name =
        relations.keys().stream()
            .filter(key -> key.startsWith("client aggregate vs TARGET"))
            .findFirst()
            .orElse("");
    facts = relations.section(name);
    AGGREGATES.forEach(aggregate -> values.add(new IntObjectHashMap<>()));
  }

  List<Carrier> carriers(Table table) {
    List<Carrier> carriers = new ArrayList<>();
    for (int i = 0; i < AGGREGATES.size(); i++) {
      Aggregate aggregate = AGGREGATES.get(i);
      if (aggregate.table() == table && facts.has(aggregate.name())) {
        IntObjectHashMap<double[]> byClient = values.get(i);
        carriers.add(
            Carrier.ofAll(
                List.of(Quantity.number(Keys.CLIENT), aggregate.quantity()),
                (numbers, rows) -> {
                  for (int row = 0; row < rows; row++) {
                    add(byClient, (int) numbers[0][row], numbers[1][row]);
                  }
                }));
      }
    }
    return carriers;
  }

  private static void add(IntObjectHashMap<double[]> byClient, int client, double value) {
    if (Double.isNaN(value)) {
      return;
    }
    double[] sums = byClient.get(client);
    if (sums == null) {
      byClient.put(client, new double[] {1, value, value, value});
      return;
    }
    sums[0]++;
    sums[1] += value;
    sums[2] = Math.min(sums[2], value);
    sums[3] = Math.max(sums[3], value);
  }

  private static float reduced(Reduction reduction, double[] sums) {
    return (float)
        switch (reduction) {
          case COUNT -> sums[0];
          case SUM -> sums[1];
          case MEAN -> sums[1] / sums[0];
          case MINIMUM -> sums[2];
          case MAXIMUM -> sums[3];
        };
  }

  /**
   * @param profiled the past clients whom the profile's figures are of
   */
  List<Finding> findings(Clients clients, long profiled) {
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < AGGREGATES.size(); i++) {
      Section fact = facts.section(AGGREGATES.get(i).name());
      if (!values.get(i).isEmpty() && clients.count(Clients.Part.PAST) > 0) {
        compare(AGGREGATES.get(i), values.get(i), fact, clients, profiled, findings);
      }
    }
    return findings;
  }

  private static void compare(
      Aggregate aggregate,
      IntObjectHashMap<double[]> byClient,
      Section fact,
      Clients clients,
      long profiled,
      List<Finding> findings) {
    int past = clients.count(Clients.Part.PAST);
    float[] values = new float[past];
    float[] outcomes = new float[past];
    int[] at = new int[1];
    long[][] defaults = new long[2][2];
    clients.each(
        Clients.Part.PAST,
        id -> {
          double[] sums = byClient.get(id);
          values[at[0]] = sums == null ? Float.NaN : reduced(aggregate.reduction(), sums);
          outcomes[at[0]++] = clients.outcome(id);
          defaults[sums == null ? 0 : 1][0]++;
          defaults[sums == null ? 0 : 1][1] += clients.outcome(id);
        });
    String subject = aggregate.table().name() + ": " + aggregate.name();
    double present = fact.required("share_present");
    double found = (double) defaults[1][0] / past;
    findings.add(
        new Finding(
            subject,
            Measure.PARENTS,
            Math.abs(found - present),
            Figures.share("clients who have it", found, present)));
    long having = Math.round(profiled * present);
    Spearman.Correlation correlation = Spearman.of(values, outcomes);
    Worst worst =
        Distances.correlation(
            fact.required("spearman"), having, correlation.value(), correlation.pairs());
    findings.add(new Finding(subject, Measure.OUTCOME, worst.distance(), worst.detail()));
    Worst rates =
        Distances.rates(
            List.of(
                pair(
                    "default rate of those who have it",
                    fact,
                    "default_rate_present",
                    having,
                    defaults[1]),
                pair(
                    "default rate of those who do not",
                    fact,
                    "default_rate_absent",
                    profiled - having,
                    defaults[0])));
    findings.add(new Finding(subject, Measure.DEFAULT_RATES, rates.distance(), rates.detail()));
  }

  private static RatePair pair(String name, Section fact, String rate, long clients, long[] found) {
    return new RatePair(
        name,
        fact.number(rate).orElse(0),
        clients,
        found[0] == 0 ? 0 : (double) found[1] / found[0],
        found[0]);
  }
}
