package org.creditscoring.pipeline.raw;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructType;
import org.creditscoring.data.ColumnType;
import org.creditscoring.data.Table;
import org.creditscoring.pipeline.cache.Cache;
import org.creditscoring.pipeline.cache.CachedTable;
import org.creditscoring.pipeline.cache.CodeVersion;
import org.creditscoring.pipeline.cache.Entry;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Disk;
import org.creditscoring.pipeline.run.InputSettings;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.table.ColumnFile;

/**
 * Reads raw tables with the schema that the dictionary declares; nothing is inferred. A file is
 * parsed once: its good rows are kept in the cache, by the file's fingerprint.
 */
public final class RawReader {
  private static final String IGNORED = "_ignored_";
  private static final String SET_ASIDE = "set aside ";

  /** Who changes how rows are read, or written, reads them anew. */
  private static final String VERSION = CodeVersion.of(RawReader.class, ColumnFile.class);

  private final SparkSession spark;
  private final InputSettings settings;
  private final Cache cache;
  private final SetAside setAside;

  public RawReader(SparkSession spark, InputSettings settings, Cache cache, SetAside setAside) {
    this.spark = spark;
    this.settings = settings;
    this.cache = cache;
    this.setAside = setAside;
  }

  SparkSession spark() {
    return spark;
  }

  InputSettings settings() {
    return settings;
  }

  /**
   * @throws BadDataException if the header is not the table's, the file is broken or changes under
   *     the reader, there is no row, too many rows are bad, or the settings do not let pass what
   *     there is to tell
   */
  RawTable read(RawFile file, Stages.Stage stage) throws IOException {
    Fingerprint fingerprint = Fingerprint.of(file);
    Table table = file.table();
    String key =
        Cache.key(
            fingerprint.sha256(),
            table.toString(),
            VERSION,
            spark.version(),
            String.valueOf(settings.hugeFrom()));
    Optional<CachedTable> kept = cache.find(spark, table.name(), key);
    CachedTable rows = kept.isPresent() ? kept.get() : parse(file, fingerprint, key);
    Entry entry = rows.entry();
    // Those of a table that was parsed now were judged before it was kept.
    if (kept.isPresent()) {
      judge(file, entry.rows(), entry.setAside(), entry.notes(), rows.beside(SetAside.FILE));
    }
    entry.notes().forEach(note -> stage.warn(note.text()));
    if (entry.setAside() > 0) {
      double share = (double) entry.setAside() / (entry.rows() + entry.setAside());
      stage.setAside(table.name(), entry.setAside(), share);
    }
    setAside.kept(table).ifPresent(path -> stage.say("rows set aside are kept in " + path));
    stage.say(
        String.format(
            Locale.ROOT,
            "%s: %,d rows%s",
            file.name(),
            entry.rows(),
            kept.isPresent() ? ", unchanged and not parsed again" : ""));
    return new RawTable(file, rows.rows(), entry.rows(), entry.setAside(), fingerprint, key);
  }

  private CachedTable parse(RawFile file, Fingerprint fingerprint, String key) throws IOException {
    Header header = Header.read(file);
    List<Entry.Note> notes = new ArrayList<>(header.findings(file));
    // Before minutes are spent on it.
    Finding.require(notes, settings);
    RowRules rules = new RowRules(file.table(), header, settings.hugeFrom());
    Cache.Draft draft = cache.begin(file.table().name(), key, schema(file.table()));
    ParsedFile parsed = parse(file, rules, draft);
    long rows = parsed.rows();
    long bad = parsed.bad();
    fingerprint.requireUntouched(file);
    if (rows + bad == 0) {
      throw new BadDataException(
          file.path() + " has a header and no rows. Remove the file if the table is absent.");
    }
    Optional<Path> aside = look(file, rules, bad, parsed.huge(), draft, notes);
    judge(file, rows, bad, notes, aside);
    List<String> unique = file.table().key();
    if (!unique.isEmpty()) {
      Keys.requireUnique(draft.rows(spark), unique, String.join("/", unique), file.table().name());
    }
    return draft.keep(spark, rows, bad, notes);
  }

