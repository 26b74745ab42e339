package org.creditscoring.notebooks.interpreter.sql;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.creditscoring.notebooks.interpreter.sql.SqlRefusedException.Reason;

/**
 * One SELECT over the published snapshot, in an engine of its own that sees that directory and
 * nothing else: DuckDB in memory, its file system locked before the statement is run.
 */
final class SnapshotSql {
  private static final Set<String> ROW_MAKERS = Set.of("range", "generate_series", "unnest");

  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path snapshots;
  private final String memory;

  /**
   * @param memory most that a statement may use, as DuckDB writes it: 512MB
   */
  SnapshotSql(Path snapshots, String memory) {
    this.snapshots = snapshots;
    this.memory = memory;
  }

  /** What came out; {@code more} where rows were left out. */
  static final class Answer {
    private final List<String> columns;
    private final List<List<Object>> rows;
    private final boolean more;

    private Answer(List<String> columns, List<List<Object>> rows, boolean more) {
      this.columns = columns;
      this.rows = rows;
      this.more = more;
    }

    List<String> columns() {
      return columns;
    }

    /** Values may be null. */
    List<List<Object>> rows() {
      return rows;
    }

    boolean more() {
      return more;
    }
  }

  /**
   * @param watch is given the running statement, to cancel it
   * @param most rows
   * @throws SqlRefusedException when it is not one SELECT, is wrong, or was cancelled
   */
  Answer ask(String statement, int most, Watch watch) throws SqlRefusedException {
    SnapshotTables tables = SnapshotTables.current(snapshots);
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:")) {
      prepare(engine, tables);
      requireOneSelect(engine, statement);
      try (Statement running = engine.createStatement()) {
        watch.started(running);
        try (ResultSet results = running.executeQuery(statement)) {
          return read(results, most);
        } finally {
          watch.ended();
        }
      }
    } catch (SQLException e) {
      String message = String.valueOf(e.getMessage());
      boolean stopped = message.contains("INTERRUPT") || message.contains("Interrupted");
      throw new SqlRefusedException(stopped ? Reason.STOPPED : Reason.WRONG, message);
    }
  }

  /** Who may stop a statement. */
  interface Watch {
    void started(Statement statement);

    void ended();
  }

  private void prepare(Connection engine, SnapshotTables tables)
      throws SQLException, SqlRefusedException {
    try (Statement setting = engine.createStatement()) {
      setting.execute("SET memory_limit=" + SnapshotTables.literal(memory));
      setting.execute("SET threads=2");
      setting.execute("SET autoinstall_known_extensions=false");
      setting.execute("SET autoload_known_extensions=false");
      for (Map.Entry<String, String> view : tables.views().entrySet()) {
        setting.execute("CREATE VIEW " + view.getKey() + " AS " + view.getValue());
      }
      setting.execute("SET temp_directory=''");
      String directory = SnapshotTables.literal(tables.directory() + "/");
      setting.execute("SET allowed_directories=[" + directory + "]");
      setting.execute("SET enable_external_access=false");
      // Last: from here on nothing of the above can be taken back.
      setting.execute("SET lock_configuration=true");
    }
  }

  /**
   * By the engine's own parser, which serialises SELECT statements only: the lock of the file
   * system alone would still allow a COPY … TO within the snapshot.
   */
  private static void requireOneSelect(Connection engine, String statement)
      throws SQLException, SqlRefusedException {
    try (PreparedStatement parsing =
        engine.prepareStatement("SELECT json_serialize_sql(?::VARCHAR)")) {
      parsing.setString(1, statement);
      try (ResultSet parsed = parsing.executeQuery()) {
        parsed.next();
        JsonNode tree = JSON.readTree(parsed.getString(1));
        if (tree.path("error").asBoolean()) {
          boolean wrong = tree.path("error_type").asText().equals("parser");
          throw new SqlRefusedException(
              wrong ? Reason.WRONG : Reason.NOT_A_SELECT, tree.path("error_message").asText());
        }
        if (tree.path("statements").size() != 1) {
          throw new SqlRefusedException(Reason.NOT_A_SELECT, "");
        }
        requireTablesOnly(tree);
      } catch (JsonProcessingException e) {
        throw new SqlRefusedException(Reason.WRONG, e.getMessage());
      }
    }
  }

  /**
   * A SELECT may call functions that act: enable_logging writes files, and
   * json_execute_serialized_sql runs what no parser has seen. What stands where a table would is a
   * table, a subquery, or one of a few functions that only make rows.
   */
  private static void requireTablesOnly(JsonNode tree) throws SqlRefusedException {
    if (tree.path("type").asText().equals("TABLE_FUNCTION")) {
      String function = tree.path("function").path("function_name").asText();
      if (!ROW_MAKERS.contains(function.toLowerCase(Locale.ROOT))) {
        throw new SqlRefusedException(
            Reason.WRONG, "the function " + function + " is not open here; ask the tables by name");
      }
    }
    for (JsonNode part : tree) {
      requireTablesOnly(part);
    }
  }

  private static Answer read(ResultSet results, int most) throws SQLException {
    ResultSetMetaData about = results.getMetaData();
    List<String> columns = new ArrayList<>();
    for (int i = 1; i <= about.getColumnCount(); i++) {
      columns.add(about.getColumnLabel(i));
    }
    List<List<Object>> rows = new ArrayList<>();
    boolean more = false;
    while (results.next()) {
      if (rows.size() == most) {
        more = true;
        break;
      }
      List<Object> row = new ArrayList<>();
      for (int i = 1; i <= columns.size(); i++) {
        row.add(results.getObject(i));
      }
      rows.add(row);
    }
    return new Answer(columns, rows, more);
  }
}
