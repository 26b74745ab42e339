package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.run.Stages;
import org.creditscoring.pipeline.run.Together;

/**
 * Every raw table of a refresh, read and checked.
 *
 * @param applications past and current clients: {@value #ID}, {@value #OUTCOME}, then the columns
 *     of the application table but its id and outcome
 * @param clients rows of {@code applications}
 * @param history the other tables that are there
 * @param absent names of the tables that are not
 * @param fingerprint of all files together, 64 hexadecimal digits
 */
public record RawData(
    Dataset<Row> applications,
    long clients,
    List<RawTable> history,
    List<String> absent,
    String fingerprint) {
  public static final String ID = "id";
  public static final String OUTCOME = "outcome";
  private static final String CLIENT = "SK_ID_CURR";

  public RawData {
    history = List.copyOf(history);
    absent = List.copyOf(absent);
  }

  /** Good rows of all tables. */
  public long rows() {
    return clients + history.stream().mapToLong(RawTable::count).sum();
  }

  /**
   * Reads whatever tables a directory holds, several at once.
   *
   * @throws BadDataException as {@link RawReader#read} does, or if a client has two applications
   */
  public static RawData read(RawDirectory directory, RawReader reader, Stages.Stage stage) {
    List<String> absent = new ArrayList<>();
    for (Table table : HomeCredit.all()) {
      if (directory.file(table).isEmpty()) {
        stage.warn(
            table.name()
                + " is absent: its "
                + (application(table) ? "clients" : "features")
                + " are missing");
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
        tables.stream().filter(raw -> !application(raw.file().table())).toList(),
        absent,
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
