package org.creditscoring.pipeline.snapshot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapGroupsFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.creditscoring.model.feature.Catalogue;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.model.feature.Kind;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.BlockIterator;
import org.creditscoring.pipeline.table.Records;

/**
 * Profiles every value of the catalogue over all clients: the rows are turned into pieces of
 * columns, and each column is gathered, sorted and counted in one place. One pass, one shuffle,
 * exact.
 */
final class ProfileStage {
  private static final int BLOCK = 8192;

  private ProfileStage() {}

  /** One profile for each of the catalogue's values, in their order. */
  static List<FeatureProfile> profiles(Dataset<ScoredClient> clients, Catalogue catalogue) {
    List<Feature> features = catalogue.values();
    int[] codes = features.stream().mapToInt(ProfileStage::codes).toArray();
    boolean[] scaled = new boolean[codes.length];
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] = features.get(i).kind() != Kind.CATEGORY;
    }
    MapPartitionsFunction<ScoredClient, FeatureChunk> transpose =
        rows -> new BlockIterator<>(rows, BLOCK, block -> chunks(block, codes.length));
    MapFunction<FeatureChunk, Integer> byFeature = FeatureChunk::feature;
    MapGroupsFunction<Integer, FeatureChunk, FeatureProfile> profile =
        (feature, chunks) -> {
          List<FeatureChunk> all = new ArrayList<>();
          chunks.forEachRemaining(all::add);
          return new Profiler(feature, codes[feature], all)
              .profile(scaled[feature] ? Profiler.Measured.ON_A_SCALE : Profiler.Measured.BY_CODE);
        };
    List<FeatureProfile> profiles =
        new ArrayList<>(
            clients
                .mapPartitions(transpose, Records.encoder(FeatureChunk.class))
                .groupByKey(byFeature, Encoders.INT())
                .mapGroups(profile, Records.encoder(FeatureProfile.class))
                .collectAsList());
    profiles.sort(Comparator.comparingInt(FeatureProfile::feature));
    return profiles;
  }

  private static int codes(Feature feature) {
    return switch (feature.kind()) {
      case NUMBER -> 0;
      case CATEGORY -> feature.categories().size();
      case FLAG -> 2;
    };
  }

  private static List<FeatureChunk> chunks(List<ScoredClient> block, int features) {
    byte[] groups = new byte[block.size()];
    for (int i = 0; i < groups.length; i++) {
      groups[i] = Group.code(block.get(i).decision(), block.get(i).outcome());
    }
    List<FeatureChunk> chunks = new ArrayList<>(features);
    for (int feature = 0; feature < features; feature++) {
      float[] values = new float[groups.length];
      for (int i = 0; i < values.length; i++) {
        values[i] = block.get(i).values()[feature];
      }
      chunks.add(new FeatureChunk(feature, values, groups));
    }
    return chunks;
  }
}
