package org.creditscoring.serving.api;

import java.io.IOException;
import org.creditscoring.model.decision.Decision;
import org.creditscoring.model.decision.Direction;
import org.creditscoring.model.feature.Language;
import org.creditscoring.model.feature.Text;
import org.creditscoring.model.words.NumberWords;
import org.creditscoring.serving.api.ClientAnswers.Client;
import org.creditscoring.serving.api.ClientAnswers.ReasonItem;
import org.creditscoring.serving.snapshot.ClientRecord;
import org.creditscoring.serving.snapshot.Snapshot;

/**
 * A client's decision for a terminal, with picocli's style marks ({@code @|bold …|@}); its words
 * are those of the dashboard.
 */
public final class DecisionText {
  private static final int BAR = 30;
  private static final Text CLIENT = new Text("Client", "Client");
  private static final Text ACCEPTED = new Text("ACCEPTED", "ACCORDÉ");
  private static final Text REFUSED = new Text("REFUSED", "REFUSÉ");
  private static final Text RISK = new Text("Risk", "Risque");
  private static final Text RISK_WORDS =
      new Text("%s, refused from %s", "%s, refus à partir de %s");
  private static final Text SCORE = new Text("Score", "Score");
  private static final Text SCORE_WORDS =
      new Text(
          "%d points, safer than %s of past clients",
          "%d points, plus sûr que %s des anciens clients");
  private static final Text REASONS = new Text("Reasons", "Motifs");
  private static final Text SYNTHETIC = new Text("Synthetic data", "Données synthétiques");
  private static final Text SNAPSHOT = new Text("Snapshot", "Instantané");

  private DecisionText() {}

  /** Several lines, ending in a line feed. */
  public static String of(Snapshot snapshot, ClientRecord record, Language language)
      throws IOException {
    Client client = Decisions.of(snapshot, record, language);
    boolean refused = client.decision() == Decision.REFUSED;
    StringBuilder text = new StringBuilder();
    text.append("@|bold %s %d|@  ".formatted(CLIENT.in(language), client.id()))
        .append(
            "@|bold,%s %s|@%n"
                .formatted(refused ? "red" : "green", (refused ? REFUSED : ACCEPTED).in(language)))
        .append(client.synthetic() ? "  @|yellow %s|@%n".formatted(SYNTHETIC.in(language)) : "")
        .append(
            line(
                RISK.in(language),
                RISK_WORDS
                    .in(language)
                    .formatted(
                        percent(client.probability(), language),
                        percent(client.cutOff(), language))))
        .append(
            line(
                SCORE.in(language),
                SCORE_WORDS
                    .in(language)
                    .formatted(client.points(), percent(client.percentile() / 100, language))))
        .append("%n@|bold %s|@%n".formatted(REASONS.in(language)));
    double strongest =
        client.reasons().stream().mapToDouble(r -> Math.abs(r.contribution())).max().orElse(1);
    for (ReasonItem reason : client.reasons()) {
      text.append(reason(reason, strongest));
    }
    return text.append("%n".formatted())
        .append(line(SNAPSHOT.in(language), snapshot.id()))
        .toString();
  }

  private static String line(String name, String words) {
    return "  %-11s %s%n".formatted(name, words);
  }

  private static String reason(ReasonItem reason, double strongest) {
    int length = (int) Math.max(1, Math.round(BAR * Math.abs(reason.contribution()) / strongest));
    boolean against = reason.direction() == Direction.AGAINST;
    return "  @|%s %s%s|@ %s%n      %s%n"
        .formatted(
            against ? "red" : "green",
            against ? "▲ " : "▼ ",
            "█".repeat(length),
            reason.groupLabel(),
            reason.text());
  }

  private static String percent(double share, Language language) {
    return NumberWords.upTo(100 * share, 1, language) + NumberWords.percentSign(language);
  }
}
