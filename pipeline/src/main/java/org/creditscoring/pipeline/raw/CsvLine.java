package org.creditscoring.pipeline.raw;

import com.univocity.parsers.csv.CsvParser;
import com.univocity.parsers.csv.CsvParserSettings;
import java.util.Map;

/** How a line of the raw tables is cut into fields. */
final class CsvLine {
  /** Quotes are doubled inside quotes, as spreadsheets and the publisher write them. */
  static final Map<String, String> SPARK_OPTIONS =
      Map.of("header", "true", "sep", ",", "quote", "\"", "escape", "\"", "encoding", "UTF-8");

  private static final int MOST_COLUMNS = 20_480;

  private CsvLine() {}

  /** A parser of single lines; not for use by several threads. */
  static CsvParser parser() {
    CsvParserSettings settings = new CsvParserSettings();
    settings.getFormat().setDelimiter(',');
    settings.getFormat().setQuote('"');
    settings.getFormat().setQuoteEscape('"');
    settings.getFormat().setComment('\0');
    settings.setMaxColumns(MOST_COLUMNS);
    settings.setMaxCharsPerColumn(-1);
    settings.setNullValue("");
    settings.setEmptyValue("");
    settings.setIgnoreLeadingWhitespaces(false);
    settings.setIgnoreTrailingWhitespaces(false);
    return new CsvParser(settings);
  }
}
