package org.creditscoring.pipeline.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.decision.Logistic;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The tables against a recount of the clients, and against figures worked out by hand. */
class AggregateStageTest extends SparkTest {
  private static final List<String> NAMES =
      Population.CATALOGUE.values().stream().map(Feature::name).toList();

  @TempDir Path directory;

  @ParameterizedTest
  @CsvSource({"3000, BOTH, 1", "3000, PAST, 2", "400, CURRENT, 3", "12, BOTH, 4", "1, CURRENT, 5"})
  void everyTableIsWhatARecountGives(int count, Population.Of of, long seed) {
    List<ScoredClient> clients = Population.random(count, of, seed);
    Aggregates aggregates = Population.aggregates(Population.CATALOGUE, List.of(clients));

    AggregatesCheck.verify(aggregates, count, Population.CUT_OFF);
    recountDistributions(aggregates, clients);
    recountPairs(aggregates, clients);
    recountPoints(aggregates, clients);
    recountProbabilities(aggregates, clients);
    recountPositions(aggregates, clients);
    recountFeatures(aggregates, clients);
    recountImportance(aggregates, clients);
    recountCensus(aggregates.census().orElseThrow(), clients);
  }

  /**
   * The third value, SCHOOL, is a category; the sixth an input; the first is parted at 0, 1 and 2.
   */
  private static void recountCensus(Census census, List<ScoredClient> clients) {
    assertThat(census.clients()).isEqualTo(clients.size());
    assertThat(census.values())
        .extracting(Counted::name)
        .containsExactly("SCORE", "CHILDREN", "SCHOOL", "CAR", "NEVER", "INPUT");
    for (ClientKind kind : ClientKind.values()) {
      List<ScoredClient> own =
          clients.stream().filter(client -> ClientKind.of(client.outcome()) == kind).toList();
      long[] score = new long[5];
      long[] school = new long[4];
      for (ScoredClient client : own) {
        float value = client.values()[0];
        score[Float.isNaN(value) ? 4 : value < 0 ? 0 : value < 1 ? 1 : value < 2 ? 2 : 3]++;
        float code = client.values()[2];
        school[Float.isNaN(code) ? 3 : (int) code]++;
      }
      assertThat(census.values().get(0).bins(kind)).containsExactly(score);
      assertThat(census.values().get(2).bins(kind)).containsExactly(school);
      assertThat(census.values().get(4).missingShare(kind)).isIn(1.0, Double.NaN);
      assertThat(census.score().clients(kind)).isEqualTo(own.size());
      double mean = census.values().get(5).mean(kind);
      if (own.isEmpty()) {
        assertThat(mean).isNaN();
      } else {
        double sum = own.stream().mapToDouble(client -> client.values()[5]).sum();
        assertThat(mean * own.size()).isCloseTo(sum, within(1e-3));
      }
      assertThat(census.values().get(2).mean(kind)).isNaN();
    }
    double furthest =
        clients.stream()
            .mapToDouble(
                client -> {
                  double sum = client.baseValue();
                  for (float contribution : client.contributions()) {
                    sum += contribution;
                  }
                  return Math.abs(sum - client.margin());
                })
            .max()
            .orElseThrow();
    assertThat(census.furthest()).isEqualTo(furthest);
  }

  /** The same files, byte for byte, in Spark and out of it. */
  @Test
  void partitionsAndTheirOrderMakeNoDifference() throws IOException {
    List<ScoredClient> clients = Population.random(2500, Population.Of.BOTH, 6);
    Map<String, byte[]> expected =
        bytes(Population.aggregates(Population.CATALOGUE, List.of(clients)), "whole");
    Random random = new Random(7);
    for (int trial = 0; trial < 4; trial++) {
      Collections.shuffle(clients, random);
      List<List<ScoredClient>> parts = new ArrayList<>();
      for (int from = 0; from < clients.size(); ) {
        int to = Math.min(clients.size(), from + 1 + random.nextInt(900));
        parts.add(clients.subList(from, to));
        from = to;
      }
      requireSame(
          bytes(Population.aggregates(Population.CATALOGUE, parts), "parts" + trial), expected);
    }
    // More partitions than a single reduction takes, one of them empty.
    Dataset<ScoredClient> rows =
        spark().createDataset(clients, Records.encoder(ScoredClient.class)).repartition(9);
    Aggregates spread =
        new AggregateStage(Population.CATALOGUE)
            .aggregates(
                rows.union(rows.filter("id < 0")),
                Population.CUT_OFF,
                Population.cuts(Population.CATALOGUE));
    requireSame(bytes(spread, "spark"), expected);
  }

