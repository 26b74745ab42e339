package org.creditscoring.notebooks.interpreter.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.zeppelin.display.GUI;
import org.apache.zeppelin.interpreter.InterpreterContext;
import org.apache.zeppelin.interpreter.InterpreterException;
import org.apache.zeppelin.interpreter.InterpreterResult;
import org.apache.zeppelin.interpreter.InterpreterResult.Code;
import org.apache.zeppelin.user.AuthenticationInfo;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Over a snapshot of three clients and two features. */
class SqlInterpreterTest {
  private static final String ID = "20261122T193200Z-5f0c9a";
  private static final AuthenticationInfo MODELLER =
      new AuthenticationInfo("mona", Set.of("modeller"), "ticket");
  @TempDir Path folder;
  private Path snapshot;
  private SqlInterpreter interpreter;

  @BeforeEach
  void open() throws Exception {
    snapshot = folder.resolve("snapshots").resolve(ID);
    Files.createDirectories(snapshot.resolve("clients"));
    Files.writeString(folder.resolve("snapshots/CURRENT"), ID + "\n");
    Files.writeString(
        snapshot.resolve("manifest.json"),
        "{\"features\":[\"AGE\",\"EXT\"],\"inputs\":[\"RAW\"],\"forbidden\":[]}");
    Files.writeString(folder.resolve("secret.csv"), "a,b\n1,2\n");
    parquet(
        "(VALUES (1, 0.02, [40, 0.5, 7]::FLOAT[], [0.1, -0.2]::FLOAT[]),"
            + " (2, 0.20, [25, 0.1, 8]::FLOAT[], [0.3, 0.9]::FLOAT[]),"
            + " (3, 0.05, [33, NULL, 9]::FLOAT[], [0.0, 0.1]::FLOAT[]))"
            + " AS t(id, probability, \"values\", contributions)",
        "clients/part-00000.parquet");
    parquet("(VALUES ('AGE', 0.4)) AS t(name, share)", "features.parquet");
    interpreter = interpreter(Map.of());
  }

  private void parquet(String rows, String file) throws SQLException {
    try (Connection engine = DriverManager.getConnection("jdbc:duckdb:");
        Statement writing = engine.createStatement()) {
      writing.execute("COPY (SELECT * FROM " + rows + ") TO '" + snapshot.resolve(file) + "'");
    }
  }

  private SqlInterpreter interpreter(Map<String, String> more) throws InterpreterException {
    Properties properties = new Properties();
    properties.put("credit.snapshots", folder.resolve("snapshots").toString());
    properties.putAll(more);
    SqlInterpreter opened = new SqlInterpreter(properties);
    opened.open();
    return opened;
  }

  @AfterEach
  void close() {
    interpreter.close();
  }

