package org.creditscoring.pipeline.training;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Groups;
import org.creditscoring.model.feature.Unit;
import org.creditscoring.pipeline.feature.ClientValues;
import org.creditscoring.pipeline.table.Records;

/** Clients of two features, the first of which drives the outcome. */
final class TestClients {
  static final Catalogue CATALOGUE =
      new Catalogue(List.of(feature("SIGNAL"), feature("NOISE")), List.of(), List.of());

  private TestClients() {}

  /** Outcomes whose log-odds rise with the first value by {@code strength}. */
  static List<ClientValues> of(int count, double strength) {
    Random random = new Random(4);
    List<ClientValues> clients = new ArrayList<>();
    for (int id = 1; id <= count; id++) {
      double signal = random.nextGaussian();
      boolean bad = random.nextDouble() < 1 / (1 + Math.exp(1 - strength * signal));
      float noise = id % 7 == 0 ? Float.NaN : (float) random.nextGaussian();
      clients.add(new ClientValues(id, (byte) (bad ? 1 : 0), new float[] {(float) signal, noise}));
    }
    return clients;
  }

  /** The same and others, whose outcome is not known. */
  static List<ClientValues> and(List<ClientValues> past, int unknown) {
    Random random = new Random(5);
    List<ClientValues> clients = new ArrayList<>(past);
    for (int i = 1; i <= unknown; i++) {
      float[] values = {(float) random.nextGaussian(), (float) random.nextGaussian()};
      clients.add(new ClientValues(past.size() + i, (byte) -1, values));
    }
    return clients;
  }

  static Dataset<ClientValues> in(SparkSession spark, List<ClientValues> clients) {
    return spark.createDataset(clients, Records.encoder(ClientValues.class));
  }

  static Feature feature(String name) {
    return Feature.number(name, Unit.NONE)
        .group(Groups.EXTERNAL_SCORES)
        .label(name, name)
        .description(name, name)
        .build();
  }
}
