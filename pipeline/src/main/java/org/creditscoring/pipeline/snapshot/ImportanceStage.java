package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Group;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;

/**
 * How much each feature, and each reason group, moves the margins of past clients: mean absolute
 * contribution, and its range over the folds. Without any past client, over all.
 */
final class ImportanceStage {
  private ImportanceStage() {}

  static List<ImportanceRow> importance(Dataset<ScoredClient> clients, Catalogue catalogue) {
    Map<Group, Integer> index = new LinkedHashMap<>();
    int[] groupOf =
        catalogue.features().stream()
            .mapToInt(feature -> index.computeIfAbsent(feature.group(), group -> index.size()))
            .toArray();
    int groups = index.size();
    MapPartitionsFunction<ScoredClient, ContributionSums> sums =
        rows -> sums(rows, groupOf, groups);
    List<ContributionSums> partial =
        clients.mapPartitions(sums, Records.encoder(ContributionSums.class)).collectAsList();
    List<ContributionSums> past = partial.stream().filter(ContributionSums::past).toList();
    Collection<ContributionSums> byFold = byFold(past.isEmpty() ? partial : past);
    List<ImportanceRow> rows = new ArrayList<>();
    rows.addAll(
        rows(
            "feature",
            catalogue.features().stream().map(Feature::name).toList(),
            byFold,
            ContributionSums::features));
    rows.addAll(
        rows(
            "group",
            index.keySet().stream().map(Group::name).toList(),
            byFold,
            ContributionSums::groups));
    return rows;
  }

  private static Iterator<ContributionSums> sums(
      Iterator<ScoredClient> rows, int[] groupOf, int groups) {
    Map<Integer, ContributionSums> sums = new TreeMap<>();
    while (rows.hasNext()) {
      ScoredClient client = rows.next();
      boolean past = client.outcome() >= 0;
      int key = 2 * client.fold() + (past ? 1 : 0);
      ContributionSums own = sums.get(key);
      long count = own == null ? 1 : own.clients() + 1;
      double[] features = own == null ? new double[groupOf.length] : own.features();
      double[] byGroup = own == null ? new double[groups] : own.groups();
      double[] signed = new double[groups];
      for (int i = 0; i < groupOf.length; i++) {
        features[i] += Math.abs(client.contributions()[i]);
        signed[groupOf[i]] += client.contributions()[i];
      }
      for (int group = 0; group < groups; group++) {
        byGroup[group] += Math.abs(signed[group]);
      }
      sums.put(key, new ContributionSums(client.fold(), past, count, features, byGroup));
    }
    return sums.values().iterator();
  }

  private static Collection<ContributionSums> byFold(List<ContributionSums> partial) {
    Map<Integer, ContributionSums> sums = new TreeMap<>();
    partial.forEach(sum -> sums.merge(sum.fold(), sum, ContributionSums::plus));
    return sums.values();
  }

  /** The mean of the folds is none of them; it stands alone when no client is of a fold. */
  private static List<ContributionSums> ranged(Collection<ContributionSums> folds) {
    List<ContributionSums> ranged =
        folds.stream().filter(sums -> sums.fold() != Layout.MEAN_FOLD).toList();
    return ranged.isEmpty() ? List.copyOf(folds) : ranged;
  }

  private static List<ImportanceRow> rows(
      String by,
      List<String> names,
      Collection<ContributionSums> folds,
      Function<ContributionSums, double[]> sums) {
    List<ContributionSums> ranged = ranged(folds);
    long clients = folds.stream().mapToLong(ContributionSums::clients).sum();
    List<ImportanceRow> unranked = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      int place = i;
      double all = folds.stream().mapToDouble(fold -> sums.apply(fold)[place]).sum() / clients;
      double[] each =
          ranged.stream()
              .mapToDouble(fold -> sums.apply(fold)[place] / fold.clients())
              .sorted()
              .toArray();
      unranked.add(new ImportanceRow(by, 0, names.get(i), all, each[0], each[each.length - 1]));
    }
    unranked.sort(
        Comparator.comparingDouble(ImportanceRow::meanAbsoluteContribution)
            .reversed()
            .thenComparing(ImportanceRow::name));
    List<ImportanceRow> ranked = new ArrayList<>();
    for (ImportanceRow row : unranked) {
      ranked.add(
          new ImportanceRow(
              by,
              ranked.size() + 1,
              row.name(),
              row.meanAbsoluteContribution(),
              row.low(),
              row.high()));
    }
    return ranked;
  }
}
