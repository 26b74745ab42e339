package org.creditscoring.pipeline.feature.history;

import java.util.List;
import java.util.Map;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.creditscoring.data.Table;

/** What one raw table tells of a client. */
public sealed interface HistoryTable
    permits BureauHistory, PreviousHistory, PosHistory, InstallmentHistory, CardHistory {

  /** The client's number, in every dataset of this package: an int. */
  String CLIENT = "SK_ID_CURR";

  /** How long before the application a row was, in the steps of its table: days or months. */
  String AGO = "AGO";

  /** The same in months. */
  String MONTHS_AGO = "MONTHS_AGO";

  /** The raw table that the features come from; without its rows they are all missing. */
  Table table();

  /** The raw tables that its rows are made of; all but {@link #table()} may be absent. */
  default List<Table> sources() {
    return List.of(table());
  }

  /** Its features, in catalogue order; each name begins with one prefix for the table. */
  List<HistoryFeature> features();

  /**
   * The rows that {@link #features()} aggregate: one per credit, instalment or month, with {@link
   * #CLIENT}, {@link #AGO} and {@link #MONTHS_AGO}, all rows of a client in one partition.
   *
   * @param raw rows as the files hold them, by the table's name; {@link #table()} is among them
   */
  Dataset<Row> rows(Map<String, Dataset<Row>> raw);
}
