package org.creditscoring.pipeline.raw;

import com.univocity.parsers.csv.CsvParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a second, plain pass over a file finds: the tasks that parse it count the rows that there is
 * something to tell about, and none knows how many lines stand before its own.
 *
 * @param bad the first {@value #MOST} rows that are set aside
 * @param huge the first {@value #SHOWN} rows with a huge number
 */
record SecondLook(List<BadRow> bad, List<BadRow> huge) {
  /** Beyond so many bad rows it is the file that must be mended and no row. */
  static final int MOST = 10_000;

  static final int SHOWN = 5;

  /**
   * @param bad rows to be found
   * @param huge rows to be found
   * @throws org.creditscoring.pipeline.run.BadDataException if the file cannot be read
   */
  static SecondLook at(RawFile file, RowRules rules, long bad, long huge) {
    SecondLook found = new SecondLook(new ArrayList<>(), new ArrayList<>());
    CsvParser parser = CsvLine.parser();
    try (BufferedReader lines = file.lines()) {
      lines.readLine();
      long number = 1;
      while (found.bad.size() < Math.min(bad, MOST) || found.huge.size() < Math.min(huge, SHOWN)) {
        String line = lines.readLine();
        if (line == null) {
          break;
        }
        number++;
        // As Spark and the first pass leave lines out.
        if (!line.trim().isEmpty()) {
          found.judge(rules, file, number, line, parser);
        }
      }
    } catch (IOException e) {
      throw file.unreadable(e);
    }
    return found;
  }

  private void judge(RowRules rules, RawFile file, long number, String line, CsvParser parser) {
    RowRules.Verdict verdict = rules.judge(line, parser);
    if (verdict.bad() && bad.size() < MOST) {
      bad.add(new BadRow(file.name(), number, verdict.column(), verdict.reason(), line));
    } else if (verdict.huge() && huge.size() < SHOWN) {
      huge.add(new BadRow(file.name(), number, verdict.column(), verdict.reason(), line));
    }
  }
}
