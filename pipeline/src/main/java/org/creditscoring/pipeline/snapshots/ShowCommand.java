package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.json.Json;
import org.creditscoring.model.snapshot.GateReport;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.run.ExitCodes;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** Tells what a snapshot says of itself. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = "Tells what a snapshot says of itself: counts, model, gates.")
final class ShowCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;
  @ParentCommand private SnapshotsCommand parent;

  @Parameters(
      paramLabel = "ID",
      arity = "0..1",
      description = "The snapshot, published or held; the current one unless said.")
  private String id;

  @Option(names = "--json", description = "As JSON: manifest, model card and gates, as published.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    SnapshotDirectory directory = parent.directory();
    String wanted = id == null ? directory.current() : id;
    Path path = directory.find(wanted);
    StoredSnapshot stored =
        directory.all().stream()
            .filter(snapshot -> snapshot.path().equals(path))
            .findFirst()
            .orElseThrow(() -> new BadDataException(path + " has gone"));
    PrintWriter out = spec.commandLine().getOut();
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(path)) {
      if (json) {
        out.print(Json.write(document(stored, snapshot)));
      } else {
        lines(stored, snapshot).forEach(out::println);
      }
    }
    out.flush();
    return ExitCodes.DONE;
  }

  private static Map<String, Object> document(StoredSnapshot stored, PublishedSnapshot snapshot) {
    Map<String, Object> document = new LinkedHashMap<>();
    document.put("state", stored.state().word());
    document.put("problem", stored.problem());
    document.put("bytes", stored.bytes());
    document.put("manifest", snapshot.manifest());
    document.put("card", snapshot.card());
    document.put("gates", snapshot.gates().orElse(null));
    return document;
  }

  private static List<String> lines(StoredSnapshot stored, PublishedSnapshot snapshot) {
    Manifest manifest = snapshot.manifest();
    List<String> lines = new ArrayList<>();
    lines.add(
        line("snapshot", manifest.snapshotId() + (manifest.synthetic() ? " (synthetic)" : "")));
    lines.add(
        line(
            "state",
            stored.state().word() + (stored.problem().isEmpty() ? "" : ": " + stored.problem())));
    lines.add(line("created", manifest.createdAt()));
    lines.add(
        line(
            "size",
            Words.bytes(stored.bytes()) + " in " + Words.count(manifest.files().size(), "file")));
    lines.add(line("clients", Words.count(manifest.clients())));
    folds(manifest, lines);
    values(manifest, lines);
    model(snapshot.card(), lines);
    snapshot.gates().ifPresent(report -> gates(report, lines));
    return lines;
  }

  private static void folds(Manifest manifest, List<String> lines) {
    for (Manifest.Fold fold : manifest.folds()) {
      lines.add(
          line(
              fold.fold() == Layout.MEAN_FOLD ? "  mean" : "  fold " + fold.fold(),
              String.format(
                  Locale.ROOT,
                  "%,d clients, base value %.4f, slope %.4f, intercept %.4f",
                  fold.clients(),
                  fold.baseValue(),
                  fold.slope(),
                  fold.intercept())));
    }
  }

  private static void values(Manifest manifest, List<String> lines) {
    lines.add(line("cut-off", String.format(Locale.ROOT, "%.4f", manifest.cutOff())));
    lines.add(
        line(
            "values",
            "%d features, %d inputs, %d forbidden"
                .formatted(
                    manifest.features().size(),
                    manifest.inputs().size(),
                    manifest.forbidden().size())));
    lines.add(
        line(
            "absent tables",
            manifest.absentTables().isEmpty()
                ? "none"
                : String.join(", ", manifest.absentTables())));
    lines.add(line("data", manifest.dataFingerprint()));
  }

  private static void model(ModelCard card, List<String> lines) {
    ModelCard.Discrimination figures = card.metrics().outOfFold();
    lines.add(line("model", card.modelId() + ", trained " + card.trainedAt()));
    lines.add(
        line(
            "  out of fold",
            String.format(
                Locale.ROOT,
                "AUC %.4f, KS %.4f, Brier %.4f; calibration slope %.3f, ECE %.4f",
                figures.auc(),
                figures.ks(),
                figures.brier(),
                card.calibration().slope(),
                card.calibration().ece())));
    lines.add(
        line(
            "  learned from",
            String.format(
                Locale.ROOT,
                "%,d clients, %,d of them with difficulties",
                card.provenance().clients(),
                card.provenance().defaults())));
  }

  private static void gates(GateReport report, List<String> lines) {
    lines.add(
        line(
            "gates",
            word(report.level())
                + (report.comparedWith() == null
                    ? ""
                    : ", compared with " + report.comparedWith())));
    for (GateReport.Verdict gate : report.gates()) {
      lines.add(line("  " + gate.name(), word(gate.level()) + ": " + gate.told()));
    }
  }

  private static String word(GateReport.Level level) {
    return level.name().toLowerCase(Locale.ROOT);
  }

  private static String line(String name, String value) {
    return String.format(Locale.ROOT, "%-15s %s", name, value);
  }
}
