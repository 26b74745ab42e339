package org.creditscoring.data.synthetic;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.creditscoring.data.Compression;
import org.creditscoring.data.CsvLine;
import org.creditscoring.data.GeneratorSettings;
import org.creditscoring.data.Table;

/** Generated tables, read back as text. */
final class Generated {
  private final Path directory;

  private Generated(Path directory) {
    this.directory = directory;
  }

  static Generated in(Path directory, int clients, int current, long seed, int threads) {
    try {
      new Generator(
              new GeneratorSettings(clients, current, directory, seed, threads, Compression.NONE),
              new PrintStream(OutputStream.nullOutputStream()))
          .run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Generated(directory);
  }

  Rowset table(Table table) {
    try {
      List<String[]> rows = new ArrayList<>();
      for (String line : Files.readAllLines(directory.resolve(table.fileName()))) {
        rows.add(CsvLine.split(line).toArray(String[]::new));
      }
      return new Rowset(List.of(rows.get(0)), rows.subList(1, rows.size()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Some rows of a table. */
  record Rowset(List<String> header, List<String[]> rows) {

    int size() {
      return rows.size();
    }

    List<String> column(String name) {
      int place = header.indexOf(name);
      return rows.stream().map(row -> row[place]).toList();
    }

    double[] numbers(String name) {
      return column(name).stream()
          .filter(value -> !value.isEmpty())
          .mapToDouble(Double::parseDouble)
          .toArray();
    }

    Rowset where(String name, Predicate<String> condition) {
      int place = header.indexOf(name);
      return new Rowset(header, rows.stream().filter(row -> condition.test(row[place])).toList());
    }

    double share(String name, Predicate<String> condition) {
      return (double) where(name, condition).size() / size();
    }
  }
}
