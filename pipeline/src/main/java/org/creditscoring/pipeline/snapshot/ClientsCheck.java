package org.creditscoring.pipeline.snapshot;

import static org.apache.spark.sql.functions.col;

import java.nio.file.Path;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Encoders;
import org.apache.spark.sql.SparkSession;
import org.creditscoring.model.snapshot.Layout;

/** Reads the ids of the written clients back: all there, strictly rising, each in its part. */
final class ClientsCheck {
  private ClientsCheck() {}

  /**
   * @param parts in the order of their names
   * @throws IllegalStateException naming the part and the id that are wrong
   */
  static void verify(SparkSession spark, List<Path> parts, Path snapshot, long clients) {
    int last = -1;
    long count = 0;
    for (Path part : parts) {
      Dataset<Integer> ids =
          spark
              .read()
              .parquet(ParquetFiles.uri(part))
              .select(col(Layout.Client.ID))
              .as(Encoders.INT());
      for (int id : ids.collectAsList()) {
        if (id <= last || !snapshot.resolve(Layout.part(id)).equals(part)) {
          throw new IllegalStateException(
              "client " + id + " follows " + last + " in " + part.getFileName());
        }
        last = id;
        count++;
      }
    }
    if (count != clients) {
      throw new IllegalStateException(
          "the snapshot holds " + count + " clients of " + clients + " that were read");
    }
  }
}
