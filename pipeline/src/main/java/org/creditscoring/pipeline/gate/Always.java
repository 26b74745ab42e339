package org.creditscoring.pipeline.gate;

import java.util.List;
import java.util.Locale;
import org.creditscoring.model.snapshot.GateReport.Level;
import org.creditscoring.model.snapshot.GateReport.Verdict;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.Census;

/** What no setting lets pass: a snapshot that breaks its contract. */
enum Always implements Gate {
  ADDITIVITY("additivity") {
    @Override
    public Verdict judge(Evidence evidence) {
      Census census = evidence.candidate().census();
      boolean right = census.furthest() <= ScoredClient.TOLERANCE;
      return new Verdict(
          label(),
          right ? Level.OK : Level.STOP,
          census.furthest(),
          null,
          ScoredClient.TOLERANCE,
          String.format(
              Locale.ROOT,
              "base value + contributions are the margin of each of %,d clients, to %.1e at worst",
              census.clients(),
              census.furthest()),
          List.of());
    }
  },
  ADDRESSABILITY("addressability") {
    @Override
    public Verdict judge(Evidence evidence) {
      return evidence
          .candidate()
          .notAddressable()
          .map(wrong -> new Verdict(label(), Level.STOP, null, null, null, wrong, List.of()))
          .orElseGet(
              () ->
                  new Verdict(
                      label(),
                      Level.OK,
                      null,
                      null,
                      null,
                      "uncompressed, PLAIN, indexed, and as long in every row as the catalogue",
                      List.of()));
    }
  },
  /** Checked as the tables were written: one that does not agree is no snapshot at all. */
  ONE_BIN_EACH("oneBinEach") {
    @Override
    public Verdict judge(Evidence evidence) {
      Census census = evidence.candidate().census();
      return new Verdict(
          label(),
          Level.OK,
          null,
          null,
          null,
          String.format(
              Locale.ROOT,
              "each of %,d clients is in one bin of each of %d features, one cell of each of %d pairs and one row of probability",
              census.clients(),
              evidence.candidate().model().catalogue().features().size(),
              census.pairs()),
          List.of());
    }
  };

  private final String label;

  Always(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }
}