  private InterpreterResult run(String statement, AuthenticationInfo user, String... fields) {
    GUI gui = new GUI();
    Map<String, Object> params = new HashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      params.put(fields[i], fields[i + 1]);
    }
    gui.setParams(params);
    return interpreter.interpret(
        statement,
        InterpreterContext.builder()
            .setNoteId("CREDIT008")
            .setParagraphId("p")
            .setAuthenticationInfo(user)
            .setGUI(gui)
            .build());
  }

  private static String words(InterpreterResult result) {
    return Jsoup.parse(result.message().get(0).getData()).text();
  }

  private static java.util.List<String> rows(InterpreterResult result) {
    return Jsoup.parse(result.message().get(0).getData()).select("tbody tr").eachText();
  }

  @Test
  void tablesAndFeaturesAreThereByName() {
    assertThat(rows(run("SELECT id, probability FROM clients ORDER BY id", MODELLER)))
        .containsExactly("1 0.02", "2 0.20", "3 0.05");
    assertThat(rows(run("SELECT id, AGE, \"RAW\" FROM client_values WHERE AGE > 30", MODELLER)))
        .containsExactly("1 40.0 7.0", "3 33.0 9.0");
    assertThat(rows(run("SELECT EXT FROM client_contributions ORDER BY 1 DESC LIMIT 1", MODELLER)))
        .containsExactly("0.9");
    assertThat(rows(run("WITH f AS (FROM features) SELECT name FROM f", MODELLER)))
        .containsExactly("AGE");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY clients TO 'SNAPSHOT/out.csv'",
        "CREATE TABLE t AS SELECT 1",
        "CREATE OR REPLACE VIEW clients AS SELECT 1 AS id",
        "DROP VIEW clients",
        "INSERT INTO clients VALUES (1)",
        "ATTACH 'SNAPSHOT/x.db'",
        "EXPORT DATABASE 'SNAPSHOT/x'",
        "SET enable_external_access=true",
        "RESET lock_configuration",
        "PRAGMA version",
        "INSTALL httpfs",
        "LOAD json",
        "CALL pragma_version()",
        "SELECT 1; SELECT 2",
        "SELECT 1; COPY clients TO 'SNAPSHOT/out.csv'",
        "EXPLAIN ANALYZE COPY clients TO 'SNAPSHOT/out.csv'",
        "SELECT * FROM 'FOLDER/secret.csv'",
        "SELECT * FROM read_csv('FOLDER/secret.csv')",
        "SELECT * FROM read_text('/etc/passwd')",
        "SELECT * FROM read_text('SNAPSHOT/../../secret.csv')",
        "SELECT * FROM glob('/etc/*')",
        "SELECT * FROM read_parquet('https://example.org/x.parquet')",
        "FROM sniff_csv('FOLDER/secret.csv')",
        "SELECT * FROM enable_logging('QueryLog', storage='file', storage_path='SNAPSHOT/ql')",
        "WITH x AS MATERIALIZED (SELECT * FROM enable_logging('QueryLog', storage='file',"
            + " storage_path='SNAPSHOT/ql')) SELECT (SELECT count(*) FROM x)",
        "SELECT * FROM json_execute_serialized_sql(json_serialize_sql('select 42'))"
      })
  void nothingButOneSelectOverTheSnapshotRuns(String statement) throws IOException {
    Map<String, Long> before = files();

    InterpreterResult result =
        run(
            statement.replace("SNAPSHOT", snapshot.toString()).replace("FOLDER", folder.toString()),
            MODELLER);

    assertThat(result.code()).as(words(result)).isEqualTo(Code.ERROR);
    assertThat(words(result)).startsWith("Not run: ").doesNotContain("a,b");
    assertThat(files()).isEqualTo(before);
  }

  private Map<String, Long> files() throws IOException {
    Map<String, Long> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path file : all.toList()) {
        files.put(file.toString(), Files.isDirectory(file) ? -1 : Files.size(file));
      }
    }
    return files;
  }

  @Test
  void anAnalystIsRefusedWhateverHeSends() {
    InterpreterResult result =
        run(
            "SELECT 1",
            new AuthenticationInfo("anna", Set.of("analyst"), "ticket"),
            "view",
            "report",
            "statement",
            "SELECT id FROM clients");

    assertThat(result.code()).isEqualTo(Code.ERROR);
    assertThat(words(result)).contains("for modellers").doesNotContain("2");
  }

  @Test
  void aRoleInZeppelinsOwnFileCounts() throws IOException {
    Path users =
        Files.writeString(
            folder.resolve("shiro.ini"),
            "[main]\nmona = x, modeller\n[users]\nanna = hash, analyst\nmax = hash, analyst, modeller\n");
    Modellers modellers = new Modellers("modeller, admin", users);

    assertThat(modellers.include(new AuthenticationInfo("max"))).isTrue();
    assertThat(modellers.include(new AuthenticationInfo("anna"))).isFalse();
    assertThat(modellers.include(new AuthenticationInfo("mona"))).isFalse();
    assertThat(modellers.include(new AuthenticationInfo("admin"))).isTrue();
    assertThat(modellers.include(AuthenticationInfo.ANONYMOUS)).isFalse();
    assertThat(modellers.include(null)).isFalse();
  }

  @Test
  void theReportViewSendsTheStatementAsAField() {
    InterpreterResult result =
        run(
            "SELECT count(*) AS clients FROM clients",
            MODELLER,
            "view",
            "report",
            "statement",
            "SELECT max(id) AS last FROM clients");

    assertThat(rows(result)).containsExactly("3");
    assertThat(result.message().get(0).getData()).contains("data-form=");
  }

  @Test
  void aLongAnswerIsCutAndSaysSo() throws Exception {
    interpreter.close();
    interpreter = interpreter(Map.of("credit.sql.rows", "2"));

    InterpreterResult result = run("SELECT id FROM clients ORDER BY id", MODELLER);

    assertThat(rows(result)).containsExactly("1", "2");
    assertThat(words(result)).contains("The first 2 rows; there are more");
  }

  @Test
  void anEndlessStatementIsStopped() throws Exception {
    interpreter.close();
    interpreter = interpreter(Map.of("credit.sql.seconds", "1"));

    InterpreterResult result =
        run(
            "SELECT count(*) FROM range(1000000) a, range(1000000) b WHERE a.range * b.range % 7 = 3",
            MODELLER);

    assertThat(words(result)).startsWith("Stopped: ");
  }

  @Test
  void withoutASnapshotItSaysWhatToDo() throws IOException {
    Files.delete(folder.resolve("snapshots/CURRENT"));

    assertThat(words(run("SELECT 1", MODELLER))).contains("./credit refresh");
  }

  @Test
  void aHostileValueIsText() {
    String data =
        run("SELECT '<script>alert(1)</script>' AS x", MODELLER).message().get(0).getData();

    assertThat(data).doesNotContain("<script>alert");
  }
}
