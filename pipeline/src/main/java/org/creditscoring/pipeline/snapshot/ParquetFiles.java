package org.creditscoring.pipeline.snapshot;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.api.java.function.MapPartitionsFunction;
import org.apache.spark.sql.Dataset;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.file.Durable;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.RecordFile;
import org.creditscoring.pipeline.table.Records;

/** Writes a snapshot's tables under stable names, without what Spark leaves beside them. */
final class ParquetFiles {
  private static final String ASIDE = ".writing";

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
   * Writes the clients, cut at fixed id boundaries.
   *
   * @param clients sorted by id within a partition, which holds whole part files
   * @return the part files, by name
   */
  List<Path> writeClients(Dataset<ScoredClient> clients) throws IOException {
    Path aside = Files.createDirectory(root.resolve(ASIDE));
    String directory = aside.toAbsolutePath().toString();
    MapPartitionsFunction<ScoredClient, WrittenPart> perPartition =
        rows -> new PartWriter(Path.of(directory)).write(rows).iterator();
    List<WrittenPart> written =
        clients.mapPartitions(perPartition, Records.encoder(WrittenPart.class)).collectAsList();
    Files.createDirectory(root.resolve(Layout.CLIENTS));
    List<Path> parts = new ArrayList<>();
    for (WrittenPart part : written) {
      Path file = root.resolve(Layout.part(part.part() * Layout.IDS_PER_PART));
      Path ready = aside.resolve(part.file());
      if (!Files.exists(ready)) {
        throw new BadDataException(
            "the clients were written, and "
                + ready.toAbsolutePath()
                + " is not there: the workers do not share this directory. Put credit.pipeline.snapshots where all of them see it.");
      }
      Files.move(ready, file);
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
}
