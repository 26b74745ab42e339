package org.creditscoring.pipeline.training;

import java.io.Serializable;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.FlatMapFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.pipeline.drift.BinCounts;
import org.creditscoring.pipeline.drift.ClientKind;
import org.creditscoring.pipeline.drift.Counted;
import org.creditscoring.pipeline.drift.Cuts;
import org.creditscoring.pipeline.drift.TrainingPopulation;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.sums.ExactSums;
import org.creditscoring.pipeline.table.Blocks;
import org.creditscoring.pipeline.table.Records;

/**
 * Freezes how the values were spread that a model was trained on, in two passes over them: the
 * deciles of a sample of the past clients part the bins, in which all clients are then counted. A
 * sample does, because it settles only where bins begin.
 */
final class PopulationStage {
  /** Past clients, about, whose values settle the deciles: each to half a percent. */
  private static final int SAMPLE = 10_000;

  private static final int PARTS = 10;

  /** Of a hash other than that of the folds. */
  private static final long SALT = 0x5EED;

  private static final int BLOCK = 256;

  private final int[] places;
  private final List<Feature> values;

  private PopulationStage(int[] places, List<Feature> values) {
    this.places = places;
    this.values = values;
  }

  /**
   * @param clients past and current, those of known outcome learned from
   * @param past how many of them have one, at least one
   * @param candidates how their values are ordered
   * @param kept of which the features and inputs are counted
   */
  static TrainingPopulation of(
      Dataset<ClientValues> clients, long past, Catalogue candidates, Catalogue kept) {
    List<Feature> values = Stream.of(kept.features(), kept.inputs()).flatMap(List::stream).toList();
    int[] places =
        values.stream()
            .mapToInt(feature -> candidates.position(feature.name()).orElseThrow())
            .toArray();
    return new PopulationStage(places, values).count(clients, past);
  }

  private TrainingPopulation count(Dataset<ClientValues> clients, long past) {
    List<float[]> sample = sample(clients, past);
    Cuts[] cuts =
        IntStream.range(0, places.length).mapToObj(i -> cuts(i, sample)).toArray(Cuts[]::new);
    int[] from = places;
    FlatMapFunction<Iterator<ClientValues>, Counts> each =
        part ->
            part.hasNext()
                ? List.of(Counts.of(part, from, cuts)).iterator()
                : Collections.emptyIterator();
    Counts counts = clients.javaRDD().mapPartitions(each).treeReduce(Counts::add);
    return new TrainingPopulation(
        IntStream.range(0, places.length).mapToObj(i -> counts.of(i, values.get(i))).toList());
  }

  private List<float[]> sample(Dataset<ClientValues> clients, long past) {
    int[] from = places;
    Folds hash = new Folds(1, SALT);
    FilterFunction<ClientValues> drawn =
        client ->
            client.outcome() >= 0 && Long.remainderUnsigned(hash.hash(client.id()), past) < SAMPLE;
    MapFunction<ClientValues, float[]> chosen =
        client -> {
          float[] own = new float[from.length];
          for (int i = 0; i < own.length; i++) {
            own[i] = client.values()[from[i]];
          }
          return own;
        };
    return clients.filter(drawn).map(chosen, Records.floats()).collectAsList();
  }

  private Cuts cuts(int value, List<float[]> sample) {
    Feature feature = values.get(value);
    Cuts own = Cuts.of(feature);
    if (feature.kind() != Kind.NUMBER) {
      return own;
    }
    double[] known =
        sample.stream()
            .mapToDouble(client -> client[value])
            .filter(number -> !Double.isNaN(number))
            .sorted()
            .toArray();
    return own.and(
        IntStream.range(1, known.length == 0 ? 1 : PARTS)
            .mapToDouble(part -> known[(int) ((long) part * known.length / PARTS)])
            // Nothing is below the least value.
            .filter(edge -> edge > known[0])
            .toArray());
  }

  /** Clients by bin, and the sums of their values. */
  private static final class Counts implements Serializable {
    private static final long serialVersionUID = 1;
    private static final int KINDS = ClientKind.values().length;

    private final BinCounts bins;
    private final ExactSums sums;

    private Counts(Cuts[] cuts) {
      bins = new BinCounts(cuts);
      sums = new ExactSums(cuts.length * KINDS);
    }

    static Counts of(Iterator<ClientValues> clients, int[] places, Cuts[] cuts) {
      Counts counts = new Counts(cuts);
      Blocks.each(clients, BLOCK, block -> counts.add(block, places));
      return counts;
    }

    /** One value after the other, so that what is known of it stays in the processor's cache. */
    private void add(List<ClientValues> block, int[] places) {
      for (int i = 0; i < places.length; i++) {
        for (ClientValues client : block) {
          float value = client.values()[places[i]];
          ClientKind kind = ClientKind.of(client.outcome());
          bins.add(i, value, kind);
          if (!Float.isNaN(value)) {
            sums.add(i * KINDS + kind.ordinal(), value);
          }
        }
      }
    }

    Counts add(Counts other) {
      bins.add(other.bins);
      sums.add(other.sums);
      return this;
    }

    Counted of(int value, Feature feature) {
      return new Counted(
          feature.name(),
          bins.edges(value),
          Counted.codes(feature),
          bins.of(value, ClientKind.PAST),
          bins.of(value, ClientKind.CURRENT),
          mean(value, feature, ClientKind.PAST),
          mean(value, feature, ClientKind.CURRENT));
    }

    private double mean(int value, Feature feature, ClientKind kind) {
      long[] clients = bins.of(value, kind);
      return feature.kind() == Kind.CATEGORY
          ? Double.NaN
          : sums.mean(
              value * KINDS + kind.ordinal(), Arrays.stream(clients, 0, clients.length - 1).sum());
    }
  }
}
