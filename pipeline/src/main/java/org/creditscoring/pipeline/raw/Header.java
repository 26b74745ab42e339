package org.creditscoring.pipeline.raw;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.creditscoring.data.Column;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * The first line of a raw file, in the order of the file.
 *
 * @param names as written
 */
record Header(List<String> names) {
  private static final String BYTE_ORDER_MARK = "\uFEFF";

  Header {
    names = List.copyOf(names);
  }

  /**
   * Reads and checks the header.
   *
   * @throws BadDataException if there is none, a column is missing, or a name is there twice
   */
  static Header read(RawFile file) {
    String line;
    try (BufferedReader lines = file.lines()) {
      line = lines.readLine();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    if (line == null || line.isBlank()) {
      throw new BadDataException(
          file.path() + " is empty: it has no header. Remove the file if the table is absent.");
    }
    Header header =
        new Header(Arrays.asList(CsvLine.parser().parseLine(line.replace(BYTE_ORDER_MARK, ""))));
    header.check(file);
    return header;
  }

  /** Names that the table does not have, in the order of the file. */
  List<String> unknown(Table table) {
    return names.stream().filter(name -> !table.header().contains(name)).toList();
  }

  private void check(RawFile file) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      if (!seen.add(name) && file.table().header().contains(name)) {
        throw new BadDataException(file.name() + " line 1: column " + name + " is there twice");
      }
    }
    for (Column column : file.table().columns()) {
      if (!seen.contains(column.name())) {
        throw new BadDataException(
            file.name()
                + " line 1: column "
                + column.name()
                + " is missing; the nearest name in the header is '"
                + nearest(column.name())
                + "'. The file must have every column of its table, in any order.");
      }
    }
  }

  private String nearest(String wanted) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return names.stream()
        .min(Comparator.comparingInt(name -> distance.apply(name, wanted)))
        .orElseThrow();
  }
}
