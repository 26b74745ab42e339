package org.creditscoring.notebooks.interpreter.sql;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.creditscoring.notebooks.interpreter.sql.SqlRefusedException.Reason;

/** The tables of the published snapshot as views: name to the query behind it. */
final class SnapshotTables {
  private static final ObjectMapper JSON = new ObjectMapper();
  private final Path snapshot;

  private SnapshotTables(Path snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The snapshot that CURRENT names now.
   *
   * @param snapshots directory of all
   */
  static SnapshotTables current(Path snapshots) throws SqlRefusedException {
    try {
      String id = Files.readString(snapshots.resolve("CURRENT")).trim();
      // An id is one plain name: whatever else stands there must not lead out of the directory.
      if (id.matches("[0-9A-Za-z-]+") && Files.isDirectory(snapshots.resolve(id))) {
        return new SnapshotTables(snapshots.resolve(id).toRealPath());
      }
    } catch (IOException notThere) {
      throw new SqlRefusedException(Reason.NO_SNAPSHOT, snapshots.toString());
    }
    throw new SqlRefusedException(Reason.NO_SNAPSHOT, snapshots.toString());
  }

  Path directory() {
    return snapshot;
  }

  Map<String, String> views() throws SqlRefusedException {
    Map<String, String> views = new LinkedHashMap<>();
    views.put("clients", "SELECT * FROM read_parquet(" + quoted("clients/*.parquet") + ")");
    try (Stream<Path> files = Files.list(snapshot)) {
      for (Path file : files.sorted().collect(Collectors.toList())) {
        String name = file.getFileName().toString();
        if (name.matches("[a-z]+\\.parquet")) {
          String table = name.substring(0, name.indexOf('.'));
          views.put(table, "SELECT * FROM read_parquet(" + quoted(name) + ")");
        }
      }
      JsonNode manifest = JSON.readTree(snapshot.resolve("manifest.json").toFile());
      List<String> features = names(manifest, "features");
      List<String> values = new ArrayList<>(features);
      values.addAll(names(manifest, "inputs"));
      values.addAll(names(manifest, "forbidden"));
      views.put("client_values", wide("values", values));
      views.put("client_contributions", wide("contributions", features));
    } catch (IOException e) {
      throw new SqlRefusedException(Reason.NO_SNAPSHOT, snapshot.toString());
    }
    return views;
  }

  /** A column per element of a list, because nobody knows a feature by its number. */
  private static String wide(String list, List<String> names) {
    StringBuilder select = new StringBuilder("SELECT id");
    for (int i = 0; i < names.size(); i++) {
      select.append(", \"").append(list).append("\"[").append(i + 1).append("] AS \"");
      select.append(names.get(i).replace("\"", "\"\"")).append('"');
    }
    return select.append(" FROM clients").toString();
  }

  private static List<String> names(JsonNode manifest, String block) {
    List<String> names = new ArrayList<>();
    manifest.path(block).forEach(name -> names.add(name.asText()));
    return names;
  }

  private String quoted(String file) {
    return literal(snapshot.resolve(file).toString());
  }

  /** As an SQL text. */
  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }
}
