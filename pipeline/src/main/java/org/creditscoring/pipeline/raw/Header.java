package org.creditscoring.pipeline.raw;

import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.text.similarity.LevenshteinDistance;
import org.creditscoring.data.Column;
import org.creditscoring.pipeline.cache.Entry;
import org.creditscoring.pipeline.run.BadDataException;

/**
 * The first line of a raw file, in the order of the file.
 *
 * @param names as written
 */
record Header(List<String> names) {
  private static final int SHOWN = 40;
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
    requireText(file, line);
    Header header =
        new Header(Arrays.asList(CsvLine.parser().parseLine(line.replace(BYTE_ORDER_MARK, ""))));
    header.check(file);
    return header;
  }

  private static void requireText(RawFile file, String line) {
    if (line.indexOf('\0') >= 0) {
      throw new BadDataException(
          file.name()
              + " line 1 holds zero bytes: the text is UTF-16 or UTF-32. Save it again as UTF-8.");
    }
    if (line.contains(RowRules.NO_TEXT)) {
      throw new BadDataException(
          file.name() + " line 1 holds bytes that are not UTF-8. Save the file again as UTF-8.");
    }
  }

  /** What there is to tell before a row is read. */
  List<Entry.Note> findings(RawFile file) {
    List<Entry.Note> findings = new ArrayList<>();
    List<String> unknown =
        names.stream().filter(name -> !file.table().header().contains(name)).toList();
    if (!unknown.isEmpty()) {
      findings.add(
          Finding.NEW_COLUMN.note(
              file.name() + ": columns not known are ignored: " + String.join(", ", unknown)));
    }
    FileEnd.finding(file, this).ifPresent(findings::add);
    return findings;
  }

  private void check(RawFile file) {
    if (names.size() == 1) {
      throw new BadDataException(
          file.name()
              + " line 1 has no comma: it is one field, '"
              + shortened(names.get(0))
              + "'. Fields are separated by commas, not by semicolons or tabs.");
    }
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

  private static String shortened(String text) {
    return text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…";
  }

  private String nearest(String wanted) {
    LevenshteinDistance distance = LevenshteinDistance.getDefaultInstance();
    return names.stream()
        .min(Comparator.comparingInt(name -> distance.apply(name, wanted)))
        .orElseThrow();
  }
}
