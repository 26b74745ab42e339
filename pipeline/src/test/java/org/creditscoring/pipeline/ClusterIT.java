package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.creditscoring.data.Compression;
import org.creditscoring.data.GeneratorSettings;
import org.creditscoring.data.synthetic.Generator;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.json.Json;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.table.Records;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The same jar on a standalone cluster of a master and two workers, as {@code pipeline/cluster.sh}
 * starts it, against the same refresh in one JVM. Takes minutes: {@code mvn verify -Pcluster}.
 */
class ClusterIT extends SparkTest {
  private static final Path PROJECT = Path.of("").toAbsolutePath().getParent();

  /**
   * Each worker draws the rows of a tree among its own, so that a training on two is like one with
   * another seed: that alone moves the AUC of a thousand clients by some hundredths, that of so
   * many by less than is asserted.
   */
  private static final int CLIENTS = 20_000;

  private static final int CURRENT = 1_000;
  private static final int FOLDS = 3;
  private static final String SETTINGS =
      """
      credit.pipeline {
        spark.shufflePartitions = 2
        training.folds = %d
      }
      """
          .formatted(FOLDS);

  @TempDir Path directory;

  @Test
  void trainsAndScoresOnTwoWorkersAsOnOneMachine() throws IOException, InterruptedException {
    new Generator(
            new GeneratorSettings(CLIENTS, CURRENT, at("raw"), 5, 2, Compression.NONE),
            new PrintStream(PrintStream.nullOutputStream()))
        .run();
    Files.writeString(at("credit.conf"), SETTINGS);
    Files.createDirectory(at("events"));
    Files.writeString(
        at("spark.conf"),
        Files.readString(PROJECT.resolve("conf/spark/standalone.conf"))
            + "\nspark.eventLog.enabled true\nspark.eventLog.dir "
            + at("events").toUri()
            + "\n");

    run(cluster("--snapshots", "there", "--models", "models-there"));
    run(local("--snapshots", "here", "--models", "models-there"));
    run(local("--snapshots", "here", "--models", "models-here", "--retrain"));

    // Each fold's training is one barrier stage.
    assertThat(executorsOfBarrierStages())
        .hasSizeGreaterThanOrEqualTo(FOLDS)
        .allSatisfy(executors -> assertThat(executors).containsExactlyInAnyOrder("0", "1"));
    List<Path> here = children("here").filter(Files::isDirectory).sorted().toList();
    Path there = children("there").filter(Files::isDirectory).findFirst().orElseThrow();
    assertAlike(clients(there), clients(scoredBy("models-there", here)));
    assertThat(card("models-there").metrics().outOfFold().auc())
        .isCloseTo(card("models-here").metrics().outOfFold().auc(), within(0.003));
  }

  private static void assertAlike(
      Map<Integer, ScoredClient> there, Map<Integer, ScoredClient> here) {
    assertThat(there).hasSize(CLIENTS + CURRENT);
    assertThat(there.keySet()).isEqualTo(here.keySet());
    there.forEach(
        (id, client) -> {
          ScoredClient other = here.get(id);
          assertThat(client.fold()).isEqualTo(other.fold());
          assertThat(client.margin()).as("client %d", id).isCloseTo(other.margin(), within(1e-5f));
          assertThat(client.values()).containsExactly(other.values(), within(1e-5f));
          assertThat(client.contributions())
              .as("client %d", id)
              .containsExactly(other.contributions(), within(1e-5f));
        });
  }

  private Path scoredBy(String models, List<Path> snapshots) throws IOException {
    String model = card(models).modelId();
    for (Path snapshot : snapshots) {
      if (Json.read(Files.readString(snapshot.resolve("model/model.json")), ModelCard.class)
          .modelId()
          .equals(model)) {
        return snapshot;
      }
    }
    throw new AssertionError("no snapshot is scored by " + model);
  }

  private ModelCard card(String models) throws IOException {
    Path model = children(models).filter(Files::isDirectory).findFirst().orElseThrow();
    return Json.read(Files.readString(model.resolve("model.json")), ModelCard.class);
  }

  private static Map<Integer, ScoredClient> clients(Path snapshot) {
    Map<Integer, ScoredClient> clients = new TreeMap<>();
    spark()
        .read()
        .parquet(snapshot.resolve("clients").toString())
        .as(Records.encoder(ScoredClient.class))
        .collectAsList()
        .forEach(client -> clients.put(client.id(), client));
    return clients;
  }

  /** Per stage whose tasks waited for each other, the executors that they ran on. */
  private List<Set<String>> executorsOfBarrierStages() throws IOException {
    Set<Integer> barriers = new HashSet<>();
    Map<Integer, Set<String>> executors = new HashMap<>();
    ObjectMapper json = new ObjectMapper();
    for (Path log : children("events").toList()) {
      for (String line : Files.readAllLines(log)) {
        JsonNode event = json.readTree(line);
        if (event.path("Event").asText().equals("SparkListenerStageSubmitted")) {
          JsonNode stage = event.get("Stage Info");
          for (JsonNode rdd : stage.get("RDD Info")) {
            if (rdd.path("Barrier").asBoolean()) {
              barriers.add(stage.get("Stage ID").asInt());
            }
          }
        } else if (event.path("Event").asText().equals("SparkListenerTaskEnd")) {
          executors
              .computeIfAbsent(event.get("Stage ID").asInt(), stage -> new HashSet<>())
              .add(event.get("Task Info").get("Executor ID").asText());
        }
      }
    }
    return barriers.stream().map(executors::get).toList();
  }

  private ProcessBuilder cluster(String... options) {
    List<String> command = new ArrayList<>();
    command.add(PROJECT.resolve("pipeline/cluster.sh").toString());
    ProcessBuilder builder = refresh(command, options);
    builder.environment().put("CREDIT_CLUSTER_DIR", at("cluster").toString());
    builder.environment().put("CREDIT_PIPELINE_CACHE", at("cache-there").toString());
    builder.environment().put("CREDIT_CLUSTER_CONF", at("spark.conf").toString());
    return builder;
  }

  private ProcessBuilder local(String... options) {
    return refresh(
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "@" + PROJECT.resolve("pipeline/src/main/jvm/add-opens.txt"),
                "-Xmx2g",
                "-cp",
                System.getProperty("java.class.path"),
                RefreshCommand.class.getName())),
        options);
  }

  /** Paths among the options are below the test's directory. */
  private ProcessBuilder refresh(List<String> command, String... options) {
    command.addAll(List.of("--stack-trace", "--raw", at("raw").toString()));
    for (String option : options) {
      command.add(option.startsWith("--") ? option : at(option).toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CREDIT_PIPELINE_CACHE", at("cache-here").toString());
    builder.environment().put("CREDIT_PIPELINE_LOG", at("refresh.jsonl").toString());
    builder.environment().put("CREDIT_CONF", at("credit.conf").toString());
    return builder;
  }

  private void run(ProcessBuilder builder) throws IOException, InterruptedException {
    Path said = Files.createTempFile(directory, "run", ".log");
    Process process = builder.redirectErrorStream(true).redirectOutput(said.toFile()).start();
    try {
      assertThat(process.waitFor(30, TimeUnit.MINUTES)).as("it ends").isTrue();
    } finally {
      process.destroy();
    }
    assertThat(process.exitValue()).as(Files.readString(said)).isZero();
  }

  private Stream<Path> children(String name) throws IOException {
    try (Stream<Path> entries = Files.list(at(name))) {
      return entries.toList().stream();
    }
  }

  private Path at(String name) {
    return directory.resolve(name);
  }
}
