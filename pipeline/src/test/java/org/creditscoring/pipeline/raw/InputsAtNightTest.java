package org.creditscoring.pipeline.raw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.creditscoring.data.Compression;
import org.creditscoring.data.GeneratorSettings;
import org.creditscoring.data.synthetic.Generator;
import org.creditscoring.pipeline.SmallSettings;
import org.creditscoring.pipeline.SparkTest;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every way in which a night's delivery was ever broken, on copies of a small synthetic set. */
class InputsAtNightTest extends SparkTest {
  private static final int PAST = 300;
  private static final int CURRENT = 40;
  private static final String BUREAU = "bureau.csv";
  private static final String TRAIN = "application_train.csv";

  @TempDir static Path synthetic;

  /** One for all: only what a case breaks is parsed anew. */
  @TempDir static Path kept;

  @TempDir Path directory;
  @TempDir Path own;
  private final ByteArrayOutputStream told = new ByteArrayOutputStream();

  @BeforeAll
  static void generate() throws IOException {
    new Generator(
            new GeneratorSettings(PAST, CURRENT, synthetic, 1, 1, Compression.NONE),
            new PrintStream(OutputStream.nullOutputStream()))
        .run();
  }

  @BeforeEach
  void copy() throws IOException {
    try (Stream<Path> files = Files.list(synthetic)) {
      for (Path file : files.toList()) {
        Files.copy(file, directory.resolve(file.getFileName()));
      }
    }
  }

  /** What happens to a directory of raw tables. */
  @FunctionalInterface
  private interface Breakage {
    void happensIn(Path directory) throws IOException;
  }

  private static Arguments of(String kind, Breakage breakage, String settings, String... told) {
    return Arguments.of(Named.of(kind, breakage), settings, List.of(told));
  }

  static Stream<Arguments> stopped() {
    return Stream.of(
        of(
            "a table is missing and may not be",
            raw -> Files.delete(raw.resolve(BUREAU)),
            "inputs.missingTable = stop",
            "bureau is absent: its features are missing (the setting credit.pipeline.inputs.missingTable is stop)"),
        of(
            "a file without a byte",
            raw -> Files.write(raw.resolve(BUREAU), new byte[0]),
            "",
            "bureau.csv is empty: it has no header. Remove the file if the table is absent."),
        of(
            "a header alone",
            raw -> write(raw, BUREAU, lines(raw, BUREAU).subList(0, 1)),
            "",
            "bureau.csv has a header and no rows. Remove the file if the table is absent."),
        of(
            "a plain file cut within a row",
            raw -> cut(raw, BUREAU, 40),
            "",
            "bureau.csv is cut short: its last line has ",
            " fields where the header has 17, and no line end. It was perhaps still being copied: copy it again."),
        of(
            "a gzip file cut short",
            raw -> {
              compress(raw, BUREAU);
              cut(raw, BUREAU + ".gz", 1000);
            },
            "inputs.cutShort = warn",
            "bureau.csv.gz is not a whole gzip file (",
            "): it was cut short or is still being copied. Copy it again."),
        of(
            "a new column that may not be",
            raw -> replace(raw, BUREAU, "SK_ID_CURR,", "SK_ID_CURR,BRANCH,"),
            "inputs.newColumn = stop",
            "bureau.csv: columns not known are ignored: BRANCH (the setting credit.pipeline.inputs.newColumn is stop)"),
        of(
            "a renamed column",
            raw -> replace(raw, BUREAU, "AMT_CREDIT_SUM_DEBT", "CREDIT_SUM_DEBT"),
            "",
            "bureau.csv line 1: column AMT_CREDIT_SUM_DEBT is missing; the nearest name in the header is 'CREDIT_SUM_DEBT'."),
        of(
            "dates where there were days",
            raw -> field(raw, TRAIN, "DAYS_BIRTH", "1984-02-29"),
            "",
            "application_train.csv: 300 of 300 rows cannot be read (100.00 %)",
            "The first: application_train.csv line 2, column DAYS_BIRTH: '1984-02-29' is not a number",
            "They are kept in ",
            "application_train.jsonl"),
        of(
            "rows that are there twice",
            raw -> {
              List<String> lines = lines(raw, BUREAU);
              lines.addAll(lines.subList(1, 3));
              write(raw, BUREAU, lines);
            },
            "",
            "SK_ID_BUREAU ",
            " is there more than once in bureau; each has one row. Remove the others."),
        of(
            "UTF-16",
            raw -> encode(raw, BUREAU, StandardCharsets.UTF_16),
            "",
            "bureau.csv line 1 holds zero bytes: the text is UTF-16 or UTF-32. Save it again as UTF-8."),
        of(
            "an accent of Latin-1 in every row",
            raw -> {
              field(raw, BUREAU, "CREDIT_TYPE", "Crédit");
              encode(raw, BUREAU, StandardCharsets.ISO_8859_1);
            },
            "",
            "rows cannot be read (100.00 %)",
            "line 2, column CREDIT_TYPE: 'Cr\uFFFDdit' holds bytes that are not UTF-8"),
        of(
            "semicolons",
            raw ->
                Files.writeString(
                    raw.resolve(BUREAU), String.join("\n", lines(raw, BUREAU)).replace(',', ';')),
            "",
            "bureau.csv line 1 has no comma: it is one field, 'SK_ID_CURR;SK_ID_BUREAU;CREDIT_ACTIVE;CR…'."),
        of(
            "a billion that may not be",
            raw -> field(raw, 3, TRAIN, "AMT_INCOME_TOTAL", "1000000000"),
            "inputs.hugeNumber = stop",
            "application_train.csv: 1 rows hold a number of 1,000,000,000 or more: line 3, column AMT_INCOME_TOTAL: '1000000000' (the setting credit.pipeline.inputs.hugeNumber is stop)"),
        of(
            "a billion with its commas",
            raw -> field(raw, 3, TRAIN, "AMT_INCOME_TOTAL", "\"1,000,000,000\""),
            "",
            "line 3, column AMT_INCOME_TOTAL: '1,000,000,000' is not a number"));
  }

