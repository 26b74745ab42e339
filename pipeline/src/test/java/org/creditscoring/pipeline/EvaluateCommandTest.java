package org.creditscoring.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.creditscoring.model.card.Evaluation.Locked;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.cache.Caching;
import org.creditscoring.pipeline.run.PipelineSettings;
import org.creditscoring.pipeline.run.Stages;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that measure, on clients whose outcome follows one score. */
class EvaluateCommandTest extends SparkTest {
  private static final Pattern FIGURES =
      Pattern.compile("auc (0\\.\\d{4}) slope \\d\\.\\d{3} ece 0\\.\\d{4}");

  @TempDir Path directory;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeRaw() throws IOException {
    Files.createDirectory(directory.resolve("raw"));
    new TinyRaw(directory.resolve("raw")).population(1300, 0, 1);
  }

  @Test
  void theLastLineHoldsTheMeansAndTheNextCardTheLockedClients() throws IOException {
    assertThat(evaluate("--salts", "1,2")).as(err.toString()).isZero();

    assertThat(auc(last())).isBetween(0.7, 0.9);
    Locked locked = publishedCard().evaluation().locked();
    assertThat(locked.clients()).isBetween(90L, 170L);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains(
            String.format(
                Locale.ROOT,
                "locked: %d clients, auc %.4f slope %.3f (95 %% interval %.3f to %.3f)",
                locked.clients(),
                locked.auc(),
                locked.slope(),
                locked.slopeLow(),
                locked.slopeHigh()));
    assertThat(locked.slopeLow()).isLessThan(locked.slope());
    assertThat(locked.slopeHigh()).isGreaterThan(locked.slope());
  }

  /** Ten models of nine tenths score all 1,300; each alone tells of the tenth it never saw. */
  @Test
  void everyClientIsLockedOnceInTenTenths() {
    assertThat(evaluate("--locked", "10", "--only", "EXT_SOURCE")).as(err.toString()).isZero();

    String told = out.toString(StandardCharsets.UTF_8);
    List<Long> tenths =
        Pattern.compile("(?m)tenth \\d+: (\\d+) clients, auc")
            .matcher(told)
            .results()
            .map(found -> Long.valueOf(found.group(1)))
            .toList();
    assertThat(tenths).hasSize(10).allMatch(clients -> clients > 80 && clients < 180);
    assertThat(tenths.stream().mapToLong(Long::longValue).sum()).isEqualTo(1300);
    Matcher all =
        Pattern.compile("(?m)^locked: 1,300 clients, auc (0\\.\\d{4}) slope ").matcher(told);
    assertThat(all.find()).as(told).isTrue();
    assertThat(Double.parseDouble(all.group(1))).isBetween(0.7, 0.9);
  }

  @Test
  void aComparisonTellsTheGain() throws IOException {
    assertThat(evaluate("--compare", "application", "--only", "EXT_SOURCE")).isZero();

    assertThat(last()).matches("auc 0\\.\\d{4} application 0\\.\\d{4} gain 0\\.0000");
    // Of costs 10 to 1, and told for both.
    assertThat(out.toString(StandardCharsets.UTF_8).split("the policy's cut-off is 9.091 %", -1))
        .hasSize(3);
    assertThat(directory.resolve("models/evaluations")).doesNotExist();
  }

  /** The outcome follows EXT_SOURCE_2 and nothing else. */
  @Test
  void whatIsLeftOutCannotHelp() {
    assertThat(evaluate("--without", "EXT_SOURCE_1")).isZero();
    double without = auc(last());
    assertThat(evaluate("--only", "EXT_SOURCE")).isZero();

    assertThat(auc(last())).isGreaterThan(0.7);
    assertThat(without).isBetween(0.7, 0.9);
  }

