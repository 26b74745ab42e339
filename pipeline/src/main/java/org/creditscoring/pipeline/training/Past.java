package org.creditscoring.pipeline.training;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.stream.StreamSupport;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.table.Records;

/**
 * Clients whose outcome is known, and how they are split.
 *
 * @param clients each with an outcome of 0 or 1
 * @param counts of them, by fold
 */
record Past(Dataset<ClientValues> clients, Folds folds, FoldCounts counts) {
  private static final String OUTCOME = "outcome";

  /** Those of these clients whose outcome is known. */
  static Past of(Dataset<ClientValues> clients, Folds folds) {
    Dataset<ClientValues> known = clients.filter(col(OUTCOME).geq(0));
    MapPartitionsFunction<ClientValues, FoldCounts> perPartition =
        rows -> {
          FoldCounts counts = FoldCounts.none(folds.count());
          rows.forEachRemaining(client -> counts.add(folds.of(client.id()), client.outcome()));
          return List.of(counts).iterator();
        };
    FoldCounts all = FoldCounts.none(folds.count());
    known
        .mapPartitions(perPartition, Records.encoder(FoldCounts.class))
        .collectAsList()
        .forEach(all::add);
    return new Past(known, folds, all);
  }

  /** Those of these clients whose outcome nobody knows. */
  static Dataset<ClientValues> unknown(Dataset<ClientValues> clients) {
    return clients.filter(col(OUTCOME).lt(0));
  }

  long count() {
    return counts.clientsIn(fold -> true);
  }

  long defaults() {
    return counts.defaultsIn(fold -> true);
  }

  /**
   * @throws BadDataException if there are fewer defaults, or nobody repaid
   */
  void requireDefaults(int least) {
    if (defaults() < least || defaults() == count()) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "training refused: %,d past clients with %,d defaults; at least %,d defaults, and clients that repaid, are needed. %s",
              count(),
              defaults(),
              least,
              Trainer.USE_ANOTHER));
    }
  }

  /** Says whether a client of a fold is meant. */
  @FunctionalInterface
  interface FoldFilter extends Serializable {
    boolean takes(byte fold);
  }

  /** The clients of some of the folds to learn from, by some of their values. */
  Dataset<Example> examples(FoldFilter filter, int[] columns) {
    Folds split = folds;
    MapPartitionsFunction<ClientValues, Example> map = rows -> stream(rows, split, filter, columns);
    return clients.mapPartitions(map, Records.encoder(Example.class));
  }

  private static Iterator<Example> stream(
      Iterator<ClientValues> rows, Folds folds, FoldFilter filter, int[] columns) {
    return StreamSupport.stream(
            Spliterators.spliteratorUnknownSize(rows, Spliterator.ORDERED), false)
        .filter(client -> filter.takes(folds.of(client.id())))
        .map(client -> example(client, columns))
        .iterator();
  }

  private static Example example(ClientValues client, int[] columns) {
    float[] features = new float[columns.length];
    for (int i = 0; i < features.length; i++) {
      features[i] = client.values()[columns[i]];
    }
    return new Example(client.id(), client.outcome(), features);
  }

  /** The clients that a part of another split holds, or all but them. */
  Past part(Folds other, FoldFilter filter) {
    FilterFunction<ClientValues> takes = client -> filter.takes(other.of(client.id()));
    return of(clients.filter(takes), folds);
  }
}
