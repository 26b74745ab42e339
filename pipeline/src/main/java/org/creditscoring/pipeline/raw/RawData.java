package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.snapshot.GateReport.TableRows;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.Reaction;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.Together;

/**
 * Every raw table of a refresh, read and checked.
 *
 * @param applications past and current clients: {@value #ID}, {@value #OUTCOME}, then the columns
 *     of the application table but its id and outcome
 * @param clients rows of {@code applications}
 * @param tables that are there, in the order of {@link HomeCredit#all}
 * @param absent names of the tables that are not
 * @param counts rows of every table that is there, in the order of {@link HomeCredit}
 * @param fingerprint of all files together, 64 hexadecimal digits
 */
public record RawData(
    Dataset<Row> applications,
    long clients,
    List<RawTable> tables,
    List<String> absent,
    List<TableRows> counts,
    String fingerprint) {
  public static final String ID = "id";
  public static final String OUTCOME = "outcome";
  private static final String CLIENT = "SK_ID_CURR";

  public RawData {
    tables = List.copyOf(tables);
    absent = List.copyOf(absent);
    counts = List.copyOf(counts);
  }

  /** Good rows of all tables. */
  public long rows() {
    return tables.stream().mapToLong(RawTable::count).sum();
  }

  /** The tables that are there but those of the applications. */
  public List<RawTable> history() {
    return tables.stream().filter(raw -> !application(raw.file().table())).toList();
  }

  /** How many rows were set aside, by the table's name; without tables of which none was. */
  public Map<String, Long> setAside() {
    Map<String, Long> counts = new TreeMap<>();
    tables.stream()
        .filter(raw -> raw.setAside() > 0)
        .forEach(raw -> counts.put(raw.file().table().name(), raw.setAside()));
    return counts;
  }

  /**
   * To be asked before what was made of the tables is published.
   *
   * @throws BadDataException if a file is not the one that was read, is gone, or has come since
   */
  public void requireSame(RawDirectory directory) {
    for (RawTable table : tables) {
      table.fingerprint().requireSame(table.file());
    }
    for (String name : absent) {
      HomeCredit.all().stream()
          .filter(table -> table.name().equals(name))
          .flatMap(table -> directory.file(table).stream())
          .forEach(
              file -> {
                throw new BadDataException(
                    file.path()
                        + " was not there when the run began: the tables were perhaps still being copied. Run again when they are whole.");
              });
    }
  }

  /**
   * Reads whatever tables a directory holds, several at once.
   *
   * @throws BadDataException as {@link RawReader#read} does, if a client has two applications, or
   *     if a table is absent and may not be
   */
  public static RawData read(RawDirectory directory, RawReader reader, Stages.Stage stage) {
    List<String> absent = new ArrayList<>();
    for (Table table : HomeCredit.all()) {
      if (directory.file(table).isEmpty()) {
        String told =
            table.name()
                + " is absent: its "
                + (application(table) ? "clients" : "features")
                + " are missing";
        if (reader.settings().missingTable() == Reaction.STOP) {
          throw new BadDataException(
              told + " (the setting credit.pipeline.inputs.missingTable is stop)");
        }
        stage.warn(told);
        absent.add(table.name());
      }
    }
    List<RawFile> files = directory.files();
    stage.expect(Stages.Measure.BYTES_READ, files.stream().mapToLong(RawFile::bytes).sum());
    List<RawTable> tables =
        Together.each(reader.spark(), files, file -> reader.read(file, stage)).stream()
            .sorted(
                Comparator.comparingInt(table -> HomeCredit.all().indexOf(table.file().table())))
            .toList();
    List<RawTable> applications =
        tables.stream().filter(raw -> application(raw.file().table())).toList();
    Dataset<Row> clients =
        applications.stream().map(RawData::clients).reduce(Dataset::union).orElseThrow();
    Keys.requireUnique(clients, List.of(ID), CLIENT, "application_train and application_test");
    return new RawData(
        clients,
        applications.stream().mapToLong(RawTable::count).sum(),
        tables,
        absent,
        tables.stream()
            .map(raw -> new TableRows(raw.file().table().name(), raw.count(), raw.setAside()))
            .toList(),
        Fingerprint.of(tables));
  }

  private static boolean application(Table table) {
    return table == HomeCredit.APPLICATION_TRAIN || table == HomeCredit.APPLICATION_TEST;
  }

  private static Dataset<Row> clients(RawTable raw) {
    List<Column> columns = new ArrayList<>();
    columns.add(col(CLIENT).cast(DataTypes.IntegerType).as(ID));
    boolean past = raw.file().table() == HomeCredit.APPLICATION_TRAIN;
    columns.add(
        (past ? col(RowRules.OUTCOME) : lit(Layout.UNKNOWN_OUTCOME))
            .cast(DataTypes.ByteType)
            .as(OUTCOME));
    HomeCredit.APPLICATION_TEST.header().stream()
        .filter(name -> !name.equals(CLIENT))
        .forEach(name -> columns.add(col(name)));
    return raw.rows().select(columns.toArray(Column[]::new));
  }
}