  @ParameterizedTest
  @MethodSource("stopped")
  void stops(Breakage breakage, String settings, List<String> message) throws IOException {
    breakage.happensIn(directory);

    assertThatThrownBy(() -> read(settings))
        .isInstanceOf(BadDataException.class)
        .extracting(Throwable::getMessage)
        .asString()
        .contains(message);
  }

  static Stream<Arguments> passed() {
    return Stream.of(
        of(
            "a table is missing",
            raw -> Files.delete(raw.resolve(BUREAU)),
            "",
            "warning: bureau is absent: its features are missing"),
        of(
            "a plain file cut within a row, as the settings allow",
            raw -> cut(raw, TRAIN, 40),
            "inputs.cutShort = warn, maxBadShare = 0.01",
            "warning: application_train.csv is cut short: its last line has ",
            "warning: set aside application_train.csv line 301: "),
        of(
            "a file without its last line end",
            raw -> cut(raw, TRAIN, 1),
            "",
            "warning: application_train.csv: the last line has no line end; if it was cut short there, its last value is wrong"),
        of(
            "a new column",
            raw -> {
              List<String> lines = lines(raw, BUREAU);
              lines.replaceAll(line -> line + ",x");
              lines.set(0, lines.get(0).replaceAll("x$", "BRANCH"));
              write(raw, BUREAU, lines);
            },
            "",
            "warning: bureau.csv: columns not known are ignored: BRANCH"),
        of(
            "an accent of Latin-1 in one row",
            raw -> {
              field(raw, 5, TRAIN, "OCCUPATION_TYPE", "Employé");
              encode(raw, TRAIN, StandardCharsets.ISO_8859_1);
            },
            "maxBadShare = 0.01",
            "warning: set aside application_train.csv line 5, column OCCUPATION_TYPE: 'Employ\uFFFD' holds bytes that are not UTF-8"),
        of(
            "a row with a field too many",
            raw -> {
              List<String> lines = lines(raw, TRAIN);
              lines.set(9, lines.get(9) + ",1");
              write(raw, TRAIN, lines);
            },
            "maxBadShare = 0.01",
            "warning: set aside application_train.csv line 10: 123 fields where the header has 122"),
        of(
            "a quote that is never closed",
            raw -> field(raw, 7, TRAIN, "OCCUPATION_TYPE", "\"Laborers"),
            "maxBadShare = 0.01",
            "warning: set aside application_train.csv line 7: "),
        of(
            "a billion",
            raw -> field(raw, 3, TRAIN, "AMT_INCOME_TOTAL", "-1e9"),
            "",
            "warning: application_train.csv: 1 rows hold a number of 1,000,000,000 or more: line 3, column AMT_INCOME_TOTAL: '-1e9'"));
  }

  @ParameterizedTest
  @MethodSource("passed")
  void passesAndTells(Breakage breakage, String settings, List<String> told) throws IOException {
    breakage.happensIn(directory);

    RawData data = read(settings);

    assertThat(told()).contains(told);
    long aside = data.setAside().getOrDefault("application_train", 0L);
    assertThat(data.clients()).isEqualTo(PAST + CURRENT - aside);
    assertThat(aside).isEqualTo(told().contains("set aside application_train") ? 1 : 0);
  }

