package org.creditscoring.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfEnvironmentVariable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The dictionary against real files, where the environment names a directory that has some. */
@EnabledIfEnvironmentVariable(
    named = "CREDIT_REAL_DATA",
    matches = ".+",
    disabledReason = "CREDIT_REAL_DATA names no directory of real rows")
class RealRowsTest {
  private static final Pattern WHOLE = Pattern.compile("-?\\d+");
  private static final Pattern DECIMAL = Pattern.compile("-?\\d+\\.\\d+(e-?\\d+)?");

  record Real(Table table, Path file) {}

  static List<Real> files() throws IOException {
    try (Stream<Path> walk = Files.walk(Path.of(System.getenv("CREDIT_REAL_DATA")), 2)) {
      List<Path> paths = walk.sorted().toList();
      List<Real> files = new ArrayList<>();
      for (Table table : HomeCredit.all()) {
        paths.stream()
            .filter(path -> path.getFileName().toString().equals(table.fileName()))
            .forEach(path -> files.add(new Real(table, path)));
      }
      assertThat(files).isNotEmpty();
      return files;
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void theDictionaryKnowsEveryColumnAndEveryValue(Real real) {
    try (Stream<String> lines = Files.lines(real.file())) {
      var rows = lines.iterator();
      assertThat(CsvLine.split(rows.next())).isEqualTo(real.table().header());
      while (rows.hasNext()) {
        List<String> row = CsvLine.split(rows.next());
        for (int i = 0; i < row.size(); i++) {
          assertFits(real.table().columns().get(i), row.get(i));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void assertFits(Column column, String value) {
    boolean fits =
        value.isEmpty()
            ? column.nullable()
            : switch (column.type()) {
              case ID, INTEGER -> WHOLE.matcher(value).matches();
              case DECIMAL -> DECIMAL.matcher(value).matches();
              case TEXT -> column.category(value).isPresent();
            };
    if (!fits) {
      throw new AssertionError("%s = \"%s\"".formatted(column, value));
    }
  }
}
