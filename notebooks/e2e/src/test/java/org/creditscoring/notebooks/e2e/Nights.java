package org.creditscoring.notebooks.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Refreshes of a small synthetic set, one after the other, with the service up and a reader asking
 * it all along. Closing it ends the service.
 */
final class Nights implements AutoCloseable {
  private static final String CLIENTS = "2000";

  private static final List<String> LEFT_OUT =
      List.of(
          "bureau",
          "bureau_balance",
          "previous_application",
          "installments_payments",
          "credit_card_balance");

  /** What may lie beside snapshots, models and tables once a refresh has ended well. */
  private static final Set<String> LOCKS = Set.of(".lock", ".scratch.lock");

  private final Path folder;
  private final Path disk;
  private final Launcher credit;
  private final Duration first;
  private final Process service;
  private final Reader reader;

  private Nights(
      Path folder, Path disk, Launcher credit, Duration first, Process service, Reader reader) {
    this.folder = folder;
    this.disk = disk;
    this.credit = credit;
    this.first = first;
    this.service = service;
    this.reader = reader;
  }

  /**
   * Makes the tables, publishes a first snapshot and serves it.
   *
   * @param folder for everything but what is on the disk
   * @param disk directory of {@code snapshots}, {@code models} and {@code cache}
   */
  static Nights begin(Path folder, Path disk) throws IOException, InterruptedException {
    Files.createDirectories(folder.resolve("tmp"));
    Launcher credit = new Launcher(folder, environment(folder, disk));
    assertThat(credit.run("generate", "--clients", CLIENTS).code()).isZero();
    // Fewer tables make shorter nights: one of the history goes the way of all.
    for (String table : LEFT_OUT) {
      Files.delete(folder.resolve("raw").resolve(table + ".csv"));
    }
    Instant begun = Instant.now();
    Launcher.Ended refreshed = credit.run("refresh", "--no-cache");
    assertThat(refreshed.code()).as(refreshed.output()).isZero();
    Duration first = Duration.between(begun, Instant.now());
    int port = EmbeddedZeppelin.freePort();
    Path token = folder.resolve("token");
    Process service =
        credit.start(
            "serving on http",
            "serve",
            "--port",
            Integer.toString(port),
            "--token-file",
            token.toString());
    Reader reader =
        Reader.of(URI.create("http://127.0.0.1:" + port), Files.readString(token).strip());
    return new Nights(folder, disk, credit, first, service, reader);
  }

  private static Map<String, String> environment(Path folder, Path disk) {
    Map<String, String> environment = new HashMap<>();
    environment.put("CREDIT_PIPELINE_SNAPSHOTS", disk.resolve("snapshots").toString());
    environment.put("CREDIT_SERVING_SNAPSHOTS", disk.resolve("snapshots").toString());
    environment.put("CREDIT_PIPELINE_MODELS", disk.resolve("models").toString());
    environment.put("CREDIT_PIPELINE_CACHE", disk.resolve("cache").toString());
    environment.put(
        "CREDIT_PIPELINE_JVM",
        "-Xmx2g -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.io.tmpdir="
            + folder.resolve("tmp"));
    // The nights are tested here, not the model.
    // Each that is published is looked at in the end.
    environment.put("CREDIT_PIPELINE_KEEP_SNAPSHOTS", "0");
    environment.put("CREDIT_PIPELINE_SPARK_SHUFFLE_PARTITIONS", "2");
    environment.put("CREDIT_PIPELINE_TRAINING_FOLDS", "3");
    environment.put("CREDIT_PIPELINE_TRAINING_MIN_DEFAULTS", "20");
    environment.put("CREDIT_PIPELINE_TRAINING_MIN_SLOPE", "0");
    environment.put("CREDIT_PIPELINE_TRAINING_BOOSTER_ROUNDS", "15");
    environment.put("CREDIT_PIPELINE_TRAINING_BOOSTER_MAX_DEPTH", "2");
    environment.put("CREDIT_PIPELINE_TRAINING_BOOSTER_ETA", "0.2");
    return environment;
  }

  /** How long a refresh took that had to read and to train everything. */
  Duration first() {
    return first;
  }

  Reader reader() {
    return reader;
  }

  Path snapshots() {
    return disk.resolve("snapshots");
  }

  /** Starts a refresh and leaves it to itself. */
  Process refresh(String... options) throws IOException {
    return credit.begin(
        Stream.concat(Stream.of("refresh"), Stream.of(options)).toArray(String[]::new));
  }

  /** What the last refresh has told so far. */
  String told() throws IOException {
    return credit.output("refresh");
  }

  /** Waits for its end. */
  Launcher.Ended end(Process refresh) throws IOException, InterruptedException {
    return credit.end(refresh, "refresh");
  }

  /** The last stage that the last refresh began; empty before the first. */
  String stage() throws IOException {
    return told()
        .lines()
        .filter(line -> line.matches("\\[\\d+\\] .*"))
        .reduce("", (one, next) -> next);
  }

  /** What is served is whole, whatever has just happened. */
  void verifyServed() throws IOException {
    SnapshotHashes.verify(SnapshotHashes.current(snapshots()));
    assertThat(reader.failures()).isEmpty();
    assertThat(service.isAlive()).isTrue();
  }

  /** A refresh that nobody disturbs publishes, is served, and leaves nothing of the dead behind. */
  void requireNextSucceeds() throws IOException, InterruptedException {
    Path before = SnapshotHashes.current(snapshots());
    Launcher.Ended ended = end(refresh());
    assertThat(ended.code()).as(ended.output()).isZero();
    Path after = SnapshotHashes.current(snapshots());
    assertThat(after).isNotEqualTo(before);
    reader.await(after.getFileName().toString());
    verifyServed();
    for (String directory : List.of("snapshots", "models", "cache")) {
      assertThat(hidden(disk.resolve(directory))).as(directory).isSubsetOf(LOCKS);
    }
    assertThat(entries(folder.resolve("tmp"))).as("temporary files").isEmpty();
  }

  /** The snapshots that were ever answered from are whole, and of the models that were named. */
  Map<String, String> verifyAllRead() throws IOException {
    Map<String, String> models = new TreeMap<>(reader.models());
    for (Map.Entry<String, String> read : models.entrySet()) {
      assertThat(SnapshotHashes.verify(snapshots().resolve(read.getKey())).path("modelId").asText())
          .isEqualTo(read.getValue());
    }
    return models;
  }

  @Override
  public void close() {
    reader.close();
    service.destroy();
    service.onExit().join();
  }

  private static List<String> hidden(Path directory) throws IOException {
    return entries(directory).stream().filter(name -> name.startsWith(".")).toList();
  }

  private static List<String> entries(Path directory) throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries.map(entry -> entry.getFileName().toString()).sorted().toList();
    }
  }
}
