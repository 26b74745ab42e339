package org.creditscoring.pipeline.raw;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Synthetic;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.run.BadDataException;

/** A directory of raw tables, each {@code NAME.csv} or {@code NAME.csv.gz}. */
public record RawDirectory(Path path) {
  /**
   * @throws BadDataException if there is no such directory, it cannot be read, or it holds no
   *     application table
   */
  public RawDirectory {
    if (!Files.exists(path)) {
      throw new BadDataException(
          "the raw directory " + path.toAbsolutePath() + " does not exist; name it by --raw");
    }
    if (!Files.isDirectory(path)) {
      throw new BadDataException(path.toAbsolutePath() + " is a file, not a directory of tables");
    }
    if (!Files.isReadable(path) || !Files.isExecutable(path)) {
      throw new BadDataException("no right to read the raw directory " + path.toAbsolutePath());
    }
    if (find(path, HomeCredit.APPLICATION_TRAIN).isEmpty()
        && find(path, HomeCredit.APPLICATION_TEST).isEmpty()) {
      throw new BadDataException(
          path.toAbsolutePath()
              + " holds neither application_train.csv nor application_test.csv (nor .csv.gz): there is no client to score");
    }
  }

  /**
   * The file of a table; empty if it is absent.
   *
   * @throws BadDataException if it is there both plain and compressed
   */
  public Optional<RawFile> file(Table table) {
    return find(path, table);
  }

  /** The files that are there, the largest first: the last one at work is then a short one. */
  public List<RawFile> files() {
    return HomeCredit.all().stream()
        .map(this::file)
        .flatMap(Optional::stream)
        .sorted(Comparator.comparingLong(RawFile::bytes).reversed())
        .toList();
  }

  /** Whether the rows were made by the generator. */
  public boolean synthetic() {
    return Synthetic.isMarked(path);
  }

  private static Optional<RawFile> find(Path directory, Table table) {
    Path plain = directory.resolve(table.fileName());
    Path compressed = directory.resolve(table.fileName() + RawFile.GZIP);
    if (Files.exists(plain) && Files.exists(compressed)) {
      throw new BadDataException(
          plain + " is there twice, plain and as .gz: keep the one that is meant");
    }
    if (Files.exists(plain)) {
      return Optional.of(new RawFile(table, plain));
    }
    return Files.exists(compressed)
        ? Optional.of(new RawFile(table, compressed))
        : Optional.empty();
  }
}
