package org.creditscoring.serving.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.apache.parquet.example.data.Group;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Clients;
import org.creditscoring.serving.snapshot.Snapshot;
import org.creditscoring.serving.snapshot.SnapshotDirectory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;

/**
 * A look-up by client id without HTTP, of random ids over the whole snapshot in the directory of
 * the system property {@code snapshots}. Run by {@code serving/benchmarks/run.sh}; the opponent is
 * parquet-java, asked for the row with the id.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(
    value = 1,
    jvmArgsAppend = {"-Xmx104m", "-Xmn24m", "-XX:SurvivorRatio=2", "-XX:+UseSerialGC"})
public class LookUpBenchmark {
  private static final int SEED = 42;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private Snapshot snapshot;
  private Clients clients;
  private int firstId;
  private FilteredLookUp opponent;

  @Setup
  public void open() throws IOException {
    SnapshotDirectory directory = new SnapshotDirectory(Path.of(System.getProperty("snapshots")));
    Path path = directory.of(directory.current());
    snapshot = Snapshot.open(path);
    clients = snapshot.clients();
    firstId = clients.at(0).id();
    if (!clients.addressable()) {
      throw new IllegalStateException(path + " is not addressable");
    }
    opponent = new FilteredLookUp(path.resolve("clients"));
  }

  @TearDown
  public void close() throws IOException {
    snapshot.close();
  }

  /** Scores, reasons, and both vectors. */
  @Benchmark
  public void lookUp(Blackhole hole) throws IOException {
    ClientRecord client = clients.find(anyId()).orElseThrow();
    hole.consume(client);
    hole.consume(clients.values(client.row()));
    hole.consume(clients.contributions(client.row()));
  }

  /** Scores and reasons alone: what a decision needs of a client whose values are not shown. */
  @Benchmark
  public ClientRecord scores() {
    return clients.find(anyId()).orElseThrow();
  }

  /** The opponent. */
  @Benchmark
  public Group opponent() throws IOException {
    return opponent.find(anyId());
  }

  private int anyId() {
    return firstId + random.nextInt(clients.size());
  }
}