  /** Finds the rows that there is something to tell about and writes those that are set aside. */
  private Optional<Path> look(
      RawFile file, RowRules rules, long bad, long huge, Cache.Draft draft, List<Entry.Note> notes)
      throws IOException {
    SecondLook found = SecondLook.at(file, rules, bad, huge);
    if (huge > 0) {
      notes.add(
          Finding.HUGE_NUMBER.note(
              String.format(
                  Locale.ROOT,
                  "%s: %,d rows hold a number of %,.0f or more: %s",
                  file.name(),
                  huge,
                  settings.hugeFrom(),
                  found.huge().stream().map(BadRow::place).collect(Collectors.joining("; ")))));
    }
    if (bad == 0) {
      return Optional.empty();
    }
    found.bad().stream()
        .limit(SecondLook.SHOWN)
        .forEach(row -> notes.add(Finding.SET_ASIDE.note(SET_ASIDE + row)));
    if (bad > SecondLook.SHOWN) {
      notes.add(
          Finding.SET_ASIDE.note(
              String.format(
                  Locale.ROOT,
                  SET_ASIDE + "%,d more rows of %s",
                  bad - SecondLook.SHOWN,
                  file.name())));
    }
    Path aside = draft.beside(SetAside.FILE);
    SetAside.write(aside, found.bad());
    return Optional.of(aside);
  }

  private ParsedFile parse(RawFile file, RowRules rules, Cache.Draft draft) throws IOException {
    try {
      return ParsedFile.of(spark, file, rules, settings.hugeFrom(), draft);
    } catch (Exception e) {
      // Spark throws checked exceptions that its Java signatures do not declare.
      Disk.blame(e, List.of(cache.directory()));
      if (causedByFile(e)) {
        throw file.unreadable(e);
      }
      throw e;
    }
  }

  private static StructType schema(Table table) {
    StructType schema = new StructType();
    for (String name : table.header()) {
      schema = schema.add(name, type(table, name));
    }
    return schema;
  }

  /**
   * Whole numbers of a column that may miss values are written "12.0": all numbers are read as
   * doubles.
   */
  private static DataType type(Table table, String column) {
    return table.column(column).type() == ColumnType.TEXT
        ? DataTypes.StringType
        : DataTypes.DoubleType;
  }

  /**
   * Every column of a file as Spark's own reader parses it, nothing checked: what a refresh is
   * measured against.
   */
  public static Dataset<Row> unchecked(SparkSession spark, RawFile file) {
    List<String> names = Header.read(file).names();
    StructType schema = new StructType();
    for (int i = 0; i < names.size(); i++) {
      schema =
          file.table().header().contains(names.get(i))
              ? schema.add(names.get(i), type(file.table(), names.get(i)))
              : schema.add(IGNORED + i, DataTypes.StringType);
    }
    return spark
        .read()
        .options(CsvLine.SPARK_OPTIONS)
        .schema(schema)
        .csv(new org.apache.hadoop.fs.Path(file.path().toAbsolutePath().toUri()).toString());
  }

  private static boolean causedByFile(Throwable failure) {
    return failure != null && (failure instanceof IOException || causedByFile(failure.getCause()));
  }

  /** Keeps the rows that are set aside, then stops if the settings say so. */
  private void judge(
      RawFile file, long good, long bad, List<Entry.Note> notes, Optional<Path> aside) {
    aside.ifPresent(rows -> setAside.keep(file.table(), rows));
    Finding.require(notes, settings);
    long rows = good + bad;
    if (bad > settings.maxBadShare() * rows) {
      throw new BadDataException(
          String.format(
              Locale.ROOT,
              "%s: %,d of %,d rows cannot be read (%.2f %%), more than the %.2f %% that credit.pipeline.maxBadShare allows. The first: %s%s",
              file.name(),
              bad,
              rows,
              100.0 * bad / rows,
              100 * settings.maxBadShare(),
              notes.stream()
                  .filter(Finding.SET_ASIDE::is)
                  .limit(SecondLook.SHOWN)
                  .map(note -> note.text().substring(SET_ASIDE.length()))
                  .collect(Collectors.joining("; ")),
              setAside.kept(file.table()).map(path -> ". They are kept in " + path).orElse("")));
    }
  }
}