  /**
   * Two features, five clients, worked out by hand. A: 1, 1, 3, missing, 3 with contributions 0.5,
   * 0.25, −1, 0, −0.5; margin = −2.6 + both. Accepted below −2.302585, the log-odds of 1/11.
   */
  @Test
  void aTinyPopulationByHand() {
    Catalogue catalogue =
        new Catalogue(
            List.of(
                Feature.number("A", Unit.NONE)
                    .group(Groups.AGE)
                    .label("a", "a")
                    .description("a", "a")
                    .build(),
                Feature.flag("B").group(Groups.AGE).label("b", "b").description("b", "b").build()),
            List.of(),
            List.of());
    Aggregates aggregates =
        Population.aggregates(
            catalogue,
            List.of(
                List.of(
                    client(10, 0, 1, 1, 0, 0.5f, 0.25f),
                    client(20, 1, 0, 1, 1, 0.25f, -0.25f),
                    client(30, 0, 0, 3, 0, -1, 0.25f)),
                List.of(
                    client(40, -1, -1, Float.NaN, 1, 0, -0.25f),
                    client(50, 1, 0, 3, 0, -0.5f, 0.25f))));

    AggregatesCheck.verify(aggregates, 5, Population.CUT_OFF);
    double nan = Double.NaN;
    assertThat(aggregates.distributions())
        .containsExactly(
            new DistributionRow("A", 0, "range", 1, 3, -1, 2, 1, 1, 1, 1, 0, 0.375, 0.125),
            new DistributionRow("A", 1, "range", 3, 3, -1, 2, 2, 0, 2, 0, 0, -0.75, 0.25),
            new DistributionRow("A", 2, "missing", nan, nan, -1, 1, 1, 0, 0, 0, 1, 0, 0),
            new DistributionRow("B", 0, "category", nan, nan, 0, 3, 2, 1, 2, 1, 0, 0.25, 0),
            new DistributionRow("B", 1, "category", nan, nan, 1, 2, 2, 0, 1, 0, 1, -0.25, 0),
            new DistributionRow("B", 2, "missing", nan, nan, -1, 0, 0, 0, 0, 0, 0, nan, nan));
    // Past clients only: A (0.5 + 0.25 + 1 + 0.5) / 4; their sums 0.75, 0, −0.75, −0.25.
    assertThat(aggregates.importance())
        .containsExactly(
            new ImportanceRow("feature", 1, "A", 0.5625, 0.375, 0.75, -1),
            new ImportanceRow("feature", 2, "B", 0.25, 0.25, 0.25, -1),
            new ImportanceRow("group", 1, "age", 0.4375, 0.125, 0.75, nan));
    assertThat(aggregates.pairs())
        .containsExactly(
            new PairRow("A", "B", 0, 0, 1, 0, 1, 0, 1, 0),
            new PairRow("A", "B", 0, 1, 1, 1, 0, 1, 0, 0),
            new PairRow("A", "B", 1, 0, 2, 2, 0, 2, 0, 0),
            new PairRow("A", "B", 2, 1, 1, 1, 0, 0, 0, 1));
    assertThat(aggregates.points()).extracting(PointRow::id).containsExactly(10, 20, 30, 40, 50);
    assertThat(aggregates.points()).extracting(PointRow::weight).containsOnly(1.0);
    assertThat(aggregates.points().get(3).values()).containsExactly(Float.NaN, 1);
    assertThat(aggregates.positions())
        .containsExactly(new PositionRow("A", 1, 1, 1), new PositionRow("A", 3, 2, 0));
    assertThat(aggregates.features().get(0).mean()).isEqualTo(2);
    assertThat(aggregates.features().get(0).meanAccepted()).isEqualTo(7 / 3.0);
    assertThat(aggregates.features().get(0).meanDefaulted()).isEqualTo(1);
    assertThat(aggregates.features().get(0).missingShare()).isCloseTo(0.2, within(1e-15));
    assertThat(aggregates.features().get(0).typical()).isEqualTo(2);
    assertThat(aggregates.features().get(0).minimum()).isEqualTo(1);
    assertThat(aggregates.features().get(0).maximum()).isEqualTo(3);
    assertThat(aggregates.features().get(1).typical()).isZero();
    // Margins −1.85, −2.6, −3.35, −2.85, −2.85.
    assertThat(aggregates.cutOffs().stream().filter(row -> row.clients() > 0))
        .extracting(row -> Math.floor(row.lower() * 2000))
        .containsExactly(67.0, 109.0, 138.0, 271.0);
  }

