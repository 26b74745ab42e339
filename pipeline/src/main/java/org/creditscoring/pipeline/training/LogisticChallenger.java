package org.creditscoring.pipeline.training;

import static org.apache.spark.sql.functions.col;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.spark.api.java.function.FilterFunction;
import org.apache.spark.api.java.function.MapFunction;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.ml.classification.LogisticRegression;
import org.apache.spark.ml.classification.LogisticRegressionModel;
import org.apache.spark.ml.functions;
import org.apache.spark.sql.Dataset;
import org.apache.spark.storage.StorageLevel;
import org.creditscoring.model.feature.Feature;
import org.creditscoring.pipeline.table.MappedIterator;
import org.creditscoring.pipeline.table.Records;

/**
 * A plain logistic regression on the same folds and features, by spark-mllib: what the trees must
 * beat. Means, deviations and categories are taken from the folds that it learns from.
 */
final class LogisticChallenger {
  private static final String LABEL = "label";
  private static final String FEATURES = "features";
  private static final String VECTOR = "vector";

  /** Weight of the squared coefficients: enough to tell apart columns that say the same. */
  private static final double RIDGE = 1e-3;

  private static final int MOST_STEPS = 50;

  /** Two sums are the same whichever comes first; three would not be. */
  private static final int PARTITIONS = 2;

  private final Past past;
  private final ColumnKinds kinds;

  /**
   * @param features of which the clients' values begin
   */
  LogisticChallenger(Past past, List<Feature> features) {
    this.past = past;
    this.kinds = ColumnKinds.of(features);
  }

  /**
   * Log-odds of each client by the regression that never saw it, by rising id.
   *
   * @param plans whose columns count
   */
  List<OutOfFold> margins(List<FoldPlan> plans) {
    Dataset<Example> examples =
        past.examples(fold -> true, IntStream.range(0, kinds.count()).toArray())
            .repartition(PARTITIONS, col("id"))
            .sortWithinPartitions(col("id"))
            .persist(StorageLevel.MEMORY_AND_DISK());
    try {
      List<ColumnSums> sums = sums(examples);
      List<OutOfFold> margins = new ArrayList<>();
      for (int fold = 0; fold < plans.size(); fold++) {
        margins.addAll(margins(examples, fold, plans.get(fold), sums));
      }
      margins.sort(Comparator.comparingInt(OutOfFold::id));
      return margins;
    } finally {
      examples.unpersist();
    }
  }

  private List<ColumnSums> sums(Dataset<Example> examples) {
    Folds folds = past.folds();
    ColumnKinds columns = kinds;
    MapPartitionsFunction<Example, ColumnSums> perPartition =
        rows -> {
          ColumnSums[] sums = new ColumnSums[folds.count()];
          for (int fold = 0; fold < sums.length; fold++) {
            sums[fold] = ColumnSums.none(fold, columns);
          }
          rows.forEachRemaining(
              row -> {
                int fold = folds.of(row.id());
                sums[fold] = sums[fold].with(row.features(), columns);
              });
          return List.of(sums).iterator();
        };
    return examples.mapPartitions(perPartition, Records.encoder(ColumnSums.class)).collectAsList();
  }

  private List<OutOfFold> margins(
      Dataset<Example> examples, int fold, FoldPlan plan, List<ColumnSums> sums) {
    ColumnSums others =
        sums.stream()
            .filter(part -> part.fold() != fold)
            .reduce(ColumnSums.none(fold, kinds), ColumnSums::plus);
    LinearEncoding encoding = LinearEncoding.fit(plan.columns(), kinds, others);
    Folds folds = past.folds();
    MapPartitionsFunction<Example, Example> encode =
        rows ->
            new MappedIterator<>(
                rows, row -> new Example(row.id(), row.label(), encoding.of(row.features())));
    Dataset<Example> learned =
        examples
            .filter((FilterFunction<Example>) row -> folds.of(row.id()) != fold)
            .mapPartitions(encode, Records.encoder(Example.class));
    Line line = fit(learned);
    return examples
        .filter((FilterFunction<Example>) row -> folds.of(row.id()) == fold)
        .map(
            (MapFunction<Example, OutOfFold>)
                row ->
                    new OutOfFold(
                        row.id(),
                        (byte) fold,
                        (byte) row.label(),
                        line.margin(encoding.of(row.features()))),
            Records.encoder(OutOfFold.class))
        .collectAsList();
  }

  private static Line fit(Dataset<Example> encoded) {
    LogisticRegressionModel model =
        new LogisticRegression()
            .setLabelCol(LABEL)
            .setFeaturesCol(VECTOR)
            .setStandardization(false)
            .setRegParam(RIDGE)
            .setMaxIter(MOST_STEPS)
            .fit(
                encoded.select(
                    col(LABEL).cast("double").as(LABEL),
                    functions.array_to_vector(col(FEATURES)).as(VECTOR)));
    return new Line(model.coefficients().toArray(), model.intercept());
  }

  private record Line(double[] coefficients, double intercept) implements Serializable {
    double margin(float[] encoded) {
      double sum = intercept;
      for (int i = 0; i < encoded.length; i++) {
        sum += coefficients[i] * encoded[i];
      }
      return sum;
    }
  }
}