  static Stream<Arguments> harmless() {
    return Stream.of(
        of(
            "Windows line ends",
            raw ->
                Files.writeString(
                    raw.resolve(BUREAU), String.join("\r\n", lines(raw, BUREAU)) + "\r\n"),
            ""),
        of(
            "every text in quotes",
            raw -> {
              List<String> lines = lines(raw, BUREAU);
              lines.replaceAll(
                  line -> line.replaceAll("(?<=^|,)([^,]*[a-z][^,]*)(?=,|$)", "\"$1\""));
              write(raw, BUREAU, lines);
            },
            ""),
        of("gzip", raw -> compress(raw, BUREAU), ""),
        of(
            "a byte order mark",
            raw -> replace(raw, BUREAU, "SK_ID_CURR,", "\uFEFFSK_ID_CURR,"),
            ""));
  }

  @ParameterizedTest
  @MethodSource("harmless")
  void makesNoDifference(Breakage breakage, String settings, List<String> told) throws IOException {
    List<String> before = bureau(read(settings));
    this.told.reset();
    breakage.happensIn(directory);

    assertThat(bureau(read(settings))).isEqualTo(before).hasSizeGreaterThan(100);
    assertThat(told()).doesNotContain("warning").doesNotContain("bureau.csv: 0");
  }

  private static List<String> bureau(RawData data) {
    return data.tables().stream()
        .filter(table -> table.file().table().name().equals("bureau"))
        .flatMap(table -> table.rows().orderBy("SK_ID_BUREAU").collectAsList().stream())
        .map(Object::toString)
        .toList();
  }

  private RawData read(String settings) throws IOException {
    InputSettings inputs = SmallSettings.inputs(own, settings);
    PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
    try (Cache cache = Cache.of(Caching.UNCHANGED_TABLES, kept, line -> {})) {
      SetAside aside = SetAside.of(inputs, "20260101T000000Z-000001", out::println);
      return new Stages(out)
          .run(
              "read",
              stage ->
                  RawData.read(
                      new RawDirectory(directory),
                      new RawReader(spark(), inputs, cache, aside),
                      stage));
    }
  }

  private String told() {
    return told.toString(StandardCharsets.UTF_8);
  }

  private static List<String> lines(Path raw, String file) throws IOException {
    return new ArrayList<>(Files.readAllLines(raw.resolve(file)));
  }

  private static void write(Path raw, String file, List<String> lines) throws IOException {
    Files.writeString(raw.resolve(file), String.join("\n", lines) + "\n");
  }

  private static void replace(Path raw, String file, String from, String to) throws IOException {
    String text = Files.readString(raw.resolve(file));
    assertThat(text).contains(from);
    Files.writeString(raw.resolve(file), text.replaceFirst(from, to));
  }

  private static void cut(Path raw, String file, int bytes) throws IOException {
    byte[] whole = Files.readAllBytes(raw.resolve(file));
    Files.write(raw.resolve(file), Arrays.copyOf(whole, whole.length - bytes));
  }

  private static void encode(Path raw, String file, Charset charset) throws IOException {
    Files.write(raw.resolve(file), Files.readString(raw.resolve(file)).getBytes(charset));
  }

  private static void compress(Path raw, String file) throws IOException {
    try (OutputStream out =
        new GZIPOutputStream(Files.newOutputStream(raw.resolve(file + ".gz")))) {
      Files.copy(raw.resolve(file), out);
    }
    Files.delete(raw.resolve(file));
  }

  /** Puts a text into a column of every row. */
  private static void field(Path raw, String file, String column, String text) throws IOException {
    List<String> lines = lines(raw, file);
    for (int number = 2; number <= lines.size(); number++) {
      set(lines, number, column, text);
    }
    write(raw, file, lines);
  }

  /** Puts a text into a column of one line, the header being line 1. */
  private static void field(Path raw, int number, String file, String column, String text)
      throws IOException {
    List<String> lines = lines(raw, file);
    set(lines, number, column, text);
    write(raw, file, lines);
  }

  private static void set(List<String> lines, int number, String column, String text) {
    int place = List.of(lines.get(0).split(",")).indexOf(column);
    // Fields with commas in quotes stay whole.
    String[] fields = lines.get(number - 1).split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
    fields[place] = text;
    lines.set(number - 1, String.join(",", fields));
  }
}
