package org.creditscoring.pipeline.snapshots;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A comparison as a person reads it. */
final class DiffText {
  private static final String WHO = "  %-22s %23s  %23s";
  private static final String MOVE = "  %-12s %9s %9s  %s";

  private final DiffReport report;
  private final int most;
  private final List<String> lines = new ArrayList<>();

  private DiffText(DiffReport report, int most) {
    this.report = report;
    this.most = most;
  }

  /**
   * @param most features that are named
   */
  static List<String> lines(DiffReport report, int most) {
    DiffText text = new DiffText(report, most);
    text.sides();
    text.clients();
    text.moves();
    text.drift();
    text.catalogue();
    return text.lines;
  }

  private void sides() {
    DiffReport.Side before = report.before();
    DiffReport.Side after = report.after();
    say(WHO, "", "before", "after");
    say(WHO, "snapshot", before.id(), after.id());
    say(WHO, "created", before.createdAt(), after.createdAt());
    say(WHO, "model", before.modelId(), after.modelId());
    say(WHO, "AUC out of fold", decimals(before.auc()), decimals(after.auc()));
    say(WHO, "cut-off", decimals(before.cutOff()), decimals(after.cutOff()));
    say(WHO, "clients", Words.count(before.clients()), Words.count(after.clients()));
    if (before.synthetic() != after.synthetic()) {
      say("  synthetic              %23s  %23s", before.synthetic(), after.synthetic());
    }
    if (!before.absentTables().equals(after.absentTables())) {
      say("  absent tables: before %s, after %s", before.absentTables(), after.absentTables());
    }
    say(
        before.dataFingerprint().equals(after.dataFingerprint())
            ? "  the raw tables are the same"
            : "  the raw tables are others");
  }

  private void clients() {
    DiffReport.Clients clients = report.clients();
    DiffReport.Decisions decisions = report.decisions();
    say("");
    say(
        "clients: %,d in both (%,d whose outcome is known now), %,d only before, %,d only after",
        clients.both(), clients.outcomeKnownNow(), clients.onlyBefore(), clients.onlyAfter());
    if (clients.both() == 0) {
      return;
    }
    say(
        "decisions of those in both: %,d refused before, %,d after",
        decisions.refusedBefore(), decisions.refusedAfter());
    say(
        "  accepted before, refused now: %,d%s",
        decisions.nowRefused(), named(decisions.nowRefusedIds(), decisions.nowRefused()));
    say(
        "  refused before, accepted now: %,d%s",
        decisions.nowAccepted(), named(decisions.nowAcceptedIds(), decisions.nowAccepted()));
  }

  private void moves() {
    if (report.clients().both() == 0) {
      return;
    }
    say("");
    say(
        MOVE,
        "change of",
        "mean",
        "mean abs",
        report.probability().quantiles().keySet().stream()
            .map(share -> "%8s".formatted("q" + share))
            .collect(Collectors.joining(" ")));
    move("probability", report.probability(), "%.4f");
    move("points", report.points(), "%.1f");
  }

  private void move(String what, DiffReport.Moves moves, String form) {
    say(
        MOVE,
        what,
        String.format(Locale.ROOT, form, moves.mean()),
        String.format(Locale.ROOT, form, moves.meanAbsolute()),
        moves.quantiles().values().stream()
            .map(value -> "%8s".formatted(String.format(Locale.ROOT, form, value)))
            .collect(Collectors.joining(" ")));
  }

  private void drift() {
    List<DiffReport.Drift> beyond =
        report.drift().stream().filter(drift -> drift.psi() > drift.chance()).toList();
    say("");
    if (beyond.isEmpty()) {
      say("no feature has drifted further than chance would take it");
      return;
    }
    say(
        "features that have drifted further than chance would take them, by their PSI (past clients with past, current with current):");
    beyond.stream()
        .limit(most)
        .forEach(
            drift ->
                say(
                    "  %.3f  %-40s %-8s %s",
                    drift.psi(), drift.feature(), drift.clients(), drift.told()));
    if (beyond.size() > most) {
      say("  and %,d more (--features N, --json)", beyond.size() - most);
    }
  }

  private void catalogue() {
    DiffReport.Catalogue catalogue = report.catalogue();
    say("");
    if (catalogue.same()) {
      say("the catalogue is the same");
      return;
    }
    listed("values added", catalogue.added());
    listed("values removed", catalogue.removed());
    listed("other categories", catalogue.categories());
    listed("other treatment", catalogue.treatment());
  }

  private void listed(String what, List<String> names) {
    if (!names.isEmpty()) {
      say("%s: %s", what, String.join(", ", names));
    }
  }

  private static String named(List<Integer> ids, long all) {
    if (ids.isEmpty()) {
      return "";
    }
    String named = ids.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return " (" + named + (ids.size() < all ? ", …" : "") + ")";
  }

  private static String decimals(double value) {
    return String.format(Locale.ROOT, "%.4f", value);
  }

  private void say(String form, Object... values) {
    lines.add(String.format(Locale.ROOT, form, values).stripTrailing());
  }
}
