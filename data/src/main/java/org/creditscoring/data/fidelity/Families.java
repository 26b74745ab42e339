package org.creditscoring.data.fidelity;

import com.carrotsearch.hppc.IntIntHashMap;
import com.carrotsearch.hppc.cursors.IntIntCursor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** Compares who belongs to whom: rows per client and per credit, and rows without a parent. */
final class Families {
  private static final Pattern PER_CLIENT = Pattern.compile("(\\w+) per client \\((\\w+).*\\)");
  private static final Pattern PER_CREDIT =
      Pattern.compile("(\\w+) per (?:bureau loan|SK_ID_PREV)(?: \\(.*\\))?");
  private static final Pattern PERCENT = Pattern.compile("([0-9.]+) ?%");

  /** Names that a profile may use for short. */
  private static final Map<String, Table> SHORT =
      Map.of(
          "POS", HomeCredit.POS_CASH_BALANCE,
          "credit_card", HomeCredit.CREDIT_CARD_BALANCE,
          "installments", HomeCredit.INSTALLMENTS_PAYMENTS);

  private final Keys keys;
  private final Clients clients;
  private final List<Finding> findings = new ArrayList<>();

  private Families(Keys keys, Clients clients) {
    this.keys = keys;
    this.clients = clients;
  }

  static List<Finding> findings(Keys keys, Clients clients, Profile profile) {
    Families families = new Families(keys, clients);
    families.cardinalities(profile.section("cardinalities"));
    Section published = profile.section("published_full_data_facts");
    families.totals(published.section("row_counts"));
    families.orphans(published.section("orphans"), published.section("distinct_keys"));
    Section without = published.section("train_without_history");
    families.without(HomeCredit.BUREAU, without.list("no_bureau"));
    families.without(HomeCredit.PREVIOUS_APPLICATION, without.list("no_previous_application"));
    return families.findings;
  }

  private void cardinalities(Section facts) {
    for (String name : facts.keys()) {
      Matcher perClient = PER_CLIENT.matcher(name);
      Matcher perCredit = PER_CREDIT.matcher(name);
      if (perClient.matches()) {
        perClient(name, table(perClient.group(1)), part(perClient.group(2)), facts.section(name));
      } else if (perCredit.matches()) {
        Table table = table(perCredit.group(1));
        if (table != null) {
          counts(name, keys.perCredit(table), Clients.Part.ALL, facts.section(name));
        }
      }
    }
    withMonths(facts.section("bureau loans having bureau_balance"));
  }

  /** Null if there is no such table. */
  private static Table table(String name) {
    return HomeCredit.all().stream()
        .filter(table -> table.name().equals(name))
        .findFirst()
        .orElseGet(() -> SHORT.get(name));
  }

  private static Clients.Part part(String name) {
    return switch (name) {
      case "train" -> Clients.Part.PAST;
      case "test" -> Clients.Part.CURRENT;
      default -> Clients.Part.ALL;
    };
  }

  private void perClient(String name, Table table, Clients.Part part, Section facts) {
    if (table == null || keys.perClient(table).isEmpty()) {
      return;
    }
    IntIntHashMap counts = keys.perClient(table);
    counts(name, counts, part, facts);
    int[] having = new int[1];
    clients.each(part, id -> having[0] += counts.containsKey(id) ? 1 : 0);
    OptionalDouble expected = facts.number("share_of_parents_with_rows");
    parents(name, "clients with rows", having[0], clients.count(part), expected);
  }

  /** Compares the numbers of rows of one parent. */
  private void counts(String name, IntIntHashMap counts, Clients.Part part, Section facts) {
    ColumnFacts expected = ColumnFacts.ofQuantiles(Profile.quantiles(facts.section("quantiles")));
    Watched watched =
        new Watched(name, new Quantity.OfNumber(name, row -> Double.NaN), expected, Measure.ROWS);
    Tally.Numbers tally = (Tally.Numbers) watched.tally();
    for (IntIntCursor parent : counts) {
      if (part == Clients.Part.ALL || clients.is(part, parent.key)) {
        tally.add(parent.value, false);
      }
    }
    for (Finding found : watched.findings(tally)) {
      findings.add(new Finding(name, Measure.ROWS, found.distance(), found.detail()));
    }
  }