  private static ScoredClient client(
      int id, int fold, int outcome, float a, float b, float ofA, float ofB) {
    return Population.client(
        id, fold, outcome, -2.6f + ofA + ofB, new float[] {a, b}, new float[] {ofA, ofB});
  }

  /** Equal importance: by name. Twenty-five features have pairs of the first twenty. */
  @Test
  void pairsAreOfTheFirstTwenty() {
    List<Feature> features = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      features.add(
          Feature.flag("F" + (char) ('A' + i))
              .group(Groups.AGE)
              .label("f", "f")
              .description("f", "f")
              .build());
    }
    float[] contributions = new float[25];
    contributions[24] = 1;
    Aggregates aggregates =
        Population.aggregates(
            new Catalogue(features, List.of(), List.of()),
            List.of(List.of(Population.client(7, 0, 0, -1.6f, new float[25], contributions))));

    AggregatesCheck.verify(aggregates, 1, Population.CUT_OFF);
    assertThat(ranked(aggregates)).startsWith("FY", "FA", "FB").endsWith("FX");
    assertThat(aggregates.pairs()).hasSize(190);
    assertThat(aggregates.pairs().get(189).x()).isEqualTo("FR");
    assertThat(aggregates.pairs().get(189).y()).isEqualTo("FS");
    assertThat(aggregates.points().get(0).values()).hasSize(20);
  }

  @Test
  void theRangeIsOverFoldsAndNotTheirMean() {
    ImportanceRow row = importance(one(1, 0, 1), one(2, 1, -3), one(3, -1, 8));

    assertThat(row.meanAbsoluteContribution()).isEqualTo(4);
    assertThat(row.low()).isEqualTo(1);
    assertThat(row.high()).isEqualTo(3);
  }

  @Test
  void clientsOfNoFoldStandForThemselves() {
    ImportanceRow row = importance(one(1, -1, 2), one(2, -1, -4));

    assertThat(row.low()).isEqualTo(3);
    assertThat(row.high()).isEqualTo(3);
  }

  private static ImportanceRow importance(ScoredClient... clients) {
    return Population.aggregates(ONE, List.of(List.of(clients))).importance().get(0);
  }

  private static ScoredClient one(int id, int fold, float contribution) {
    return Population.client(
        id, fold, 0, -2.6f + contribution, new float[] {1}, new float[] {contribution});
  }

  private static final Catalogue ONE =
      new Catalogue(
          List.of(
              Feature.flag("ONE")
                  .group(Groups.AGE)
                  .label("one", "un")
                  .description("one", "un")
                  .build()),
          List.of(),
          List.of());

  @ParameterizedTest
  @ValueSource(floats = {2, -1, 0.5f, Float.POSITIVE_INFINITY})
  void aValueThatIsNoCodeIsNamed(float odd) {
    ScoredClient wrong = Population.client(77, 0, 0, -2.6f, new float[] {odd}, new float[] {0});
    assertThatThrownBy(() -> Population.aggregates(ONE, List.of(List.of(one(1, 0, 0), wrong))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("client 77 has ONE = " + odd + ", which is none of its 2 codes");
  }

  private static void requireSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
    assertThat(actual).containsOnlyKeys(expected.keySet());
    expected.forEach((file, bytes) -> assertThat(actual.get(file)).as(file).isEqualTo(bytes));
  }

  private Map<String, byte[]> bytes(Aggregates aggregates, String under) throws IOException {
    Path own = Files.createDirectory(directory.resolve(under));
    new ParquetFiles(own).write(aggregates);
    Map<String, byte[]> bytes = new HashMap<>();
    try (var files = Files.list(own)) {
      for (Path file : files.toList()) {
        bytes.put(file.getFileName().toString(), Files.readAllBytes(file));
      }
    }
    assertThat(bytes).hasSize(7);
    return bytes;
  }

  private static void recountDistributions(Aggregates aggregates, List<ScoredClient> clients) {
    assertThat(aggregates.distributions().stream().map(DistributionRow::feature).distinct())
        .containsExactlyElementsOf(NAMES.subList(0, 5));
    for (DistributionRow row : aggregates.distributions()) {
      List<ScoredClient> inside =
          clients.stream().filter(client -> inBin(client, row, aggregates)).toList();
      assertThat(List.of(row.all(), row.accepted(), row.refused(), row.repaid(), row.defaulted()))
          .as(row.toString())
          .isEqualTo(counts(inside));
      assertThat(row.unknown()).isEqualTo(count(inside, client -> client.outcome() == -1));
      int place = NAMES.indexOf(row.feature());
      double[] contributions =
          inside.stream().mapToDouble(client -> client.contributions()[place]).toArray();
      if (inside.isEmpty()) {
        assertThat(row.meanContribution()).isNaN();
        assertThat(row.sdContribution()).isNaN();
      } else {
        double mean = Arrays.stream(contributions).average().orElseThrow();
        double variance =
            Arrays.stream(contributions)
                .map(contribution -> Math.pow(contribution - mean, 2))
                .average()
                .orElseThrow();
        assertThat(row.meanContribution()).isCloseTo(mean, within(1e-9));
        assertThat(row.sdContribution()).isCloseTo(Math.sqrt(variance), within(1e-9));
      }
    }
  }

  /** By the row's own words: kind, edges, category. */
  private static boolean inBin(ScoredClient client, DistributionRow row, Aggregates aggregates) {
    float value = client.values()[NAMES.indexOf(row.feature())];
    return switch (row.kind()) {
      case "missing" -> Float.isNaN(value);
      case "category" -> value == row.category();
      default -> value >= row.lower() && (value < row.upper() || lastRange(row, aggregates));
    };
  }

  private static boolean lastRange(DistributionRow row, Aggregates aggregates) {
    return bin(aggregates, row.feature(), row.bin() + 1).kind().equals("missing");
  }

  private static DistributionRow bin(Aggregates aggregates, String feature, int bin) {
    return aggregates.distributions().stream()
        .filter(row -> row.feature().equals(feature) && row.bin() == bin)
        .findFirst()
        .orElseThrow();
  }

  private static List<Long> counts(List<ScoredClient> clients) {
    return List.of(
        (long) clients.size(),
        count(clients, client -> client.decision().equals("ACCEPTED")),
        count(clients, client -> client.decision().equals("REFUSED")),
        count(clients, client -> client.outcome() == 0),
        count(clients, client -> client.outcome() == 1));
  }

  private static long count(List<ScoredClient> clients, Predicate<ScoredClient> of) {
    return clients.stream().filter(of).count();
  }

  private static void recountPairs(Aggregates aggregates, List<ScoredClient> clients) {
    Map<List<Object>, List<ScoredClient>> cells = new LinkedHashMap<>();
    List<String> ranked = ranked(aggregates);
    for (int x = 0; x < ranked.size(); x++) {
      for (int y = x + 1; y < ranked.size(); y++) {
        for (ScoredClient client : clients) {
          List<Object> cell =
              List.of(
                  ranked.get(x),
                  ranked.get(y),
                  binOf(client, ranked.get(x), aggregates),
                  binOf(client, ranked.get(y), aggregates));
          cells.computeIfAbsent(cell, absent -> new ArrayList<>()).add(client);
        }
      }
    }
    assertThat(aggregates.pairs()).hasSize(cells.size());
    for (PairRow row : aggregates.pairs()) {
      List<ScoredClient> inside =
          cells.get(List.<Object>of(row.x(), row.y(), row.xBin(), row.yBin()));
      assertThat(List.of(row.all(), row.accepted(), row.refused(), row.repaid(), row.defaulted()))
          .as(row.toString())
          .isEqualTo(counts(inside));
      assertThat(row.unknown()).isEqualTo(count(inside, client -> client.outcome() == -1));
    }
    assertThat(aggregates.pairs())
        .isSortedAccordingTo(
            Comparator.<PairRow>comparingInt(row -> ranked.indexOf(row.x()))
                .thenComparingInt(row -> ranked.indexOf(row.y()))
                .thenComparingInt(PairRow::xBin)
                .thenComparingInt(PairRow::yBin));
  }

  private static List<String> ranked(Aggregates aggregates) {
    return aggregates.importance().stream()
        .filter(row -> row.by().equals("feature"))
        .map(ImportanceRow::name)
        .toList();
  }

  private static int binOf(ScoredClient client, String feature, Aggregates aggregates) {
    return aggregates.distributions().stream()
        .filter(row -> row.feature().equals(feature) && inBin(client, row, aggregates))
        .findFirst()
        .orElseThrow()
        .bin();
  }

  private static void recountPoints(Aggregates aggregates, List<ScoredClient> clients) {
    assertThat(aggregates.points()).hasSize(Math.min(clients.size(), 2000));
    List<String> ranked = ranked(aggregates);
    for (PointRow point : aggregates.points()) {
      ScoredClient client =
          clients.stream().filter(c -> c.id() == point.id()).findFirst().orElseThrow();
      assertThat(point.decision()).isEqualTo(client.decision());
      assertThat(point.outcome()).isEqualTo(client.outcome());
      for (int i = 0; i < ranked.size(); i++) {
        assertThat((Float) point.values()[i])
            .isEqualTo((Float) client.values()[NAMES.indexOf(ranked.get(i))]);
      }
      long alike =
          count(
              clients,
              c -> c.decision().equals(client.decision()) && c.outcome() == client.outcome());
      long sampled =
          aggregates.points().stream()
              .filter(
                  p -> p.decision().equals(client.decision()) && p.outcome() == client.outcome())
              .count();
      assertThat(sampled).isGreaterThanOrEqualTo(Math.min(alike, 100));
      assertThat(point.weight()).isEqualTo((double) alike / sampled);
    }
  }

  private static void recountProbabilities(Aggregates aggregates, List<ScoredClient> clients) {
    List<CutOffRow> rows = aggregates.cutOffs();
    assertThat(rows).hasSize(2001);
    assertThat(rows).extracting(CutOffRow::lower).contains(1 / 11.0, 0.0005, 0.9995);
    for (CutOffRow row : rows) {
      List<ScoredClient> inside =
          clients.stream()
              .filter(
                  client ->
                      Logistic.of(client.margin()) >= row.lower()
                          && Logistic.of(client.margin()) < row.upper())
              .toList();
      assertThat(row.current()).isEqualTo(count(inside, client -> client.outcome() == -1));
      assertThat(row.repaid()).isEqualTo(count(inside, client -> client.outcome() == 0));
      assertThat(row.defaulted()).isEqualTo(count(inside, client -> client.outcome() == 1));
      assertThat(row.probabilitySum())
          .isCloseTo(
              inside.stream().mapToDouble(client -> Logistic.of(client.margin())).sum(),
              within(1e-9));
    }
  }

  /** Of numbers only; every client's percentile is within half a point of the one by its rank. */
  private static void recountPositions(Aggregates aggregates, List<ScoredClient> clients) {
    assertThat(aggregates.positions().stream().map(PositionRow::feature).distinct())
        .isSubsetOf("SCORE", "CHILDREN");
    for (String feature : List.of("SCORE", "CHILDREN")) {
      List<PositionRow> rows =
          aggregates.positions().stream().filter(row -> row.feature().equals(feature)).toList();
      int place = NAMES.indexOf(feature);
      for (boolean refused : new boolean[] {false, true}) {
        double[] group =
            clients.stream()
                .filter(client -> client.decision().equals("REFUSED") == refused)
                .mapToDouble(client -> client.values()[place])
                .filter(value -> !Double.isNaN(value))
                .sorted()
                .toArray();
        for (double value : group) {
          double below = Arrays.stream(group).filter(other -> other < value).count();
          double same = Arrays.stream(group).filter(other -> other == value).count();
          assertThat(percentile(rows, value, refused))
              .isCloseTo(100 * (below + same / 2) / group.length, within(0.5));
        }
      }
    }
  }

  private static double percentile(List<PositionRow> rows, double value, boolean refused) {
    double before = 0;
    double own = 0;
    double all = 0;
    for (PositionRow row : rows) {
      long count = refused ? row.refused() : row.accepted();
      all += count;
      if (row.lower() <= value) {
        before += own;
        own = count;
      }
    }
    return 100 * (before + own / 2) / all;
  }

  private static void recountFeatures(Aggregates aggregates, List<ScoredClient> clients) {
    assertThat(aggregates.features())
        .extracting(FeatureRow::block)
        .containsExactly(
            "feature", "feature", "feature", "feature", "feature", "input", "forbidden");
    for (FeatureRow row : aggregates.features()) {
      assertThat(row.position()).isEqualTo(NAMES.indexOf(row.name()));
      boolean scaled = !row.kind().equals("CATEGORY");
      double[] known = known(clients, row.position(), client -> true);
      assertThat(row.missingShare())
          .isCloseTo(1 - (double) known.length / clients.size(), within(1e-12));
      requireMean(row.mean(), scaled, known);
      // Boxed, so that NaN equals itself.
      Double[] extremes = {Double.NaN, Double.NaN};
      if (scaled && known.length > 0) {
        extremes[0] = Arrays.stream(known).min().getAsDouble();
        extremes[1] = Arrays.stream(known).max().getAsDouble();
      }
      assertThat(row.minimum()).isEqualTo(extremes[0]);
      assertThat(row.maximum()).isEqualTo(extremes[1]);
      requireMean(
          row.meanAccepted(),
          scaled,
          known(clients, row.position(), client -> client.decision().equals("ACCEPTED")));
      requireMean(
          row.meanRefused(),
          scaled,
          known(clients, row.position(), client -> client.decision().equals("REFUSED")));
      requireMean(
          row.meanRepaid(),
          scaled,
          known(clients, row.position(), client -> client.outcome() == 0));
      requireMean(
          row.meanDefaulted(),
          scaled,
          known(clients, row.position(), client -> client.outcome() == 1));
    }
  }

  private static double[] known(
      List<ScoredClient> clients, int place, Predicate<ScoredClient> group) {
    return clients.stream()
        .filter(group)
        .mapToDouble(client -> client.values()[place])
        .filter(value -> !Double.isNaN(value))
        .toArray();
  }

  private static void requireMean(double mean, boolean scaled, double[] values) {
    if (!scaled || values.length == 0) {
      assertThat(mean).isNaN();
    } else {
      double expected = Arrays.stream(values).average().orElseThrow();
      assertThat(mean).isCloseTo(expected, within(1e-9 * Math.max(1, Math.abs(expected))));
    }
  }

  private static void recountImportance(Aggregates aggregates, List<ScoredClient> clients) {
    List<ScoredClient> past =
        clients.stream().anyMatch(client -> client.outcome() >= 0)
            ? clients.stream().filter(client -> client.outcome() >= 0).toList()
            : clients;
    Map<String, List<Integer>> groups = new LinkedHashMap<>();
    for (int i = 0; i < 5; i++) {
      groups
          .computeIfAbsent(
              Population.CATALOGUE.features().get(i).group().name(), name -> new ArrayList<>())
          .add(i);
    }
    for (ImportanceRow row : aggregates.importance()) {
      List<Integer> places =
          row.by().equals("group") ? groups.get(row.name()) : List.of(NAMES.indexOf(row.name()));
      double expected =
          past.stream()
              .mapToDouble(
                  client ->
                      Math.abs(places.stream().mapToDouble(i -> client.contributions()[i]).sum()))
              .average()
              .orElseThrow();
      assertThat(row.meanAbsoluteContribution()).isCloseTo(expected, within(1e-9));
      assertThat(row.low()).isLessThanOrEqualTo(row.high());
    }
    assertThat(aggregates.importance()).hasSize(5 + groups.size());
  }
}