  @Test
  void aModelIsTestedOnOtherClients() throws IOException {
    Path other = Files.createDirectory(directory.resolve("other"));
    new TinyRaw(other).population(800, 0, 2);

    assertThat(evaluate("--test", other.toString())).as(err.toString()).isZero();

    assertThat(last()).startsWith("test auc ");
    assertThat(out.toString(StandardCharsets.UTF_8))
        .containsPattern(
            "tested: [0-9,]+ clients, auc 0\\.\\d{4} slope \\S+ \\(95 % interval \\S+ to \\S+\\)");
    assertThat(auc(last().substring(5))).isBetween(0.7, 0.9);
    Matcher plain =
        Pattern.compile("the plain mean of the EXT_SOURCE columns there: auc (0\\.\\d{4})")
            .matcher(out.toString(StandardCharsets.UTF_8));
    assertThat(plain.find()).isTrue();
    assertThat(Double.parseDouble(plain.group(1))).isBetween(0.7, 0.9);
  }

  @Test
  void wrongUseIsTold() {
    assertThat(evaluate("--test", "x", "--salts", "1")).isEqualTo(2);
    assertThat(evaluate("--test", "x", "--locked", "2")).isEqualTo(2);
    assertThat(evaluate("--locked", "0")).isEqualTo(2);
    assertThat(evaluate("--locked", "11")).isEqualTo(2);
    assertThat(err.toString()).contains("--locked must be from 1 to 10, is 11");
    assertThat(evaluate("--only", "A", "--without", "B")).isEqualTo(2);
    assertThat(evaluate("--compare", "everything")).isEqualTo(2);
    assertThat(evaluate("--only", "NO_SUCH")).isEqualTo(3);
    assertThat(err.toString()).contains("evaluate stopped: no feature is left");
  }

  @Test
  void aSearchKeepsARecordOfWhatItMeasured() throws IOException {
    Path record = directory.resolve("found/search.csv");
    int code =
        SearchCommand.commandLine(
                (settings, file, caching) ->
                    new Search(spark(), small(), stages()).run(file, caching))
            .setErr(new PrintWriter(err, true))
            .execute("--record", record.toString());

    assertThat(code).as(err.toString()).isZero();
    List<String> lines = Files.readAllLines(record);
    assertThat(lines.get(0))
        .isEqualTo(
            "maxDepth,eta,rounds,subsample,featuresByTree,lambda,minChildWeight,maxBin,logLoss,withoutFold0,withoutFold1,withoutFold2");
    assertThat(lines).hasSize(1 + 1 + 5 * 2);
    assertThat(lines.get(1)).startsWith("2,0.3,12,0.7,45,25.0,1.0,256,0.");
    assertThat(lines.get(2)).startsWith("1,0.3,");
    double least =
        lines.stream()
            .skip(1)
            .mapToDouble(line -> Double.parseDouble(line.split(",")[8]))
            .min()
            .orElseThrow();
    assertThat(last())
        .startsWith("best maxDepth ")
        .contains(String.format(java.util.Locale.ROOT, "logloss %.5f folds ", least));
  }

  private ModelCard publishedCard() throws IOException {
    Manifest manifest =
        new Refresh(spark(), small(), stages(), Clock.systemUTC())
            .run(Refresh.Training.ALWAYS, Caching.NOTHING);
    Path model = directory.resolve("snapshots").resolve(manifest.snapshotId()).resolve("model");
    assertThat(Files.readString(model.resolve("card.html"))).contains("<!doctype html>");
    return Json.read(Files.readString(model.resolve("model.json")), ModelCard.class);
  }

  private int evaluate(String... arguments) {
    out.reset();
    return EvaluateCommand.commandLine(
            (settings, request) -> new Evaluate(spark(), small(), stages()).run(request))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  private PipelineSettings small() {
    return SmallSettings.in(directory);
  }

  private Stages stages() {
    return new Stages(new PrintStream(out, true, StandardCharsets.UTF_8));
  }

  private String last() {
    return out.toString(StandardCharsets.UTF_8).lines().reduce((a, b) -> b).orElseThrow();
  }

  private static double auc(String line) {
    Matcher matcher = FIGURES.matcher(line);
    assertThat(matcher.matches()).as(line).isTrue();
    return Double.parseDouble(matcher.group(1));
  }
}
