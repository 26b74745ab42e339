package org.creditscoring.pipeline.snapshots;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.creditscoring.model.card.ModelCard;
import org.creditscoring.model.decision.Calibration;
import org.creditscoring.model.snapshot.Layout;
import org.creditscoring.model.snapshot.Manifest;
import org.creditscoring.pipeline.run.BadDataException;
import org.creditscoring.pipeline.scoring.ScoredClient;
import org.creditscoring.pipeline.snapshot.BinTally;
import org.creditscoring.pipeline.snapshot.ClientRows;
import org.creditscoring.pipeline.snapshot.DistributionRow;
import org.creditscoring.pipeline.snapshot.FeatureRow;
import org.creditscoring.pipeline.snapshot.PublishedBins;
import org.creditscoring.pipeline.snapshot.PublishedSnapshot;

/**
 * Everything that must hold of a snapshot: its files are those of its manifest, each client's row
 * agrees with itself, with the manifest, the trees and the reference population, and the tables
 * that tell of all clients are what the clients are. Memory is bounded by one row group of {@code
 * clients}.
 */
final class Verification {
  private final PublishedSnapshot snapshot;
  private final Manifest manifest;
  private final Problems problems = new Problems();

  private Verification(PublishedSnapshot snapshot) {
    this.snapshot = snapshot;
    manifest = snapshot.manifest();
  }

  /**
   * @param directory of a snapshot, published or held
   */
  static Problems of(Path directory) throws IOException {
    try (PublishedSnapshot snapshot = PublishedSnapshot.open(directory)) {
      Verification verification = new Verification(snapshot);
      verification.run();
      return verification.problems;
    } catch (BadDataException e) {
      Problems unreadable = new Problems();
      unreadable.add(e.getMessage());
      return unreadable;
    }
  }

  private void run() throws IOException {
    problems.addAll(snapshot.fileDifferences());
    catalogue();
    Optional<ModelCard> card = tried(snapshot::card);
    card.ifPresent(this::card);
    ClientCheck check =
        new ClientCheck(
            manifest,
            tried(snapshot::reference),
            card.flatMap(known -> tried(() -> FoldTrees.of(snapshot, known))));
    Optional<BinTally> bins = tried(this::bins);
    tried(
        () -> {
          clients(check, bins);
          return check;
        });
    tried(
        () -> {
          snapshot.requireAgreement();
          return snapshot;
        });
  }

  /** What a part of the check is about; empty if it cannot be read, which is then a problem. */
  private <T> Optional<T> tried(Supplier<T> part) {
    try {
      return Optional.of(part.get());
    } catch (BadDataException | IllegalArgumentException e) {
      problems.add(e.getMessage());
      return Optional.empty();
    }
  }

  private void catalogue() {
    Optional<List<FeatureRow>> rows =
        tried(() -> snapshot.table(Layout.FEATURES, FeatureRow.class));
    List<String> names = new ArrayList<>(manifest.features());
    names.addAll(manifest.inputs());
    names.addAll(manifest.forbidden());
    rows.ifPresent(
        catalogue -> {
          if (catalogue.size() != names.size()) {
            problems.add(
                "%s has %d rows, the manifest names %d values"
                    .formatted(Layout.FEATURES, catalogue.size(), names.size()));
            return;
          }
          for (int place = 0; place < names.size(); place++) {
            FeatureRow row = catalogue.get(place);
            if (row.position() != place || !row.name().equals(names.get(place))) {
              problems.add(
                  "%s row %d is %s at position %d, the manifest has %s at %d"
                      .formatted(
                          Layout.FEATURES,
                          place + 1,
                          row.name(),
                          row.position(),
                          names.get(place),
                          place));
            }
          }
        });
  }

  private void card(ModelCard card) {
    if (!card.modelId().equals(manifest.modelId())) {
      problems.add(
          "the card is of model " + card.modelId() + ", the manifest of " + manifest.modelId());
    }
    if (!card.features().equals(manifest.features())) {
      problems.add("the card and the manifest do not name the same features in the same order");
    }
    for (Manifest.Fold fold : manifest.folds()) {
      boolean mean = fold.fold() == Layout.MEAN_FOLD;
      if (!mean && (fold.fold() < 0 || fold.fold() >= card.folds().size())) {
        problems.add("the manifest has a fold " + fold.fold() + ", the card none");
        continue;
      }
      Calibration calibration = mean ? card.meanCalibration() : card.folds().get(fold.fold());
      if (calibration.slope() != fold.slope() || calibration.intercept() != fold.intercept()) {
        problems.add("the card and the manifest calibrate fold " + fold.fold() + " differently");
      }
    }
  }

  private BinTally bins() {
    List<PublishedBins> bins =
        PublishedBins.of(snapshot.table(Layout.DISTRIBUTIONS, DistributionRow.class));
    if (!bins.stream().map(PublishedBins::feature).toList().equals(manifest.features())) {
      throw new BadDataException(
          Layout.DISTRIBUTIONS
              + " and the manifest do not name the same features in the same order");
    }
    return new BinTally(bins);
  }

  private boolean countable(ScoredClient client) {
    return client.values().length >= manifest.features().size()
        && client.outcome() >= Layout.UNKNOWN_OUTCOME
        && client.outcome() <= 1;
  }

  private void clients(ClientCheck check, Optional<BinTally> bins) {
    int last = -1;
    long count = 0;
    try (ClientRows rows = snapshot.clients()) {
      for (Optional<ScoredClient> next = rows.next(); next.isPresent(); next = rows.next()) {
        ScoredClient client = next.get();
        List<String> wrong = check.problems(client);
        if (client.id() <= last) {
          wrong.add("it follows client " + last);
        }
        if (!rows.part().equals(Layout.part(client.id()))) {
          wrong.add("it belongs in " + Layout.part(client.id()));
        }
        if (bins.isPresent() && countable(client)) {
          bins.get().add(client).ifPresent(value -> wrong.add(value + " is in no bin"));
        }
        for (String one : wrong) {
          problems.add(
              "%s row %d, client %d: %s".formatted(rows.part(), rows.row(), client.id(), one));
        }
        last = client.id();
        count++;
      }
    } catch (IOException e) {
      throw new BadDataException("clients cannot be read: " + e.getMessage(), e);
    }
    if (count != manifest.clients()) {
      problems.add(
          "%,d clients are there, the manifest counts %,d".formatted(count, manifest.clients()));
    }
    problems.addAll(check.foldCounts());
    bins.ifPresent(tally -> problems.addAll(tally.differences()));
  }
}
