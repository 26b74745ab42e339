package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.tree.Ensemble;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;

/** Raw margins by fold models: each client's own fold's, or the mean of all. */
final class RawMargins {
  private RawMargins() {}

  /** Each client by the model of its fold, by rising id. */
  static List<OutOfFold> outOfFold(Dataset<ClientValues> clients, Boosters boosters, Folds folds) {
    return collect(
        clients,
        boosters,
        (ensembles, client) -> {
          byte fold = folds.of(client.id());
          return new OutOfFold(
              client.id(), fold, client.outcome(), ensembles.get(fold).margin(client.values(), 0));
        });
  }

  /** Clients whom no fold model saw by the mean of them all, by rising id. */
  static List<OutOfFold> mean(Dataset<ClientValues> clients, Boosters boosters) {
    return collect(
        clients,
        boosters,
        (ensembles, client) ->
            new OutOfFold(
                client.id(),
                (byte) Layout.MEAN_FOLD,
                client.outcome(),
                ensembles.stream()
                    .mapToDouble(ensemble -> ensemble.margin(client.values(), 0))
                    .average()
                    .orElseThrow()));
  }

  /** Clients whom no fold model saw by each of them, by rising id. */
  static List<FoldMargins> byFold(Dataset<ClientValues> clients, Boosters boosters) {
    MapPartitionsFunction<ClientValues, FoldMargins> score =
        rows -> {
          List<Ensemble> ensembles = boosters.ensembles();
          return new MappedIterator<>(
              rows,
              client ->
                  new FoldMargins(
                      client.id(),
                      ensembles.stream()
                          .mapToDouble(ensemble -> ensemble.margin(client.values(), 0))
                          .toArray()));
        };
    List<FoldMargins> margins =
        new ArrayList<>(
            clients.mapPartitions(score, Records.encoder(FoldMargins.class)).collectAsList());
    margins.sort(Comparator.comparingInt(FoldMargins::id));
    return margins;
  }

  /** What one value alone says, turned round so that higher is riskier, by rising id. */
  static List<OutOfFold> ofValue(Dataset<ClientValues> clients, int place) {
    return collect(
        clients,
        Boosters.of(List.of()),
        (none, client) ->
            new OutOfFold(
                client.id(), (byte) Layout.MEAN_FOLD, client.outcome(), -client.values()[place]));
  }

  @FunctionalInterface
  private interface Each extends java.io.Serializable {
    OutOfFold score(List<Ensemble> ensembles, ClientValues client);
  }

  private static List<OutOfFold> collect(
      Dataset<ClientValues> clients, Boosters boosters, Each each) {
    MapPartitionsFunction<ClientValues, OutOfFold> score =
        rows -> {
          List<Ensemble> ensembles = boosters.ensembles();
          return new MappedIterator<>(rows, client -> each.score(ensembles, client));
        };
    List<OutOfFold> margins =
        new ArrayList<>(
            clients.mapPartitions(score, Records.encoder(OutOfFold.class)).collectAsList());
    margins.sort(Comparator.comparingInt(OutOfFold::id));
    return margins;
  }
}