  /** Which credits of other lenders have months, among those of past and of current clients. */
  private void withMonths(Section facts) {
    IntIntHashMap months = keys.perCredit(HomeCredit.BUREAU_BALANCE);
    if (months.isEmpty()) {
      return;
    }
    for (String name : List.of("train", "test")) {
      int all = 0;
      int having = 0;
      for (IntIntCursor credit : keys.owners()) {
        if (clients.is(part(name), credit.value)) {
          all++;
          having += months.containsKey(credit.key) ? 1 : 0;
        }
      }
      parents(
          "bureau_balance (" + name + ")", "credits with months", having, all, facts.number(name));
    }
  }

  /** Rows of a table beside one client, as the whole files have them. */
  private void totals(Section facts) {
    double all =
        first(facts.list(HomeCredit.APPLICATION_TRAIN.name()))
            + first(facts.list(HomeCredit.APPLICATION_TEST.name()));
    for (Table table : HomeCredit.all()) {
      IntIntHashMap counts = keys.perCredit(table);
      if (counts.isEmpty() || all == 0 || facts.list(table.name()).isEmpty()) {
        continue;
      }
      double found = sum(counts) / Math.max(1, clients.count(Clients.Part.ALL));
      double expected = first(facts.list(table.name())) / all;
      findings.add(
          new Finding(
              table.name() + ": rows beside a client",
              Measure.ROWS,
              Math.abs(found / expected - 1),
              "%.2f, not %.2f".formatted(found, expected)));
    }
  }

  private void orphans(Section facts, Section distinct) {
    for (String name : facts.keys()) {
      // As "POS.SK_ID_PREV not in previous_application".
      Table table = table(name.split("\\.")[0]);
      List<Object> fact = facts.list(name.contains(".") ? name : "");
      if (table == null || fact.isEmpty() || keys.perCredit(table).isEmpty()) {
        continue;
      }
      Table parent =
          table == HomeCredit.BUREAU_BALANCE ? HomeCredit.BUREAU : HomeCredit.PREVIOUS_APPLICATION;
      IntIntHashMap children = keys.perCredit(table);
      double orphans = 0;
      double orphanRows = 0;
      for (IntIntCursor child : children) {
        if (!keys.perCredit(parent).containsKey(child.key)) {
          orphans++;
          orphanRows += child.value;
        }
      }
      String subject = table.name() + ": not in " + parent.name();
      OptionalDouble all = distinct.number(name.split(" ")[0]);
      if (all.isPresent()) {
        OptionalDouble share = OptionalDouble.of(first(fact) / all.getAsDouble());
        parents(subject, "credits", orphans, children.size(), share);
      }
      Matcher percent = PERCENT.matcher(String.valueOf(fact.get(fact.size() - 1)));
      if (percent.find()) {
        OptionalDouble share = OptionalDouble.of(Double.parseDouble(percent.group(1)) / 100);
        parents(subject, "rows", orphanRows, sum(children), share);
      }
    }
  }

  private void without(Table table, List<Object> fact) {
    IntIntHashMap counts = keys.perClient(table);
    if (fact.size() < 2 || counts.isEmpty()) {
      return;
    }
    int[] none = new int[1];
    clients.each(Clients.Part.PAST, id -> none[0] += counts.containsKey(id) ? 0 : 1);
    OptionalDouble share = OptionalDouble.of(((Number) fact.get(1)).doubleValue());
    parents(
        table.name() + " (train)",
        "clients without rows",
        none[0],
        clients.count(Clients.Part.PAST),
        share);
  }

  private static double sum(IntIntHashMap counts) {
    double sum = 0;
    for (IntIntCursor parent : counts) {
      sum += parent.value;
    }
    return sum;
  }

  private static double first(List<Object> list) {
    return list.isEmpty() ? 0 : ((Number) list.get(0)).doubleValue();
  }

  private void parents(
      String subject, String what, double found, double of, OptionalDouble expected) {
    if (expected.isPresent() && of > 0) {
      double share = found / of;
      double wanted = expected.getAsDouble();
      findings.add(
          new Finding(
              subject,
              Measure.PARENTS,
              Math.abs(share - wanted),
              Figures.share(what, share, wanted)));
    }
  }
}
