package org.creditscoring.pipeline.raw;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.lit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.types.DataTypes;
import org.creditscoring.data.HomeCredit;
import org.creditscoring.data.Table;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.pipeline.run.Stages;

/**
 * Every raw table of a refresh, read and checked.
 *
 * @param applications past and current clients: {@value #ID}, {@value #OUTCOME}, then the columns
 *     of the application table but its id and outcome
 * @param clients rows of {@code applications}
 * @param history the other tables that are there
 * @param absent names of the tables that are not
 */
public record RawData(
    Dataset<Row> applications, long clients, List<RawTable> history, List<String> absent) {
  public static final String ID = "id";
  public static final String OUTCOME = "outcome";
  private static final String CLIENT = "SK_ID_CURR";

  public RawData {
    history = List.copyOf(history);
    absent = List.copyOf(absent);
  }

  /**
   * Reads whatever tables a directory holds.
   *
   * @throws BadDataException as {@link RawReader#read} does, or if a client has two applications
   */
  public static RawData read(RawDirectory directory, RawReader reader, Stages.Stage stage) {
    List<RawTable> applications = new ArrayList<>();
    List<RawTable> history = new ArrayList<>();
    List<String> absent = new ArrayList<>();
    for (Table table : HomeCredit.all()) {
      boolean application =
          table == HomeCredit.APPLICATION_TRAIN || table == HomeCredit.APPLICATION_TEST;
      Optional<RawFile> file = directory.file(table);
      if (file.isEmpty()) {
        stage.warn(
            table.name()
                + " is absent: its "
                + (application ? "clients" : "features")
                + " are missing");
        absent.add(table.name());
      } else if (application) {
        applications.add(reader.read(file.get(), RawReader.Keep.PARSED_ROWS, stage));
      } else {
        history.add(reader.read(file.get(), RawReader.Keep.NOTHING, stage));
      }
    }
    Dataset<Row> clients =
        applications.stream().map(RawData::application).reduce(Dataset::union).orElseThrow();
    Keys.requireUnique(clients, List.of(ID), CLIENT, "application_train and application_test");
    long count = applications.stream().mapToLong(RawTable::count).sum();
    return new RawData(clients, count, history, absent);
  }

  private static Dataset<Row> application(RawTable raw) {
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
