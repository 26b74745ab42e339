package org.creditscoring.pipeline.snapshots;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.RecordFile;
import org.creditscoring.pipeline.table.RecordFileReader;

/**
 * Copies of the golden snapshot that serving's tests read: 64 made-up clients in two part files,
 * written by Spark. A copy can be changed and sealed anew, so that only what was changed is wrong.
 */
final class Golden {
  static final Path FIRST =
      Path.of("../serving/src/test/resources/golden/format-1/20260102T030405Z-00901d");
  static final Path LATER =
      Path.of("../serving/src/test/resources/golden/format-1-later/20260102T030405Z-00901d");
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path path;

  private Golden(Path path) {
    this.path = path;
  }

  /** A copy under an id of its own. */
  static Golden publish(Path snapshots, String id) throws IOException {
    return copy(LATER, snapshots.resolve(id), id);
  }

  /** A copy that a gate has stopped. */
  static Golden hold(Path snapshots, String id) throws IOException {
    return copy(LATER, snapshots.resolve(".held-" + id), id);
  }

  static void makeCurrent(Path snapshots, String id) throws IOException {
    Files.writeString(snapshots.resolve("CURRENT"), id + "\n");
  }

  private static Golden copy(Path golden, Path target, String id) throws IOException {
    try (Stream<Path> files = Files.walk(golden)) {
      for (Path file : files.toList()) {
        Files.copy(file, target.resolve(golden.relativize(file).toString()));
      }
    }
    return new Golden(target).manifest(manifest -> manifest.put("snapshotId", id));
  }

  Path path() {
    return path;
  }

  /** Changes fields of the manifest. */
  Golden manifest(Consumer<ObjectNode> change) throws IOException {
    Path file = path.resolve("manifest.json");
    ObjectNode manifest = (ObjectNode) JSON.readTree(file.toFile());
    change.accept(manifest);
    JSON.writeValue(file.toFile(), manifest);
    return this;
  }

  /** Changes the clients of one part. */
  Golden clients(int part, UnaryOperator<List<ScoredClient>> change) throws IOException {
    return table("clients/part-%05d.parquet".formatted(part), ScoredClient.class, change);
  }

  /** Changes one component of one client. */
  Golden client(int id, String component, Object value) throws IOException {
    return clients(
        id / 65_536,
        clients ->
            clients.stream()
                .map(client -> client.id() == id ? with(client, component, value) : client)
                .toList());
  }

  /** Changes the rows of a table. */
  <R extends Record> Golden table(String file, Class<R> type, UnaryOperator<List<R>> change)
      throws IOException {
    Path table = path.resolve(file);
    List<R> rows = change.apply(new ArrayList<>(RecordFileReader.all(table, type)));
    Files.delete(table);
    RecordFile.write(table, rows, type);
    return sealed();
  }

  /** Lists the files as they are now. */
  Golden sealed() throws IOException {
    ArrayNode files = JSON.createArrayNode();
    try (Stream<Path> all = Files.walk(path)) {
      for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
        byte[] bytes = Files.readAllBytes(file);
        String name = path.relativize(file).toString();
        if (!name.equals("manifest.json")) {
          files
              .addObject()
              .put("path", name)
              .put("bytes", bytes.length)
              .put("sha256", HexFormat.of().formatHex(sha256().digest(bytes)));
        }
      }
    }
    return manifest(manifest -> manifest.set("files", files));
  }

  /** The same record but for one component. */
  static <R extends Record> R with(R row, String component, Object value) {
    RecordComponent[] components = row.getClass().getRecordComponents();
    try {
      Object[] values = new Object[components.length];
      for (int i = 0; i < values.length; i++) {
        boolean changed = components[i].getName().equals(component);
        values[i] = changed ? value : components[i].getAccessor().invoke(row);
      }
      Class<?>[] types =
          Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
      @SuppressWarnings("unchecked") // The class of a row is that of its type.
      R changed = (R) row.getClass().getDeclaredConstructor(types).newInstance(values);
      return changed;
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }
}
