package org.creditscoring.pipeline.snapshot;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.floor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.RecordFile;

/** Writes a snapshot's tables under stable names, without what Spark leaves beside them. */
final class ParquetFiles {
  private static final String PART = "part";
  private static final String PART_DIRECTORY = PART + "=";
  private static final String ASIDE = ".writing";

  /** Uncompressed, PLAIN, no dictionary: a row's floats sit at an offset that the footer gives. */
  private static final Map<String, String> ADDRESSABLE =
      Map.of("compression", "uncompressed", "parquet.enable.dictionary", "false");

  private final Path root;

  /**
   * @param root directory of the snapshot
   */
  ParquetFiles(Path root) {
    this.root = root;
  }

  /** Writes every table that tells of the clients together, each as one file. */
  void write(Aggregates aggregates) throws IOException {
    write(Layout.FEATURES, aggregates.features(), FeatureRow.class);
    write(Layout.DISTRIBUTIONS, aggregates.distributions(), DistributionRow.class);
    write(Layout.POSITIONS, aggregates.positions(), PositionRow.class);
    write(Layout.IMPORTANCE, aggregates.importance(), ImportanceRow.class);
    write(Layout.PAIRS, aggregates.pairs(), PairRow.class);
    write(Layout.POINTS, aggregates.points(), PointRow.class);
    write(Layout.CUT_OFF, aggregates.cutOffs(), CutOffRow.class);
  }

  private <R extends Record> void write(String file, List<R> rows, Class<R> type)
      throws IOException {
    RecordFile.write(root.resolve(file), rows, type);
  }

  /**
   * Writes the clients, sorted by id and cut at fixed id boundaries.
   *
   * @return the part files, by name
   */
  List<Path> writeClients(Dataset<ScoredClient> clients) throws IOException {
    Path aside = root.resolve(ASIDE);
    clients
        .withColumn(
            PART,
            floor(col(Layout.Client.ID).divide(Layout.IDS_PER_PART)).cast(DataTypes.IntegerType))
        .sortWithinPartitions(PART, Layout.Client.ID)
        .write()
        .options(ADDRESSABLE)
        .partitionBy(PART)
        .parquet(uri(aside));
    Files.createDirectory(root.resolve(Layout.CLIENTS));
    List<Path> parts = new ArrayList<>();
    for (Path directory : partDirectories(aside)) {
      String name = directory.getFileName().toString();
      int part = Integer.parseInt(name.substring(PART_DIRECTORY.length()));
      Path file = root.resolve(Layout.part(part * Layout.IDS_PER_PART));
      Files.move(onlyParquet(directory), file);
      parts.add(file);
    }
    Durable.remove(aside);
    return parts.stream().sorted().toList();
  }

  /** The part files that are there, by name. */
  List<Path> parts() throws IOException {
    try (Stream<Path> entries = Files.list(root.resolve(Layout.CLIENTS))) {
      return entries.sorted().toList();
    }
  }

  /** A local path as Spark takes it. */
  static String uri(Path path) {
    return path.toAbsolutePath().toUri().toString();
  }

  private static List<Path> partDirectories(Path aside) throws IOException {
    try (Stream<Path> entries = Files.list(aside)) {
      return entries
          .filter(entry -> entry.getFileName().toString().startsWith(PART_DIRECTORY))
          .sorted()
          .toList();
    }
  }

  private static Path onlyParquet(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      List<Path> files =
          entries.filter(entry -> entry.getFileName().toString().endsWith(".parquet")).toList();
      if (files.size() != 1) {
        throw new IllegalStateException(
            "one Parquet file is expected in " + directory + ", there are " + files.size());
      }
      return files.get(0);
    }
  }
}
