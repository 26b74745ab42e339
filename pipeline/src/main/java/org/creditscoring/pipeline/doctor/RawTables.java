package org.creditscoring.pipeline.doctor;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.raw.RawDirectory;
import org.creditscoring.pipeline.raw.RawFile;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.snapshots.Words;

/** The raw tables, as far as their names, sizes and first lines tell. */
final class RawTables {
  private static final String WHAT = "raw tables";
  private static final String MAKE = "put the tables there, or './credit generate' makes some";

  private final Path path;

  RawTables(Path path) {
    this.path = path;
  }

  /** Empty if there is none, or none that a refresh could read. */
  Optional<RawDirectory> directory() {
    try {
      return Optional.of(new RawDirectory(path));
    } catch (BadDataException e) {
      return Optional.empty();
    }
  }

  /** Names of the tables that are not there; none of them are if there is no directory. */
  List<String> absent() {
    return HomeCredit.all().stream()
        .filter(table -> directory().flatMap(directory -> directory.file(table)).isEmpty())
        .map(Table::name)
        .toList();
  }

  List<Finding> findings() {
    if (!Files.isDirectory(path) || empty()) {
      return List.of(Finding.warn(WHAT, path + " holds no raw tables", MAKE));
    }
    RawDirectory directory;
    try {
      directory = new RawDirectory(path);
      directory.files();
    } catch (BadDataException e) {
      return List.of(Finding.bad(WHAT, e.getMessage(), MAKE));
    }
    List<Finding> findings = new ArrayList<>();
    findings.add(found(directory));
    for (RawFile file : directory.files()) {
      try {
        file.requireHeader();
      } catch (BadDataException e) {
        findings.add(
            Finding.bad(WHAT, e.getMessage(), "mend the file's first line, or copy it again"));
      }
    }
    return findings;
  }

  private static Finding found(RawDirectory directory) {
    List<RawFile> files = directory.files();
    List<String> absent =
        HomeCredit.all().stream()
            .filter(table -> directory.file(table).isEmpty())
            .map(Table::name)
            .toList();
    String found =
        "%d of %d tables, %s, %s, in %s"
            .formatted(
                files.size(),
                HomeCredit.all().size(),
                Words.bytes(files.stream().mapToLong(RawFile::bytes).sum()),
                directory.synthetic() ? "synthetic" : "real",
                directory.path());
    return absent.isEmpty()
        ? Finding.ok(WHAT, found)
        : Finding.warn(
            WHAT,
            found + "; absent: " + absent.stream().collect(Collectors.joining(", ")),
            "their features will be missing; add the files if they should not be");
  }

  private boolean empty() {
    return HomeCredit.all().stream()
        .map(Table::fileName)
        .noneMatch(
            name -> Files.exists(path.resolve(name)) || Files.exists(path.resolve(name + ".gz")));
  }
}
