package org.creditscoring.pipeline;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.creditscoring.data.Column;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;

/** Writes raw tables of a few rows, every column of them. */
public final class TinyRaw {
  private static final int FIRST = 100_001;

  private final Path directory;

  public TinyRaw(Path directory) {
    this.directory = directory;
  }

  /** A row of a table: what is not named is a number 1, or the first category. */
  public static List<String> row(Table table, Map<String, String> values) {
    return table.columns().stream()
        .map(column -> values.getOrDefault(column.name(), usual(column)))
        .toList();
  }

  /** Writes a table in its own column order. */
  @SafeVarargs
  public final TinyRaw write(Table table, Map<String, String>... rows) throws IOException {
    return write(table, List.of(rows));
  }

  public TinyRaw write(Table table, List<Map<String, String>> rows) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join(",", table.header()));
    rows.forEach(row -> lines.add(line(row(table, row))));
    return lines(table.fileName(), lines);
  }

  /** Writes lines as they are. */
  public TinyRaw lines(String file, List<String> lines) throws IOException {
    Files.writeString(directory.resolve(file), String.join("\n", lines) + "\n");
    return this;
  }

  /** Compresses a table that was written, and removes the plain file. */
  public Path compress(Table table) throws IOException {
    Path plain = directory.resolve(table.fileName());
    Path compressed = directory.resolve(table.fileName() + ".gz");
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(compressed))) {
      out.write(Files.readAllBytes(plain));
    }
    Files.delete(plain);
    return compressed;
  }

  /**
   * Past clients from id 100001 on whose outcome follows EXT_SOURCE_2, about a quarter of them
   * defaulted, and current ones behind them.
   */
  public TinyRaw population(int past, int current, long seed) throws IOException {
    return population(FIRST, past, current, seed);
  }

  /** The same from another id on. */
  public TinyRaw population(int first, int past, int current, long seed) throws IOException {
    return population(first, past, current, seed, UnaryOperator.identity());
  }

  /** The same clients, each row changed. */
  public TinyRaw population(
      int past, int current, long seed, UnaryOperator<Map<String, String>> change)
      throws IOException {
    return population(FIRST, past, current, seed, change);
  }

  private TinyRaw population(
      int first, int past, int current, long seed, UnaryOperator<Map<String, String>> change)
      throws IOException {
    Random random = new Random(seed);
    List<Map<String, String>> train = new ArrayList<>();
    List<Map<String, String>> test = new ArrayList<>();
    for (int i = 0; i < past + current; i++) {
      double score = random.nextDouble();
      boolean defaulted = random.nextDouble() < 1 / (1 + Math.exp(-1.2 + 5 * score));
      Map<String, String> row =
          Map.of(
              "SK_ID_CURR",
              String.valueOf(first + i),
              "EXT_SOURCE_2",
              String.valueOf((float) score),
              "AMT_CREDIT",
              String.valueOf(1000 * (1 + random.nextInt(500)) + 0.5),
              "AMT_ANNUITY",
              random.nextInt(20) == 0 ? "" : String.valueOf(500 + i % 97),
              "DAYS_BIRTH",
              String.valueOf(-7000 - random.nextInt(15000)),
              "NAME_INCOME_TYPE",
              random.nextBoolean() ? "Working" : "Pensioner",
              "FLAG_OWN_CAR",
              random.nextBoolean() ? "Y" : "N",
              "CODE_GENDER",
              random.nextBoolean() ? "F" : "M",
              "AMT_INCOME_TOTAL",
              String.valueOf(40_000 + 1000 * (i * 37 % 181)),
              "TARGET",
              defaulted ? "1" : "0");
      (i < past ? train : test).add(change.apply(row));
    }
    write(HomeCredit.APPLICATION_TRAIN, train);
    return current == 0 ? this : write(HomeCredit.APPLICATION_TEST, test);
  }

  private static String usual(Column column) {
    return switch (column.type()) {
      case ID, INTEGER -> "1";
      case DECIMAL -> "1.0";
      case TEXT -> column.categories().get(0).code();
    };
  }

  /** A line of fields, quoted where a comma or a quote needs it. */
  public static String line(List<String> fields) {
    return fields.stream()
        .map(
            field ->
                field.contains(",") || field.contains("\"")
                    ? '"' + field.replace("\"", "\"\"") + '"'
                    : field)
        .collect(Collectors.joining(","));
  }

  /** Bytes of a text, for files that are broken on purpose. */
  public static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
